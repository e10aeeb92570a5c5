/** A table; on a narrow screen each row stands as a card of its own, with the column's name before each value. */
import type { ComponentChildren } from "preact";

export interface Column<Row> {
  readonly word: string;
  /** It holds buttons, which say themselves what they do: its name is for whoever cannot see the table. */
  readonly isActs?: boolean;
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
          {columns.map(({ word, isActs }) => (
            <th key={word} scope="col">
              {isActs ? <span class="unseen">{word}</span> : word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ word, isActs, cell }, index) =>
              index === 0 ? (
                <th key={word} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={word} data-word={isActs ? undefined : word}>
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
