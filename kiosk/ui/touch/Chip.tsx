/** A choice that is on or off, with how many it would leave; what would leave none is not offered. */
import { Pic } from "./Pic.tsx";

interface Props {
  readonly words: string;
  readonly on: boolean;
  /** `null`: not counted. */
  readonly count?: number | null;
  readonly disabled?: boolean;
  act(): void;
}

export function Chip({ words, on, count = null, disabled = false, act }: Props) {
  return (
    <button type="button" class="chip" aria-pressed={on} disabled={disabled} onClick={act}>
      {on && <Pic name="check" />}
      <span data-read>{words}</span>
      {count !== null && <small>{count}</small>}
    </button>
  );
}
