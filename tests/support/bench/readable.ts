/** A benchmark's report for a person. */
interface Report {
  readonly name: string;
  readonly pass: boolean;
  readonly runs: number;
  readonly machine: Readonly<Record<string, unknown>>;
  readonly figures: Readonly<Record<string, unknown>>;
  readonly yardstick: Readonly<Record<string, unknown>>;
  readonly ratio: Readonly<Record<string, unknown>>;
  readonly target: Readonly<Record<string, unknown>>;
}

const columns = ["figures", "yardstick", "ratio", "target"] as const;

/** One line a figure; lists (of files, say) below, each as a table of its own. */
export function readable(report: Report): string {
  const names = new Set(columns.flatMap((column) => Object.keys(report[column])));
  const isList = (name: string) => columns.some((column) => Array.isArray(report[column][name]));
  const rows = [...names]
    .filter((name) => !isList(name))
    .map((name) => [name, ...columns.map((column) => cell(report[column][name]))]);
  const lists = columns.flatMap((column) => Object.entries(report[column]).filter(([name]) => isList(name)));
  return [
    `${report.name}: ${report.pass ? "meets its target" : "MISSES its target"} (${report.runs} runs)`,
    table([["", ...columns], ...rows]),
    ...lists.map(([name, items]) => `${name}\n${listed(items as readonly object[])}`),
    Object.entries(report.machine)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(" · "),
    "",
  ].join("\n\n");
}

function listed(items: readonly object[]): string {
  const names = Object.keys(items[0] ?? {});
  return table([names, ...items.map((item) => Object.values(item).map(cell))]);
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    row.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)));
  return rows.map((row) => `  ${line(row).join("  ")}`.trimEnd()).join("\n");
}

function cell(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "number" ? value.toLocaleString("en-GB") : String(value);
}
