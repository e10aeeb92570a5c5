/** Paper: the sheet is drawn in a frame of its own, and the browser asks which printer. */
export function printTen(centre: string): void {
  printPage(`/console/print/ten/${encodeURIComponent(centre)}`);
}

export function printJob(id: string, centre: string): void {
  printPage(`/console/print/job/${encodeURIComponent(centre)}/${encodeURIComponent(id)}`);
}

/** The page prints itself once it is there, and is then closed. */
function printPage(address: string): void {
  window.open(`${address}?now`, "_blank", "width=900,height=1000");
}
