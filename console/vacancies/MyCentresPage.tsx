/** My centres: every board at a glance, how old it is, what waits, and on how many screens it is. */
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import phone from "lucide-static/icons/phone-call.svg?raw";
import type { QueuedCall } from "#shared/calls/call.ts";
import { DAY } from "#shared/london.ts";
import type { CentreGlance } from "#shared/vacancies/inbox.ts";
import { centres, lookAt } from "../live/centres.ts";
import { useAsked } from "../live/collection.ts";
import { Button } from "../ui/Button.tsx";
import { FirstSteps } from "../ui/FirstSteps.tsx";
import { LiveBoard } from "../ui/LiveBoard.tsx";
import { Page } from "../ui/Page.tsx";
import { printSheet } from "../ui/printing.ts";
import { Tag } from "../ui/Tag.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { centreName } from "./decisions.ts";
import { TEN_TOPICS } from "./tenActs.ts";
import { dayWords, say } from "./words.ts";
import "./board.css";

/** A board that nobody has looked at for so long is going stale. */
const STALE = 7 * DAY;
/** Fewer than so many of the ten are too few. */
const FEW = 6;

interface Calls {
  readonly calls: readonly QueuedCall[];
}

interface Screen {
  readonly centre: string;
  readonly presence: string;
}

export default function MyCentresPage() {
  useEffect(() => centres.follow(), []);
  const held = useAsked<readonly CentreGlance[], "myCentres">("myCentres", {}, TEN_TOPICS);
  const screens = useAsked<readonly Screen[], "listScreens">("listScreens", {}, [
    "pairScreen",
    "unpairScreen",
    "screens",
  ]);
  const calls = useAsked<Calls, "listCalls">("listCalls", {}, ["calls"]);
  const open = calls.state === "loading" ? [] : (calls.value?.calls ?? []).filter(isWaiting);
  const known = screens.state === "loading" ? [] : (screens.value ?? []);
  return (
    <Page title={say("myCentres")} aside={<LiveBoard />}>
      <div class="stack">
        <p class="soft">{say("myCentresWords")}</p>
        <FirstSteps />
        <Waiting for={held}>
          {(all) => (
            <ul class="centre-grid">
              {all.map((one) => (
                <li key={one.centre} class="card centre-card">
                  <OneCentre
                    one={one}
                    screens={known.filter(({ centre }) => centre === one.centre)}
                    calls={open.filter(({ centre }) => centre === one.centre)}
                  />
                </li>
              ))}
            </ul>
          )}
        </Waiting>
      </div>
    </Page>
  );
}

interface OneProps {
  readonly one: CentreGlance;
  readonly screens: readonly Screen[];
  /** Those that wait. */
  readonly calls: readonly QueuedCall[];
}

function OneCentre({ one, screens, calls }: OneProps) {
  const { route } = useLocation();
  const open = (page: string) => {
    lookAt(one.centre);
    route(`/console/${page}`);
  };
  const online = screens.filter(({ presence }) => presence === "online").length;
  return (
    <>
      <h2>{centreName(one.centre)}</h2>
      <p class="tags">
        <Tag tone={one.ten.length < Math.min(FEW, one.size) ? "bad" : "good"}>
          {say("of", { n: one.ten.length, of: one.size })}
        </Tag>
        <Age one={one} />
        {one.closing > 0 ? <Tag tone="warn">{`${say("soon")}: ${one.closing}`}</Tag> : null}
        <Tag tone={online < screens.length ? "bad" : "plain"}>
          {online < screens.length
            ? say("screensOnline", { n: online, of: screens.length })
            : say.count("screens", screens.length)}
        </Tag>
      </p>
      {one.ten.length === 0 ? (
        <p class="soft">{say("noTen")}</p>
      ) : (
        <ol>
          {one.ten.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ol>
      )}
      <div class="form-foot">
        <Button kind={one.waiting > 0 ? "primary" : "plain"} onClick={() => open("vacancies")}>
          {say("waits", { n: one.waiting >= 100 ? "100+" : one.waiting })}
        </Button>
        <Button onClick={() => open("board")}>{say("board")}</Button>
        <Button onClick={() => printSheet("ten", one.centre)}>
          {say("printTen")} <span class="unseen">{centreName(one.centre)}</span>
        </Button>
        {calls.length > 0 ? (
          <Button kind="danger" icon={phone} onClick={() => open("calls")}>
            {say.count("callsWait", calls.length)}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function isWaiting({ state: { state } }: QueuedCall): boolean {
  return state === "waiting" || state === "ringing" || state === "again";
}

function Age({ one: { oldest, newest } }: { readonly one: CentreGlance }) {
  if (oldest === null || newest === null) return null;
  const isStale = Date.now() - Date.parse(newest) > STALE;
  return <Tag tone={isStale ? "warn" : "plain"}>{say("oldest", { when: dayWords(oldest) })}</Tag>;
}
