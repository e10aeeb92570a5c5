/** A voice call from the kiosk's side: the microphone first, then the ringing, then WebRTC. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Ringing, VoiceSaid } from "#shared/calls/voice.ts";
import { newId } from "#shared/newId.ts";
import { order } from "#kiosk/live/order.ts";
import { mute, openMicrophone, startTalk, type Talk } from "#kiosk/live/talk.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { useDraft, useKept } from "./draft.ts";
import type { Asking } from "./parts.tsx";

export type TalkState =
  | "opening"
  | "ringing"
  | "joining"
  | "talking"
  /** It rang out, and she can be reached in another way. */
  | "nobody"
  | "ended"
  | "broken"
  | "no-microphone"
  | "refused";

interface Talking {
  readonly state: TalkState;
  readonly muted: boolean;
  mute(muted: boolean): void;
  end(): void;
  levels: Talk["levels"];
}

const SILENT = { mine: 0, theirs: 0 };
const LOOK = 30_000;

export function useTalk({ calls, about, topic }: Asking): Talking {
  const { visit, busy } = useKiosk();
  const [, setDraft] = useDraft();
  const [state, setState] = useState<TalkState>("opening");
  const [muted, setMuted] = useState(false);
  const talk = useRef<Talk | null>(null);
  const microphone = useRef<MediaStream | null>(null);
  const end = useRef<() => void>(() => undefined);
  const kept = useKept();

  useEffect(() => {
    const id = newId();
    let ringing: Ringing | null = null;
    let over = false;

    /** Frees the microphone, whatever ended it. */
    function finish(next: TalkState): void {
      if (over) return;
      over = true;
      talk.current?.stop();
      talk.current = null;
      for (const track of microphone.current?.getTracks() ?? []) track.stop();
      setState(next);
    }
    function hangUp(next: TalkState): void {
      if (!over && ringing) void order("hangUpVoice", { id });
      finish(next);
    }
    function hear(said: VoiceSaid): void {
      if (said.id !== id || over || !microphone.current) return;
      if (said.what === "accepted") {
        setState("joining");
        talk.current ??= startTalk({
          microphone: microphone.current,
          ice: ringing?.ice ?? [],
          offers: true,
          send: (signal) => void order("signalVoice", { id, signal }),
          turned: (turn) => (turn === "talking" ? setState("talking") : hangUp("broken")),
        });
      } else if (said.what === "signal") talk.current?.hear(said.signal);
      else if (said.what === "ended") finish("ended");
      else if (said.became === "handset" && ringing) {
        finish("ended");
        const now = new Date(ringing.now).toISOString();
        kept(id, { way: "handset", masked: "", state: "accepted", accepted: { reference: ringing.reference, due: now, from: now } });
      } else {
        // Asked for in another way it goes on under the same name.
        setDraft({ id });
        finish("nobody");
      }
    }

    async function begin(): Promise<void> {
      busy();
      const opened = await openMicrophone().catch(() => null);
      microphone.current = opened;
      if (over) return void opened?.getTracks().forEach((track) => track.stop());
      if (!opened) return finish("no-microphone");
      const answer = await order<Ringing>("ringVoice", { id, about: topic, item: about, language: visit.language });
      if (!answer?.ok) return finish("refused");
      ringing = answer.value;
      if (over) return void order("hangUpVoice", { id });
      setState("ringing");
    }

    const stop = calls.said.watch(() => {
      const said = calls.said.value;
      if (said?.what === "voice") hear(said.voice);
    });
    // Whoever talks does not touch.
    const timer = setInterval(() => !over && busy(), LOOK);
    end.current = () => hangUp("ended");
    void begin();
    return () => {
      stop();
      clearInterval(timer);
      hangUp("ended");
    };
  }, []);

  return {
    state,
    muted,
    mute(next) {
      mute(microphone.current, next);
      setMuted(next);
    },
    end: () => end.current(),
    levels: () => talk.current?.levels() ?? SILENT,
  };
} // prettier-ignore
