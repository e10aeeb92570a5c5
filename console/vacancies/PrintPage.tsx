/** Paper to take home: the ten or one job, dated and numbered as on the board. */
import type { FullVacancy, Row, Ten } from "#shared/vacancies/inbox.ts";
import { useAsked } from "../live/collection.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { hoursWords, lastDay, reachWords, say, titleOf } from "./words.ts";

/** `/print/ten/CENTRE`, `/print/job/CENTRE/ID`; with `?now` it goes to the printer by itself. */
export default function PrintPage({ what, centre, id }: Readonly<Record<string, string>>) {
  if (centre === undefined) return null;
  if (what === "job" && id !== undefined) return <Job centre={centre} id={id} />;
  return <TheTen centre={centre} />;
}

function TheTen({ centre }: { readonly centre: string }) {
  const held = useAsked<Ten, "theTen">("theTen", { centre }, []);
  return (
    <Waiting for={held}>
      {({ rows, size }) => (
        <Sheet centre={centre} title={say("jobsNearHere")}>
          <ol>
            {rows.slice(0, size).map((row, at) => (
              <li key={row.id}>
                <span class="sheet-number">{at + 1}</span>
                <Told row={row} />
              </li>
            ))}
          </ol>
        </Sheet>
      )}
    </Waiting>
  );
}

function Told({ row }: { readonly row: Row }) {
  const { body, until } = row;
  const [here] = row.at;
  const way = here && here.reach.band !== "unknown" ? reachWords(here.reach, here.travel) : null;
  const place = body.locations[0]?.text ?? null;
  return (
    <div lang={body.title.original}>
      <h2>{titleOf(body)}</h2>
      <p>{[body.employer, place].filter(Boolean).join(", ")}</p>
      <p>
        {[body.pay?.text, body.hours?.text ?? hoursWords(body), way]
          .filter((one) => one && one !== "–")
          .join(" · ")}
      </p>
      <p>
        <strong>{until === null ? say("printNoEnd") : say("printUntil", { when: lastDay(until) })}</strong>
        {body.applyUrl ? ` · ${body.applyUrl.replace(/^https?:\/\//, "")}` : ""}
      </p>
      {body.apply ? <p>{body.apply.words[body.apply.original]}</p> : null}
    </div>
  );
}

function Job({ centre, id }: { readonly centre: string; readonly id: string }) {
  const held = useAsked<FullVacancy, "findVacancy">("findVacancy", { id }, []);
  const ten = useAsked<Ten, "theTen">("theTen", { centre }, []);
  if (ten.state === "loading") return null;
  const number = (ten.value?.rows.findIndex((row) => row.id === id) ?? -1) + 1;
  return (
    <Waiting for={held}>
      {({ row, body }) => (
        <Sheet centre={centre} title={number > 0 ? say("jobNumber", { n: number }) : say("vacancy")}>
          <Told row={row} />
          <Text words={body.description?.words[body.description.original] ?? ""} />
        </Sheet>
      )}
    </Waiting>
  );
}

function Text({ words }: { readonly words: string }) {
  return (
    <div class="text">
      {words.split(/\n{2,}/).map((paragraph, at) => (
        <p key={at}>{paragraph}</p>
      ))}
    </div>
  );
}
