/** What a new district does first, one step after the other; it goes away once all of it is done. */
import { useEffect } from "preact/hooks";
import circle from "lucide-static/icons/circle.svg?raw";
import circleCheck from "lucide-static/icons/circle-check.svg?raw";
import type { CentreGlance } from "#shared/vacancies/inbox.ts";
import { sayer } from "../language/say.ts";
import { centres } from "../live/centres.ts";
import { useAsked, type Held } from "../live/collection.ts";
import { hasRole } from "../live/visitor.ts";
import catalogue from "../../content/translations/console.steps.en.json";
import { LinkButton } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

const say = sayer(catalogue);

interface Step {
  readonly word: "centre" | "screen" | "jobs" | "ten" | "leaflet" | "event";
  readonly path: string;
  readonly isDone: boolean;
}

/** Whoever leads more than one centre has gone them all; whoever leads none waits for one. */
export function FirstSteps() {
  useEffect(() => centres.follow(), []);
  const { value } = centres.held;
  if (value.state !== "here") return null;
  if (hasRole("district")) return value.value.length < 2 ? <Steps /> : null;
  return value.value.length === 0 ? <p class="empty-list">{say("noCentre")}</p> : null;
}

function Steps() {
  const all = [
    centres.held.value,
    useAsked<readonly unknown[], "listScreens">("listScreens", {}, ["pairScreen", "unpairScreen"]),
    useAsked<readonly CentreGlance[], "myCentres">("myCentres", {}, ["importVacancies", "decideVacancies"]),
    useAsked<readonly unknown[], "listItems">("listItems", { kind: "leaflet", limit: 1 }, ["saveItem"]),
    useAsked<readonly unknown[], "listItems">("listItems", { kind: "event", limit: 1 }, ["saveItem"]),
  ] as const;
  if (all.some(({ state }) => state === "loading")) return null;
  const [made, screens, glances, leaflets, events] = all;
  const jobs = known(glances).some(({ ten, search, waiting }) => ten.length + search + waiting > 0);
  const steps: readonly Step[] = [
    { word: "centre", path: "/new-centre", isDone: known(made).length > 0 },
    { word: "screen", path: "/screens?pair=", isDone: known(screens).length > 0 },
    { word: "jobs", path: "/bring", isDone: jobs },
    { word: "ten", path: "/vacancies", isDone: known(glances).some(({ ten }) => ten.length > 0) },
    { word: "leaflet", path: "/leaflets/new", isDone: known(leaflets).length > 0 },
    { word: "event", path: "/events/new", isDone: known(events).length > 0 },
  ];
  const next = steps.findIndex(({ isDone }) => !isDone);
  if (next < 0) return null;
  return (
    <section class="card first-steps">
      <h2>{say("title")}</h2>
      <ol>
        {steps.map(({ word, path, isDone }, at) => (
          <li key={word} class={isDone ? "done" : ""}>
            <Icon of={isDone ? circleCheck : circle} />
            {isDone ? (
              say(`${word}Done`)
            ) : at === next ? (
              <LinkButton kind="primary" href={`/console${path}`}>
                {say(word)}
              </LinkButton>
            ) : (
              <a href={`/console${path}`}>{say(word)}</a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function known<T>(held: Held<readonly T[]>): readonly T[] {
  return held.state === "loading" ? [] : (held.value ?? []);
}
