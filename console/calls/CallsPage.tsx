/** The calls: who waits and how long, what one has taken oneself, and what became of the rest. */
import { useEffect, useState } from "preact/hooks";
import bell from "lucide-static/icons/bell.svg?raw";
import chart from "lucide-static/icons/chart-column.svg?raw";
import plus from "lucide-static/icons/plus.svg?raw";
import sliders from "lucide-static/icons/sliders-horizontal.svg?raw";
import type { QueuedCall } from "#shared/calls/call.ts";
import { centres } from "../live/centres.ts";
import { useCollection } from "../live/collection.ts";
import { whoIsWho } from "../live/names.ts";
import { hasRole } from "../live/visitor.ts";
import { Button, LinkButton } from "../ui/Button.tsx";
import { useKeys } from "../ui/keys.tsx";
import { LiveBoard } from "../ui/LiveBoard.tsx";
import { Page } from "../ui/Page.tsx";
import { TellDialog } from "../ui/TellDialog.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { open, take } from "./acts.ts";
import { AskDialog } from "./AskDialog.tsx";
import { CallRow } from "./CallRow.tsx";
import { StandBy } from "./StandBy.tsx";
import { partsOf, queue } from "./queue.ts";
import { TakenPart } from "./TakenPart.tsx";
import { say, type Word } from "./words.ts";
import "./look.css";

const TICK = 15_000;

export default function CallsPage() {
  const held = useCollection(queue);
  const [dialog, show] = useState<"ask" | "tell" | null>(null);
  const now = useNow();
  useEffect(() => centres.follow(), []);
  useEffect(() => whoIsWho.follow(), []);
  // Whoever leaves the page leaves no number behind.
  useEffect(() => () => void (open.value = null), []);
  const calls = held.state === "loading" ? [] : (held.value?.calls ?? []);
  const next = partsOf(calls).waiting.find(({ mayTake }) => mayTake);
  useKeys(
    [
      { key: "n", word: say("askFor"), do: () => show("ask") },
      ...(next ? [{ key: "t", word: say("takeNext"), do: () => void take(next) }] : []),
    ],
    [next?.id],
  );
  const mayArrange = hasRole("adviser", "district");
  return (
    <Page
      title={say("title")}
      actions={
        <>
          <Button icon={bell} onClick={() => show("tell")}>
            {say("tellMe")}
          </Button>
          <LinkButton icon={chart} href="/console/calls/report">
            {say("report")}
          </LinkButton>
          {mayArrange ? (
            <LinkButton icon={sliders} href="/console/calls/settings">
              {say("settings")}
            </LinkButton>
          ) : null}
          <Button kind="primary" icon={plus} hotkey="n" onClick={() => show("ask")}>
            {say("askFor")}
          </Button>
        </>
      }
      aside={open.value ? <TakenPart key={open.value.call.id} taken={open.value} /> : <LiveBoard />}
    >
      <p class="soft">{say("intro")}</p>
      <StandBy />
      <Waiting for={held}>
        {({ calls: all }) => <Queue calls={all} now={now} next={next?.id ?? null} />}
      </Waiting>
      {dialog === "ask" ? <AskDialog onClose={() => show(null)} /> : null}
      {dialog === "tell" ? <TellDialog onClose={() => show(null)} /> : null}
    </Page>
  );
}

interface QueueProps {
  readonly calls: readonly QueuedCall[];
  readonly now: number;
  /** The one that a key takes. */
  readonly next: string | null;
}

function Queue({ calls, now, next }: QueueProps) {
  const parts = partsOf(calls);
  const order = ["mine", "waiting", "again", "others", "over"] as const satisfies readonly Word[];
  return (
    <>
      {order.map((part) =>
        parts[part].length === 0 && part !== "waiting" ? null : (
          <section key={part} class="calls-part" aria-labelledby={`calls-${part}`}>
            <h2 id={`calls-${part}`}>
              {say(part)} <span class="soft">{parts[part].length}</span>
            </h2>
            {parts[part].length === 0 ? (
              <p class="card soft">
                <strong>{say("none")}</strong> {say("noneWords")}
              </p>
            ) : (
              <ul class="calls">
                {parts[part].map((call) => (
                  <CallRow key={call.id} call={call} now={now} isNext={call.id === next} />
                ))}
              </ul>
            )}
          </section>
        ),
      )}
    </>
  );
}

/** Ages go on by themselves. */
function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  return now;
}
