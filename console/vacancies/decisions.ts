/** What a key does to the chosen vacancies, what is said of it, and how it is taken back. */
import type { Refusal } from "#shared/result.ts";
import type { AtCentre, Row } from "#shared/vacancies/inbox.ts";
import { isWithinReach } from "#shared/vacancies/reach.ts";
import { refusalWords } from "../language/refusals.ts";
import { centres, nameOf } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { toast } from "../ui/toasts.tsx";
import type { On, Outcome, Step, Triage } from "./triage.ts";
import { say } from "./words.ts";

/** A centre by its slug, or every one of one's own. */
export type Scope = string | "all";

/** Where a decision counts: in the scope, and with `all` wherever people can reach it. */
function stepsFor(row: Row, on: On, scope: Scope): readonly Step[] {
  return row.at
    .filter((at) => counts(at, on, scope))
    .map(({ centre, on: was }) => ({ vacancy: row.id, centre, on, was }));
}

function counts({ centre, on: now, reach, asks }: AtCentre, on: On, scope: Scope): boolean {
  if (scope !== "all") return centre === scope;
  if (now !== "new" && asks === null) return false;
  return on === "no" || isWithinReach(reach.band) || reach.band === "unknown";
}

/** Whether the row has nothing left for this list once the steps are done. */
function isDone(row: Row, steps: readonly Step[], scope: Scope): boolean {
  const here = scope === "all" ? row.at : row.at.filter(({ centre }) => centre === scope);
  return here.every(
    ({ centre, on, asks }) => (on !== "new" && asks === null) || steps.some((step) => step.centre === centre),
  );
}

/** Carries it out, says so, and offers to undo it. What another decided meanwhile is left to be chosen. */
export async function carryOut(
  triage: Triage,
  rows: readonly Row[],
  on: On,
  scope: Scope,
  clash: (clash: Clash) => void,
): Promise<void> {
  const steps = rows.flatMap((row) => stepsFor(row, on, scope));
  if (steps.length === 0) return;
  const gone = rows.filter((row) => isDone(row, steps.filter(({ vacancy }) => vacancy === row.id), scope)); // prettier-ignore
  const result = await triage.decide(steps, gone.map(({ id }) => id)); // prettier-ignore
  if ("refusal" in result) {
    const [step] = steps;
    if (result.refusal.code === "changed-meanwhile" && step) clash({ step, refusal: result.refusal });
    else toast({ words: refusalWords(result.refusal), tone: "bad" });
    return;
  }
  announce(result.outcome, steps, triage);
}

export interface Clash {
  readonly step: Step;
  readonly refusal: Refusal;
}

function announce({ done, not }: Outcome, steps: readonly Step[], triage: Triage): void {
  const [first] = not;
  if (first)
    toast({ words: say.count("notDone", not.length, { why: refusalWords(first.refusal) }), tone: "bad" });
  if (done.length === 0) return;
  const waiting = done.some((one) => one.waiting) ? ` – ${say("waitingApproval")}` : "";
  toast({ words: `${doneWords(steps)}${waiting}`, undo: () => void takeBack(done, triage) });
}

function doneWords(steps: readonly Step[]): string {
  const vacancies = new Set(steps.map(({ vacancy }) => vacancy)).size;
  const [step] = steps;
  if (vacancies > 1 || !step) return say.count("decidedMany", vacancies);
  return say.count(`decided_${step.on}`, steps.length, { centre: centreName(step.centre) });
}

/** Everything that was done, as it was before; what somebody has decided since is left alone. */
async function takeBack(done: Outcome["done"], triage: Triage): Promise<void> {
  const decisions = done
    .filter((one) => !one.waiting && one.was.on !== "over")
    .map(({ vacancy, centre, on, was }) => ({
      vacancy,
      centre,
      on: was.on as Exclude<typeof was.on, "over">,
      was: on,
      ...(was.on === "board" ? { place: was.place } : {}),
      ...(was.since === null ? {} : { since: was.since }),
    }));
  if (decisions.length === 0) return;
  const result = await order<Outcome, "decideVacancies">("decideVacancies", { decisions });
  const failed = result.ok ? result.value.not[0]?.refusal : result.refusal;
  toast(failed ? { words: refusalWords(failed), tone: "bad" } : { words: say("undone") });
  await triage.refresh();
  const [first] = done;
  if (first) triage.select(first.vacancy);
}

export function centreName(slug: string): string {
  const held = centres.held.value;
  const all = held.state === "loading" ? [] : (held.value ?? []);
  const found = all.find(({ centre }) => centre.slug === slug);
  return found ? nameOf(found.centre).replace(/ (Children’s Centre|Family Hub)$/, "") : slug;
}
