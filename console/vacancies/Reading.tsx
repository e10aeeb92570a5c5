/** A vacancy's full text beside the list, as it stands and as its source told it. */
import type { FullVacancy } from "#shared/vacancies/inbox.ts";
import type { Telling } from "#shared/vacancies/merge.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { refusalWords } from "../language/refusals.ts";
import { Button } from "../ui/Button.tsx";
import { OnScreens } from "../ui/OnScreens.tsx";
import { printSheet } from "../ui/printing.ts";
import { toast } from "../ui/toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { centreName } from "./decisions.ts";
import { closingWords, fieldWords, hoursWords, payWords, reachWords, say, titleOf } from "./words.ts";

const TOPICS = [
  "writeVacancy",
  "decideVacancies",
  "closeVacancy",
  "reopenVacancy",
  "importVacancies",
] as const;

export function Reading({ id, edit }: { readonly id: string; edit(): void }) {
  const held = useAsked<FullVacancy, "findVacancy">("findVacancy", { id }, TOPICS);
  return (
    <section class="reading" aria-live="polite">
      <Waiting for={held}>{(full) => <Full full={full} edit={edit} />}</Waiting>
    </section>
  );
}

function Full({ full, edit }: { readonly full: FullVacancy; edit(): void }) {
  const { row, body, original, mended } = full;
  return (
    <>
      <h2 lang={body.title.original}>{titleOf(body)}</h2>
      <p class="soft">
        {[body.employer, ...body.locations.map(({ text, postcode }) => text ?? postcode)]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <dl class="facts">
        <Fact
          word={say("pay")}
          value={
            [body.pay?.text, body.pay?.perHour && body.pay.unit !== "hour" ? payWords(body) : null]
              .filter(Boolean)
              .join(" · ") || "–"
          }
        />
        <Fact
          word={say("hours")}
          value={[...new Set([body.hours?.text, hoursWords(body)])].filter(Boolean).join(" · ")}
        />
        <Fact word={say("closesLabel")} value={closingWords(row.until, Date.now())} />
        {body.contract ? <Fact word={say("contract")} value={body.contract} /> : null}
      </dl>
      {body.description ? (
        <div
          class="text"
          lang={body.description.original}
          tabIndex={0}
          role="region"
          aria-label={say("description")}
        >
          {(body.description.words[body.description.original] ?? "").split(/\n{2,}/).map((paragraph, at) => (
            <p key={at}>{paragraph}</p>
          ))}
        </div>
      ) : null}
      {body.apply ? <p>{body.apply.words[body.apply.original]}</p> : null}
      {body.applyUrl ? (
        <p>
          <a href={body.applyUrl} target="_blank" rel="noreferrer noopener">
            {body.applyUrl.replace(/^https?:\/\//, "").slice(0, 60)}
          </a>
        </p>
      ) : null}
      {original && mended.length > 0 ? <Original original={original} mended={mended} /> : null}
      <h3>{say("where")}</h3>
      <ul class="where">
        {row.at.map((at) => (
          <li key={at.centre}>
            <strong>{centreName(at.centre)}</strong> {standing(at.on)} · {reachWords(at.reach, at.travel)}
            {at.byItself ? ` · ${say("byItself")}` : ""}
            {at.proposal?.state === "declined"
              ? ` · ${say("declined", { reason: at.proposal.reason ?? "" })}`
              : ""}
          </li>
        ))}
      </ul>
      {row.at.some(({ on }) => on === "board" || on === "search") ? <OnScreens item={row.id} /> : null}
      <div class="form-foot">
        <Button hotkey="e" onClick={edit}>
          {say("edit")}
        </Button>
        <Button onClick={() => printSheet("job", row.at[0]?.centre ?? "", row.id)}>{say("printJob")}</Button>
        <Button hotkey="f" onClick={() => void close(full, "filled")}>
          {say("filled")}
        </Button>
        <Button kind="danger" onClick={() => void close(full, "withdrawn")}>
          {say("withdraw")}
        </Button>
      </div>
    </>
  );
}

function standing(on: FullVacancy["row"]["at"][number]["on"]): string {
  if (on === "board") return say("onBoard").toLowerCase();
  if (on === "search") return say("inSearch").toLowerCase();
  return on === "no" ? say("notForUs").toLowerCase() : say("toDecide").toLowerCase();
}

function Fact({ word, value }: { readonly word: string; readonly value: string }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Original({
  original: { body, until },
  mended,
}: {
  readonly original: Telling;
  readonly mended: readonly string[];
}) {
  const told: Readonly<Record<string, string>> = {
    title: titleOf(body),
    employer: body.employer ?? "–",
    pay: body.pay?.text ?? "–",
    hours: body.hours?.text ?? "–",
    locations: body.locations.map(({ text, postcode }) => text ?? postcode).join("; ") || "–",
    until: until === null ? say("untilFilled") : closingWords(until, Date.now()),
    description: body.description?.words[body.description.original] ?? "–",
  };
  return (
    <details class="original" open>
      <summary>{say("original")}</summary>
      <dl class="facts">
        {mended
          .filter((field) => field in told)
          .map((field) => (
            <Fact key={field} word={fieldWords(field)} value={told[field] ?? ""} />
          ))}
      </dl>
    </details>
  );
}

/** For every centre where one may; it comes back as it was. */
export async function close(
  { row, body }: Pick<FullVacancy, "row" | "body">,
  why: "filled" | "withdrawn",
): Promise<void> {
  const closed = await order("closeVacancy", { id: row.id, over: null, why });
  const title = titleOf(body);
  if (!closed.ok && closed.refusal.code === "not-your-centre") return offMine(row, title);
  if (!closed.ok) return toast({ words: refusalWords(closed.refusal), tone: "bad" });
  toast({
    words: say(why === "filled" ? "filledDone" : "withdrawnDone", { title }),
    async undo() {
      const back = await order("reopenVacancy", { id: row.id, over: null });
      toast(back.ok ? { words: say("undone") } : { words: refusalWords(back.refusal), tone: "bad" });
    },
  });
}

/** Where other advisers show it too, it leaves one's own centres, and they decide for theirs. */
async function offMine({ id, at }: FullVacancy["row"], title: string): Promise<void> {
  const decisions = at.map(({ centre }) => ({ vacancy: id, centre, on: "no" as const }));
  const result = await order("decideVacancies", { decisions });
  toast(
    result.ok ? { words: say("offMine", { title }) } : { words: refusalWords(result.refusal), tone: "bad" },
  );
}
