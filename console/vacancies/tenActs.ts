/** What is done to a centre's board, and how it is taken back. */
import type { Row } from "#shared/vacancies/inbox.ts";
import { refusalWords } from "../language/refusals.ts";
import { order } from "../live/client.ts";
import { decidesAt, hasRole } from "../live/visitor.ts";
import { toast } from "../ui/toasts.tsx";
import { centreName } from "./decisions.ts";
import { say, titleOf } from "./words.ts";

/** After any of these a board may be another. */
export const TEN_TOPICS = [
  "decideVacancies", "placeVacancy", "orderTen", "importVacancies", "writeVacancy", "closeVacancy", "reopenVacancy",
  "answerProposal", "saveEmployerNote", "removeEmployerNote", "saveRoute", "removeRoute", "takeOff", "curateCentre", "painted",
] as const; // prettier-ignore

interface Change {
  readonly vacancy: string;
  readonly on: "board" | "search" | "no" | "new";
  readonly place?: number;
}

async function decide(
  centre: string,
  changes: readonly Change[],
  words: string,
  back: readonly Change[],
): Promise<boolean> {
  const result = await order("decideVacancies", {
    decisions: changes.map((change) => ({ ...change, centre })),
  });
  if (!result.ok) {
    toast({ words: refusalWords(result.refusal), tone: "bad" });
    return false;
  }
  toast({ words, undo: () => void decide(centre, back, say("undone"), changes) });
  return true;
}

/** How it stands at the board's centre, so that it can be put back. */
function asItIs(row: Row): Change {
  const at = row.at[0];
  const on = at === undefined || at.on === "over" ? "new" : at.on;
  return { vacancy: row.id, on, place: at?.place ?? 0 };
}

/** One comes into the very place of another, which stays in search. */
export function swap(centre: string, out: Row, into: Row): Promise<boolean> {
  const place = out.at[0]?.place ?? 0;
  const words = say("swapWords", { into: titleOf(into.body), out: titleOf(out.body) });
  return decide(centre, [{ vacancy: out.id, on: "search" }, { vacancy: into.id, on: "board", place }], words, [asItIs(out), asItIs(into)]); // prettier-ignore
}

/** Whoever may not decide may still take anything off the centre's own screens at once. */
export async function takeOff(centre: string, row: Row): Promise<boolean> {
  const words = say("takenOff", { title: titleOf(row.body), centre: centreName(centre) });
  if (hasRole("staff") && !decidesAt(centre)) {
    const off = await order("takeOff", { id: row.id, centre });
    toast(off.ok ? { words } : { words: refusalWords(off.refusal), tone: "bad" });
    return off.ok;
  }
  return decide(centre, [{ vacancy: row.id, on: "no" }], words, [asItIs(row)]);
}

export function stands(centre: string, row: Row): Promise<boolean> {
  const here = asItIs(row);
  return decide(centre, [here], say("standsDone", { title: titleOf(row.body) }), [here]);
}

export function putUp(centre: string, rows: readonly Row[], place?: number): Promise<boolean> {
  const changes = rows.map((row) => ({
    vacancy: row.id,
    on: "board" as const,
    ...(place === undefined ? {} : { place }),
  }));
  const words =
    rows.length === 1
      ? say.count("decided_board", 1, { centre: centreName(centre) })
      : say.count("decidedMany", rows.length);
  return decide(centre, changes, words, rows.map(asItIs));
}

export async function reorder(
  centre: string,
  before: readonly string[],
  after: readonly string[],
): Promise<boolean> {
  const result = await order("orderTen", { centre, vacancies: [...after] });
  if (result.ok) toast({ words: say("ordered"), undo: () => void reorder(centre, after, before) });
  else toast({ words: refusalWords(result.refusal), tone: "bad" });
  return result.ok;
}
