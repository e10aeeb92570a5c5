/** The request is kept: who rings and when, its reference, and what is happening to it while she stands there. */
import { useEffect, useState } from "preact/hooks";
import type { CallProgress } from "#shared/calls/call.ts";
import type { CallOffer } from "#shared/calls/offer.ts";
import { order } from "#kiosk/live/order.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import type { Calls } from "./calls.ts";
import { type Kept, useDraft } from "./draft.ts";
import { instantWords, Safe } from "./parts.tsx";
import { useProgress } from "./progress.ts";
import { Reference, Slip } from "./Slip.tsx";
import { type CallWord, useWords } from "./words.ts";

/** Whoever waits beside the handset needs not touch the glass for so long (ms), looked at that often. */
const STAYS = 15 * 60_000;
const LOOK = 30_000;

export function KeptPage({ calls, offer }: { readonly calls: Calls; readonly offer: CallOffer }) {
  const kiosk = useKiosk();
  const t = useWords();
  const [{ id, kept }] = useDraft();
  const accepted = useAccepted(calls, id, kept);
  const { progress, isFresh, refresh } = useProgress(calls, accepted ? id : null);
  useStay(kept?.way === "handset" && isOpen(progress));
  if (!kept) return <Page title={t("title")}>{null}</Page>;
  if (accepted && "readable" in accepted && !accepted.readable)
    return <Unread reference={accepted.reference} />;
  const what = {
    ring: t("rings", { number: `\u2066${kept.masked}\u2069` }),
    text: t("texts", { number: `\u2066${kept.masked}\u2069` }),
    handset: t("handset-waits"),
    voice: "",
  }[kept.way];
  // Paper is found by others: what happens next stands on it, and no digit of her number.
  const onPaper = { ring: t("who"), text: t("way.text-about"), handset: what, voice: "" }[kept.way];
  const due = accepted && Date.parse(accepted.due);
  const by = due && isOpen(progress) ? t("by", { when: instantWords(kiosk, due) }) : null;
  const wiped = kept.way === "handset" ? t("keep-handset") : `${t("keep")} ${t.wiped(offer.keptDays)}`;
  return (
    <Page
      title={accepted ? t("got") : t("got-sealed")}
      shape="detail"
      paper={accepted && <Slip reference={accepted.reference} what={[onPaper, by ?? "", wiped]} />}
    >
      <p class="lead" data-read>
        {what} {by}
      </p>
      {accepted ? (
        <>
          <Reference words={accepted.reference} />
          <p class="call-state" role="status" data-read>
            <Pic name="clock" />
            <span>{t(stateWord(progress, isFresh))}</span>
          </p>
          <div class="call-after" data-group>
            <Print />
            {isOpen(progress) && <Cancel reference={accepted.reference} done={refresh} />}
          </div>
        </>
      ) : (
        <p class="call-word" role="status" data-read>
          {t("sealed")}
        </p>
      )}
      <Safe words={wiped} />
    </Page>
  );
}

/** It came to the hub, which cannot read it: nobody can ring, and so nothing else is said. */
function Unread({ reference }: { readonly reference: string }) {
  const t = useWords();
  return (
    <Page title={t("title")} shape="detail">
      <p class="lead" role="alert" data-read>
        {t("refused.other")}
      </p>
      <Reference words={reference} />
    </Page>
  );
}

/** What was accepted at once, or what was sealed and has come to the hub since. */
function useAccepted(calls: Calls, id: string, kept: Kept | null) {
  const [, draw] = useState<unknown>(null);
  useEffect(() => calls.handedIn.watch(() => draw({})), [calls]);
  if (kept?.state === "accepted") return kept.accepted;
  return calls.handedIn.value.get(id) ?? null;
}

function useStay(waits: boolean): void {
  const { busy } = useKiosk();
  const [since] = useState(() => performance.now());
  useEffect(() => {
    if (!waits) return;
    busy();
    const timer = setInterval(() => performance.now() - since < STAYS && busy(), LOOK);
    return () => clearInterval(timer);
  }, [waits]);
}

function isOpen(progress: CallProgress | null): boolean {
  return progress?.state !== "ended" && progress?.state !== "cancelled";
}

function stateWord(progress: CallProgress | null, isFresh: boolean): CallWord {
  if (!isFresh) return "state.unknown";
  if (progress?.state === "taken" || progress?.state === "again") return `state.${progress.state}`;
  if (progress?.state === "ended") return "state.done";
  if (progress?.state === "cancelled") return "state.cancelled";
  return progress?.passedOn ? "state.passed" : "state.waiting";
}

function Print() {
  const { speech, busy, count } = useKiosk();
  const t = useWords();
  const [printed, setPrinted] = useState(false);
  const print = () => {
    busy();
    count("print");
    setPrinted(true);
    window.print();
  };
  return (
    <div>
      <button type="button" class="big primary" onClick={print}>
        <Pic name="print" />
        <span>{t("print")}</span>
      </button>
      {printed && <p role="status">{speech.t("take.printing")}</p>}
    </div>
  );
}

/** The second touch lies elsewhere than the first. */
function Cancel({ reference, done }: { readonly reference: string; done(): Promise<void> }) {
  const { speech } = useKiosk();
  const t = useWords();
  const [state, setState] = useState<"ready" | "asked" | "failed">("ready");
  async function cancel(): Promise<void> {
    const answer = await order("cancelCall", { reference });
    setState(answer?.ok ? "ready" : "failed");
    await done();
  }
  if (state === "asked")
    return (
      <div class="call-after" data-group>
        <button type="button" class="big" onClick={() => setState("ready")}>
          {speech.t("done.no")}
        </button>
        <button type="button" class="big" onClick={() => void cancel()}>
          {t("cancel-yes")}
        </button>
      </div>
    );
  return (
    <div>
      <button type="button" class="big" onClick={() => setState("asked")}>
        <Pic name="close" />
        <span>{t("cancel")}</span>
      </button>
      {state === "failed" && <p role="alert">{t("cancel-later")}</p>}
    </div>
  );
}
