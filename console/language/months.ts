/** Months as the console says and chooses them. */
const months = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

export function monthWords(month: string): string {
  return months.format(new Date(`${month}-01T00:00:00Z`));
}

/** The month that lies so many before. */
export function monthsBack(month: string, count: number): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 - count, 1)).toISOString().slice(0, 7);
}
