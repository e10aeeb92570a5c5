/** Paper: the sheet opens in a window of its own, and the browser asks which printer. */
export type Sheet = "ten" | "job" | "leaflet";

/** The page prints itself once it is there. */
export function printSheet(what: Sheet, centre: string, ...parts: readonly string[]): void {
  const address = ["/console/print", what, ...[centre, ...parts].map(encodeURIComponent)].join("/");
  window.open(`${address}?now`, "_blank", "width=900,height=1000");
}
