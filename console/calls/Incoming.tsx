/** What stands beside every page: the sound and the word when a call comes in, and the talk that is under way. */
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import mic from "lucide-static/icons/mic.svg?raw";
import micOff from "lucide-static/icons/mic-off.svg?raw";
import phone from "lucide-static/icons/phone-call.svg?raw";
import phoneOff from "lucide-static/icons/phone-off.svg?raw";
import { Meter } from "#kiosk/ui/Meter.tsx";
import type { SaidToAdviser } from "#shared/calls/protocol.ts";
import { named } from "../live/centres.ts";
import { onCall } from "../live/client.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useKeys } from "../ui/keys.tsx";
import { toast } from "../ui/toasts.tsx";
import { chime } from "./chime.ts";
import {
  answer,
  drop,
  hangUp,
  hearVoice,
  keepStandingBy,
  levels,
  mute,
  rings,
  standsBy,
  talking,
} from "./voice.ts";
import { say } from "./words.ts";
import "./incoming.css";

/** Whoever is on this page sees it there. */
const CALLS = "/console/calls";

export default function Incoming() {
  useEffect(() => onCall(hear), []);
  useEffect(() => keepStandingBy(), []);
  const [first] = rings.value;
  const { route } = useLocation();
  const take = () => {
    if (!first) return;
    route(CALLS);
    void answer(first);
  };
  useKeys(first && !talking.value ? [{ key: "y", word: say("answer"), do: take }] : [], [
    first?.id,
    talking.value?.id,
  ]);
  return (
    <div class="incoming" role="status" aria-live="assertive">
      {first && !talking.value ? (
        <div class="incoming-call">
          <Icon of={phone} />
          <p>{say("voiceRings", { centre: placeOf(first.centre), about: say(`about_${first.about}`) })}</p>
          <Button kind="primary" hotkey="y" onClick={take}>
            {say("answer")}
          </Button>
          <Button onClick={() => drop(first.id)}>{say("notNow")}</Button>
        </div>
      ) : null}
      {talking.value ? <TalkBar /> : null}
    </div>
  );
}

function hear(said: SaidToAdviser): void {
  hearVoice(said);
  if (said.what !== "ring" || (said.way === "voice" && !standsBy.value)) return;
  chime();
  if (said.way === "voice" || location.pathname === CALLS) return;
  const words = say("ringToast", { centre: placeOf(said.centre), about: say(`about_${said.about}`) });
  toast({ words, leads: { to: CALLS, word: say("look") } });
}

function placeOf(centre: string): string {
  return named().find(({ slug }) => slug === centre)?.name ?? centre;
}

function TalkBar() {
  const { centre, reference, state, muted } = talking.value!;
  const isLive = state === "talking" || state === "joining";
  const words = { joining: say("joining"), broken: say("broken"), ended: say("talkEnded"), talking: "" }[
    state
  ];
  return (
    <section
      class={`talk-bar ${isLive ? "live" : ""}`}
      aria-label={say("talking", { centre: placeOf(centre), reference })}
    >
      <p>
        <strong>{say("talking", { centre: placeOf(centre), reference })}</strong> {words}
        {isLive ? (
          <span class={muted ? "talk-mic" : "talk-mic on"}>
            <Icon of={muted ? micOff : mic} />
            {say(muted ? "micMuted" : "micLive")}
          </span>
        ) : null}
        <span class="soft">{say("notRecorded")}</span>
      </p>
      {isLive ? (
        <div class="talk-meters">
          <Meter words={say("you")} level={() => (muted ? 0 : levels().mine)} />
          <Meter words={say("them")} level={() => levels().theirs} />
        </div>
      ) : null}
      <div class="form-foot">
        {isLive ? (
          <>
            <Button icon={muted ? mic : micOff} aria-pressed={muted} onClick={() => mute(!muted)}>
              {say(muted ? "unmute" : "mute")}
            </Button>
            <Button kind="danger" icon={phoneOff} onClick={hangUp}>
              {say("hangUp")}
            </Button>
          </>
        ) : (
          <Button onClick={() => (talking.value = null)}>{say("done")}</Button>
        )}
      </div>
    </section>
  );
}
