/** Hands what was made on the page to the browser as a file. */

/** A table, as the hub or `csvOf` has written it. */
export function saveCsv(csv: string, name: string): void {
  saveFile(new Blob([csv], { type: "text/csv" }), name);
}

export function saveFile(contents: Blob, name: string): void {
  const url = URL.createObjectURL(contents);
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}
