/** One of a few: a row of buttons of which one is pressed. */
export interface Chip<Value extends string> {
  readonly value: Value;
  readonly word: string;
  readonly count?: number | undefined;
}

interface Props<Value extends string> {
  /** What is chosen here, for whoever cannot see it. */
  readonly label: string;
  readonly chips: readonly Chip<Value>[];
  readonly value: Value;
  onValue(value: Value): void;
}

export function Chips<Value extends string>({ label, chips, value, onValue }: Props<Value>) {
  return (
    <div class="chips" role="group" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          class="chip"
          aria-pressed={chip.value === value}
          onClick={() => onValue(chip.value)}
        >
          {chip.word}
          {chip.count === undefined ? null : <span class="chip-count">{chip.count}</span>}
        </button>
      ))}
    </div>
  );
}
