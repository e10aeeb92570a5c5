/** What a source's own names for its values are taken for, to be corrected. */
import type { LookedColumn } from "#shared/bringing.ts";
import { Select } from "../ui/Field.tsx";
import { columnWord, COLUMN_CHOICES, say } from "./bringWords.ts";
import { corrected, type Fields } from "./columns.ts";

interface Props {
  readonly columns: readonly LookedColumn[];
  readonly fields: Fields;
  onFields(fields: Record<string, string[]>): void;
}

export function Meanings({ columns, fields, onFields }: Props) {
  const unknown = columns.filter(({ column }) => column === null).length;
  return (
    <details open={unknown > 0}>
      <summary>{say("columns")}</summary>
      <p class="soft">{say("columns_hint")}</p>
      <div class="brought-columns">
        {columns.slice(0, 60).map(({ name, column }) => (
          <Select
            key={name}
            label={name}
            value={column ?? ""}
            options={COLUMN_CHOICES.map((value) => ({ value, word: columnWord(value) }))}
            onValue={(value) => onFields(corrected(fields, name, value))}
          />
        ))}
      </div>
    </details>
  );
}
