/** Whom the hub has told what, and whether it went: a district lead sees when telling people does not work. */
import { useEffect, useState } from "preact/hooks";
import type { Person } from "#shared/people/person.ts";
import { timeWords } from "../language/days.ts";
import { sayer } from "../language/say.ts";
import { useAsked } from "../live/collection.ts";
import catalogue from "../../content/translations/console.messages.en.json";
import { Chips } from "../ui/Chips.tsx";
import { Page } from "../ui/Page.tsx";
import { type Column, Table } from "../ui/Table.tsx";
import { Tag, type Tone } from "../ui/Tag.tsx";
import { Waiting } from "../ui/Waiting.tsx";

const say = sayer(catalogue);
const words: Readonly<Record<string, string>> = catalogue;

/** As the hub reports it. */
interface Delivery {
  readonly message: string;
  readonly about: string;
  readonly at: string;
  readonly person: string | null;
  readonly channel: string | null;
  readonly state: string;
  readonly tries: number;
  readonly because: string | null;
}

const FAILED = ["failed", "expired", "nobody"];
const ENDED = [...FAILED, "sent", "spared"];
/** The post office goes its rounds without a word: what is on its way is looked at again so often (ms). */
const AGAIN = 3_000;

export default function MessagesPage() {
  const held = useAsked<readonly Delivery[], "listDeliveries">("listDeliveries", {}, ["screens", "tryTelling", "addPerson", "renewLink"]); // prettier-ignore
  const people = useAsked<readonly Pick<Person, "id" | "name">[], "listPeople">("listPeople", {}, []);
  const [which, choose] = useState<"failing" | "all">("all");
  const isOnItsWay = held.state === "here" && held.value.some(({ state }) => !ENDED.includes(state));
  useEffect(() => {
    if (!isOnItsWay) return;
    const timer = setInterval(() => void held.collection.refresh(), AGAIN);
    return () => clearInterval(timer);
  }, [isOnItsWay, held.collection]);
  const known = people.state === "loading" ? [] : (people.value ?? []);
  const nameOf = (id: string | null) => id === null ? say("someone") : (known.find((one) => one.id === id)?.name ?? id); // prettier-ignore
  const columns: readonly Column<Delivery>[] = [
    { word: say("when"), cell: ({ at }) => timeWords(at) },
    { word: say("about"), cell: ({ about }) => words[`about_${about}`] ?? about },
    { word: say("who"), cell: ({ person, channel }) => channel === "webhook" ? say("programs") : nameOf(person) },
    { word: say("channel"), cell: ({ channel }) => channel === null ? "–" : (words[`channel_${channel}`] ?? channel) },
    { word: say("state"), cell: (one) => <Tag tone={toneOf(one)}>{stateWords(one)}</Tag> },
    { word: say("because"), cell: ({ because }) => because === null ? "" : (words[`why_${because}`] ?? because) },
  ]; // prettier-ignore
  return (
    <Page title={say("messages")}>
      <p class="soft page-words">{say("words")}</p>
      <Waiting for={held}>
        {(all) => {
          const failing = all.filter(({ state }) => FAILED.includes(state));
          const rows = which === "all" ? all : failing;
          return (
            <div class="stack">
              <Chips
                label={say("what")}
                value={which}
                onValue={(value) => choose(value)}
                chips={[
                  { value: "all", word: say("everything"), count: all.length },
                  { value: "failing", word: say("failing"), count: failing.length },
                ]}
              />
              {rows.length === 0 ? (
                <p class="soft">{say(all.length === 0 ? "none" : "noneFailing")}</p>
              ) : (
                <Table caption={say("messages")} columns={columns} rows={rows} keyOf={(one) => `${one.message} ${one.channel} ${rows.indexOf(one)}`} />
              )}
            </div>
          ); // prettier-ignore
        }}
      </Waiting>
    </Page>
  );
}

function stateWords({ state, tries }: Delivery): string {
  if (state === "waiting")
    return tries === 0 ? say("state_waitingFirst") : say("state_waiting", { n: tries });
  return words[`state_${state}`] ?? state;
}

function toneOf({ state, tries }: Delivery): Tone {
  if (FAILED.includes(state)) return "bad";
  if (state === "sent") return "good";
  return state === "waiting" && tries > 0 ? "warn" : "plain";
}
