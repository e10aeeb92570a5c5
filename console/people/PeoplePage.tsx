/** Everyone who signs in: the district lead invites them and says what is theirs. */
import { useState } from "preact/hooks";
import more from "lucide-static/icons/ellipsis.svg?raw";
import plus from "lucide-static/icons/user-plus.svg?raw";
import type { KeptPerson, Person } from "#shared/people/person.ts";
import { dayWords } from "../language/days.ts";
import { refusalWords } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { centres, nameOf } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useAsked, useCollection } from "../live/collection.ts";
import { me } from "../live/visitor.ts";
import catalogue from "../../content/translations/console.people.en.json";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useKeys } from "../ui/keys.tsx";
import { Menu } from "../ui/Menu.tsx";
import { Page } from "../ui/Page.tsx";
import { type Column, Table } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";
import { toast } from "../ui/toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { Handed, type HandedLink } from "./Handed.tsx";
import { PersonForm } from "./PersonForm.tsx";
import "./look.css";

const say = sayer(catalogue);
const TOPICS = ["addPerson", "changePerson", "endPerson", "renewLink"] as const;

type Doing =
  | { readonly what: "invite" }
  | { readonly what: "change" | "end"; readonly person: KeptPerson }
  | { readonly what: "hand"; readonly handed: HandedLink };

export default function PeoplePage() {
  const held = useAsked<readonly KeptPerson[], "listPeople">("listPeople", {}, TOPICS);
  const [doing, setDoing] = useState<Doing | null>(null);
  const stop = (): void => setDoing(null);
  useKeys([{ key: "n", word: say("invite"), do: () => setDoing({ what: "invite" }) }], []);

  async function renew(person: KeptPerson): Promise<void> {
    const result = await order<HandedLink>("renewLink", { id: person.id });
    if (result.ok) setDoing({ what: "hand", handed: result.value });
    else toast({ words: refusalWords(result.refusal), tone: "bad" });
  }
  async function end(person: KeptPerson): Promise<void> {
    stop();
    const result = await order("endPerson", { id: person.id });
    toast(result.ok ? { words: say("ended", { name: person.name }) } : { words: refusalWords(result.refusal), tone: "bad" }); // prettier-ignore
  }
  const columns: readonly Column<KeptPerson>[] = [
    { word: say("name"), cell: (person) => <Named person={person} /> },
    { word: say("role"), cell: ({ role }) => say(`role_${role}`) },
    { word: say("centres"), cell: (person) => <Centres person={person} /> },
    { word: say("state"), cell: (person) => <State person={person} /> },
    {
      word: say("actions"),
      isActs: true,
      cell: (person) => (
        <Menu
          label={say("actionsOf", { name: person.name })}
          choices={[
            { word: say("change"), do: () => setDoing({ what: "change", person }) },
            { word: say("newLink"), do: () => void renew(person) },
            ...(person.id === me.value?.id
              ? []
              : [{ word: say("end"), danger: true, do: () => setDoing({ what: "end", person }) }]),
          ]}
        >
          <Icon of={more} />
        </Menu>
      ),
    },
  ];
  return (
    <Page
      title={say("people")}
      actions={
        <Button kind="primary" icon={plus} hotkey="n" onClick={() => setDoing({ what: "invite" })}>
          {say("invite")}
        </Button>
      }
    >
      <Waiting for={held}>
        {(people) => <Table caption={say("people")} columns={columns} rows={people} keyOf={({ id }) => id} />}
      </Waiting>
      {doing?.what === "invite" ? (
        <PersonForm person={null} onClose={stop} onDone={(handed) => setDoing({ what: "hand", handed })} />
      ) : null}
      {doing?.what === "change" ? <PersonForm person={doing.person} onClose={stop} onDone={stop} /> : null}
      {doing?.what === "hand" ? <Handed handed={doing.handed} onClose={stop} /> : null}
      {doing?.what === "end" ? (
        <Dialog title={say("endQuestion", { name: doing.person.name })} onClose={stop}>
          <p>{say("endWords")}</p>
          <div class="form-foot">
            <Button kind="danger" onClick={() => void end(doing.person)}>
              {say("end")}
            </Button>
            <Button onClick={stop}>{say("keep")}</Button>
          </div>
        </Dialog>
      ) : null}
    </Page>
  );
}

function Named({ person }: { readonly person: Person }) {
  return (
    <>
      {person.name}
      <br />
      <span class="soft plain">{person.email}</span>
    </>
  );
}

function Centres({ person }: { readonly person: Person }) {
  const held = useCollection(centres);
  if (person.centres === "all") return <>{say("everyCentre")}</>;
  if (person.centres.length === 0) return <span class="soft">{say("noCentre")}</span>;
  const all = held.state === "loading" ? [] : (held.value ?? []);
  const named = (slug: string): string => {
    const found = all.find(({ centre }) => centre.slug === slug);
    return found ? nameOf(found.centre) : slug;
  };
  return (
    <>
      {person.centres.map((slug) => (
        <span key={slug} class="line">
          {named(slug)}
          {person.role === "staff" && person.decides !== "all" && person.decides.includes(slug)
            ? ` (${say("decidesShort")})`
            : ""}
        </span>
      ))}
    </>
  );
}

function State({ person }: { readonly person: KeptPerson }) {
  if (person.invited) return <Tag tone="warn">{say("invited")}</Tag>;
  return (
    <>
      {person.lastSeen === null ? (
        <Tag>{say("signedOut")}</Tag>
      ) : (
        <Tag tone="good">{say("seen", { day: dayWords(person.lastSeen) })}</Tag>
      )}
      {person.secondFactor ? <span class="line soft">{say("secondFactorOn")}</span> : null}
    </>
  );
}
