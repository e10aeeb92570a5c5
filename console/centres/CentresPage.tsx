/** Every centre of the district: what it offers, who answers for it, and whether anything is missing. */
import { useEffect } from "preact/hooks";
import { isOpen } from "#shared/centres/opening.ts";
import type { KeptPerson } from "#shared/people/person.ts";
import table from "../../content/reference/bank-holidays.json";
import plus from "lucide-static/icons/plus.svg?raw";
import { sayer } from "../language/say.ts";
import { centres, nameOf, type KeptCentre } from "../live/centres.ts";
import { useAsked, useCollection } from "../live/collection.ts";
import catalogue from "../../content/translations/console.centres.en.json";
import { LinkButton } from "../ui/Button.tsx";
import { Page } from "../ui/Page.tsx";
import { Table } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import "./look.css";

const say = sayer(catalogue);
/** Days before the table of bank holidays runs out at which the district lead is warned. */
const WARN = 120;

export default function CentresPage() {
  const held = useCollection(centres);
  const people = useAsked<readonly KeptPerson[]>("listPeople", {}, ["savePerson", "invitePerson"] as never);
  useEffect(() => centres.follow(), []);
  const named = people.state === "loading" ? [] : (people.value ?? []);
  const personOf = (id: string | null) => named.find((person) => person.id === id)?.name;
  const keepHolidays = held.state !== "loading" && held.value?.some(({ centre }) => centre.bankHolidays);
  return (
    <Page
      title={say("title")}
      actions={
        <LinkButton kind="primary" icon={plus} href="/console/new-centre">
          {say("new")}
        </LinkButton>
      }
    >
      {keepHolidays && daysLeft() < WARN ? (
        <p class="notice warn">{say("tableEnds", { year: table.until })}</p>
      ) : null}
      <Waiting for={held}>
        {(all) =>
          all.length === 0 ? (
            <p class="card">{say("none")}</p>
          ) : (
            <Table<KeptCentre>
              caption={say("title")}
              rows={all}
              keyOf={({ centre }) => centre.slug}
              columns={[
                {
                  word: say("centre"),
                  cell: ({ centre }) => (
                    <a class="centre-name" href={`/console/centres/${centre.slug}`}>
                      <i style={{ background: centre.brand.colour ?? "#0b5b5f" }} aria-hidden="true" />
                      <span>
                        {nameOf(centre)}
                        <small>{centre.postcode ?? centre.slug}</small>
                      </span>
                    </a>
                  ),
                },
                { word: say("offer"), cell: ({ centre }) => say(centre.offer) },
                {
                  word: say("now"),
                  cell: ({ centre }) => (isOpen(centre, Date.now()) ? <Tag tone="good">{say("open")}</Tag> : <Tag>{say("closed")}</Tag>), // prettier-ignore
                },
                {
                  word: say("adviser"),
                  cell: ({ centre }) => personOf(centre.adviser) ?? <Tag tone="warn">{say("nobody")}</Tag>,
                },
                { word: say("deputy"), cell: ({ centre }) => personOf(centre.deputy) ?? "–" },
                { word: say("staffLink"), cell: ({ centre }) => personOf(centre.staffLink) ?? "–" },
              ]}
            />
          )
        }
      </Waiting>
    </Page>
  );
}

function daysLeft(): number {
  return (Date.UTC(table.until + 1, 0, 1) - Date.now()) / 86_400_000;
}
