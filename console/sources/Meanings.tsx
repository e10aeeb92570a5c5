/** What a source's own names for its values are taken for, to be corrected. */
import type { LookedColumn } from "#shared/bringing.ts";
import { Select } from "../ui/Field.tsx";
import { columnWord, COLUMN_CHOICES, say } from "./bringWords.ts";
import "./meanings.css";
import { corrected, type Fields } from "./columns.ts";

interface Props {
  readonly columns: readonly LookedColumn[];
  readonly fields: Fields;
  /** Of a list that somebody brings the columns are remembered; a source has names, and keeps what they mean. */
  readonly of: "list" | "source";
  onFields(fields: Record<string, string[]>): void;
}

export function Meanings({ columns, fields, of, onFields }: Props) {
  const unknown = columns.filter(({ column }) => column === null).length;
  return (
    <details class="meanings" open={unknown > 0}>
      <summary>{say(of === "list" ? "columns" : "names")}</summary>
      <p class="soft">{say(of === "list" ? "columns_hint" : "names_hint")}</p>
      <div class="fields">
        {columns.slice(0, 60).map(({ name, column }) => (
          <Select
            key={name}
            label={name.replace(/^@/, "")}
            value={column ?? ""}
            options={COLUMN_CHOICES.map((value) => ({ value, word: columnWord(value) }))}
            onValue={(value) => onFields(corrected(fields, name, value))}
          />
        ))}
      </div>
    </details>
  );
}
