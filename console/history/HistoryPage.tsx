/** Who did what, when: found by person, centre and day, taken along as a table, and brought back from. */
import { useState } from "preact/hooks";
import download from "lucide-static/icons/download.svg?raw";
import { csvOf } from "#shared/csv.ts";
import type { CommandName } from "#shared/contract.ts";
import { addDays } from "#shared/london.ts";
import type { HistoryLine } from "#shared/history/line.ts";
import type { Person } from "#shared/people/person.ts";
import { timeWords } from "../language/days.ts";
import { fromField } from "../language/london.ts";
import { refusalWords } from "../language/refusals.ts";
import { whereWords } from "../language/where.ts";
import { centres, named, nameOf } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useAsked, useCollection } from "../live/collection.ts";
import { hasRole } from "../live/visitor.ts";
import { Button } from "../ui/Button.tsx";
import { saveCsv } from "../ui/download.ts";
import { Select, TextField } from "../ui/Field.tsx";
import { Page } from "../ui/Page.tsx";
import { type Column, Table } from "../ui/Table.tsx";
import { toast } from "../ui/toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { aboutWords, didWords, say } from "./words.ts";
import { Versions } from "./Versions.tsx";
import "./look.css";

type Named = Pick<Person, "id" | "name">;

/** A page of them, and as many as the hub gives at once. */
const PAGE = 100;
const MOST = 5000;

interface Filter {
  readonly who: string;
  readonly centre: string;
  readonly from: string;
  readonly to: string;
}

/** The acts after which there is more history: every one that the hub tells of. */
const ACTS: readonly CommandName[] = ["saveItem", "publishItem", "withdrawItem", "bringBackItem", "takeOff", "placeVacancy", "decideVacancies", "writeVacancy", "closeVacancy", "saveCentre", "pairScreen", "unpairScreen", "addPerson", "changePerson", "endPerson"]; // prettier-ignore

export default function HistoryPage() {
  const [filter, setFilter] = useState<Filter>({ who: "", centre: "", from: "", to: "" });
  const [limit, setLimit] = useState(PAGE);
  const [item, setItem] = useState<HistoryLine | null>(null);
  const held = useAsked<readonly HistoryLine[], "listHistory">("listHistory", { ...wantedBy(filter), limit }, ACTS); // prettier-ignore
  const columns: readonly Column<HistoryLine>[] = [
    { word: say("when"), cell: ({ at }) => timeWords(at) },
    { word: say("who"), cell: whoWords },
    { word: say("what"), cell: ({ command }) => didWords(command) },
    { word: say("about"), cell: (line) => <About line={line} onVersions={() => setItem(line)} /> },
    { word: say("where"), cell: ({ centres: where }) => (where.length === 0 ? "–" : whereWords(where, named())) }, // prettier-ignore
  ];
  return (
    <Page
      title={say("history")}
      actions={
        <Button icon={download} onClick={() => void takeAlong(filter)}>
          {say("takeAlong")}
        </Button>
      }
    >
      <Filters filter={filter} onFilter={(change) => setFilter({ ...filter, ...change })} />
      <Waiting for={held}>
        {(lines) =>
          lines.length === 0 ? (
            <p class="soft">{say("nothing")}</p>
          ) : (
            <>
              <Table caption={say("history")} columns={columns} rows={lines} keyOf={({ id }) => id} />
              {lines.length === limit && limit < MOST ? (
                <p class="more">
                  <Button onClick={() => setLimit(Math.min(MOST, limit * 5))}>{say("more")}</Button>
                </p>
              ) : null}
            </>
          )
        }
      </Waiting>
      {item === null ? null : <Versions line={item} onClose={() => setItem(null)} />}
    </Page>
  );
}

function Filters({ filter, onFilter }: { readonly filter: Filter; onFilter(change: Partial<Filter>): void }) {
  const people = useAsked<readonly Named[], "whoIsWho">("whoIsWho", {}, ["addPerson", "changePerson"]);
  const held = useCollection(centres);
  const all = held.state === "loading" ? [] : (held.value ?? []);
  const known = people.state === "here" ? people.value : [];
  return (
    <div class="history-filters">
      <Select
        label={say("who")}
        value={filter.who}
        options={[{ value: "", word: say("everyone") }, ...known.map(({ id, name }) => ({ value: id, word: name }))]} // prettier-ignore
        onValue={(who) => onFilter({ who })}
      />
      <Select
        label={say("where")}
        value={filter.centre}
        options={[{ value: "", word: say("everywhere") }, ...all.map(({ centre }) => ({ value: centre.slug, word: nameOf(centre) }))]} // prettier-ignore
        onValue={(centre) => onFilter({ centre })}
      />
      <TextField label={say("from")} type="date" value={filter.from} onValue={(from) => onFilter({ from })} />
      <TextField label={say("to")} type="date" value={filter.to} onValue={(to) => onFilter({ to })} />
    </div>
  );
}

/** Days are London's, as the lines below say them; the last one is meant whole. */
function wantedBy({ who, centre, from, to }: Filter) {
  const midnight = (day: string) => fromField(`${day}T00:00`);
  const until = to === "" ? null : midnight(addDays(to, 1));
  return { who: who || null, centre: centre || null, from: midnight(from), until };
}

function whoWords({ who, name, byToken }: HistoryLine): string {
  const person = name ?? (who === "operator" ? say("operator") : who);
  return byToken ? say("byToken", { name: person }) : person;
}

function About({ line, onVersions }: { readonly line: HistoryLine; onVersions(): void }) {
  const words = aboutWords(line);
  const hasVersions = line.title !== null && typeof line.facts["id"] === "string" && hasRole("adviser", "district"); // prettier-ignore
  return hasVersions ? (
    <button type="button" class="as-link" onClick={onVersions}>
      {words}
    </button>
  ) : (
    <>{words}</>
  );
}

/** Everything that fits the filter, as a file for a spreadsheet. */
async function takeAlong(filter: Filter): Promise<void> {
  const result = await order<readonly HistoryLine[], "listHistory">("listHistory", { ...wantedBy(filter), limit: MOST }); // prettier-ignore
  if (!result.ok) return toast({ words: refusalWords(result.refusal), tone: "bad" });
  const rows = result.value.map((line) => [
    line.at,
    whoWords(line),
    didWords(line.command),
    aboutWords(line),
    line.centres === "all" ? say("everywhere") : line.centres.join(" "),
  ]);
  const header = [say("when"), say("who"), say("what"), say("about"), say("where")];
  saveCsv(csvOf(header, rows), "signpost-history.csv");
}
