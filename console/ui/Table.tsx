/** A table; on a narrow screen each row stands as a card of its own, with the column's name before each value. */
import type { ComponentChildren } from "preact";

export interface Column<Row> {
  readonly word: string;
  cell(row: Row): ComponentChildren;
}

interface Props<Row> {
  /** What it is a table of, for whoever cannot see it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  keyOf(row: Row): string;
}

export function Table<Row>({ caption, columns, rows, keyOf }: Props<Row>) {
  return (
    <table class="table">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ word }) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ word, cell }, index) =>
              index === 0 ? (
                <th key={word} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={word} data-word={word}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
