/** Talking through this screen: it says plainly that it listens, and to whom. */
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import { Meter } from "#kiosk/ui/Meter.tsx";
import { Choice } from "./parts.tsx";
import type { Asking } from "./parts.tsx";
import { type TalkState, useTalk } from "./talking.ts";
import { type CallWord, useWords } from "./words.ts";

const WORDS: Readonly<Record<TalkState, CallWord>> = {
  opening: "sending",
  ringing: "voice.ringing",
  joining: "voice.joining",
  talking: "voice.talking",
  nobody: "voice.nobody",
  ended: "voice.ended",
  broken: "voice.broken",
  "no-microphone": "voice.no-microphone",
  refused: "refused.other",
};
const LIVE: ReadonlySet<TalkState> = new Set<TalkState>(["ringing", "joining", "talking"]);
const OVER: ReadonlySet<TalkState> = new Set<TalkState>(["nobody", "broken", "no-microphone", "refused"]);

export function TalkPage(asking: Asking) {
  const { topic, about } = asking;
  const { go } = useKiosk();
  const t = useWords();
  const { state, muted, mute, end, levels } = useTalk(asking);
  const isLive = LIVE.has(state);
  const item = about ? { about } : {};
  return (
    <Page
      title={t(state === "talking" ? "voice.talking" : "way.voice")}
      shape="detail"
      actions={
        isLive && (
          <>
            <button type="button" class="action sun" aria-pressed={muted} onClick={() => mute(!muted)}>
              <Pic name={muted ? "muted" : "microphone"} />
              <b>{t(muted ? "voice.unmute" : "voice.mute")}</b>
            </button>
            <button type="button" class="action plum" onClick={end}>
              <Pic name="close" />
              <b>{t("voice.end")}</b>
            </button>
          </>
        )
      }
    >
      {isLive && (
        <p class={`call-live ${muted ? "" : "on"}`} role="status" data-read>
          <Pic name={muted ? "muted" : "microphone"} />
          <b>{t(muted ? "voice.muted" : "voice.live")}</b>
        </p>
      )}
      {state !== "talking" && (
        <p class="lead" role="status" data-read>
          {t(WORDS[state])}
        </p>
      )}
      {isLive && (
        <>
          <div class="call-meters">
            <Meter words={t("voice.you")} level={() => (muted ? 0 : levels().mine)} />
            <Meter words={t("voice.them")} level={() => levels().theirs} />
          </div>
          <p class="call-word" data-read>
            {t("voice.room")} {t("voice.not-kept")}
          </p>
        </>
      )}
      {OVER.has(state) && (
        <div class="call-choices" data-group>
          <Choice
            pic="ringing"
            title={t("way.ring")}
            about={t("way.ring-about")}
            act={() => go({ page: "call", ...item, call: { step: "number", topic, way: "ring" } })}
          />
          <Choice
            pic="calendar"
            title={t("way.come")}
            about={t("way.come-about")}
            act={() => go({ page: "adviser" })}
          />
        </div>
      )}
    </Page>
  );
}
