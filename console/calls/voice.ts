/** Talking in the browser, from the adviser's side: standing by, answering, hanging up. */
import { signal } from "@preact/signals";
import { RINGS_FOR, STANDS_BY_EVERY, type About, type TakenCall } from "#shared/calls/call.ts";
import type { SaidToAdviser } from "#shared/calls/protocol.ts";
import type { IceServer, Signal, VoiceSaid } from "#shared/calls/voice.ts";
import { mute as muteMicrophone, openMicrophone, startTalk, type Talk } from "#kiosk/live/talk.ts";
import { refusalWords } from "../language/refusals.ts";
import { order } from "../live/client.ts";
import { toast } from "../ui/toasts.tsx";
import { open } from "./acts.ts";
import { queue } from "./queue.ts";
import { say } from "./words.ts";

export interface Rings {
  readonly id: string;
  readonly centre: string;
  readonly about: About;
}

export interface Talking {
  readonly id: string;
  readonly centre: string;
  readonly reference: string;
  readonly state: "joining" | "talking" | "broken" | "ended";
  readonly muted: boolean;
}

/** Whether one is there for voice calls, in this browser and until it is closed. */
export const standsBy = signal(sessionStorage.getItem("signpost-stands-by") === "yes");
export const rings = signal<readonly Rings[]>([]);
export const talking = signal<Talking | null>(null);

let talk: Talk | null = null;
let microphone: MediaStream | null = null;
/** Signals that come before the answer's own reply. */
let early: Signal[] = [];

export function setStandsBy(here: boolean): void {
  standsBy.value = here;
  sessionStorage.setItem("signpost-stands-by", here ? "yes" : "no");
  void order("standByForVoice", { here });
}

/** Says again and again that one is there; returns the stop. */
export function keepStandingBy(): () => void {
  const again = () => standsBy.value && void order("standByForVoice", { here: true });
  again();
  const timer = setInterval(again, STANDS_BY_EVERY);
  return () => clearInterval(timer);
}

export function hearVoice(said: SaidToAdviser): void {
  if (said.what === "ring" && said.way === "voice" && standsBy.value) ring(said);
  if (said.what === "voice") hear(said.voice);
}

function ring({ id, centre, about }: Rings): void {
  if (rings.value.some((one) => one.id === id)) return;
  rings.value = [...rings.value, { id, centre, about }];
  setTimeout(() => drop(id), RINGS_FOR);
}

export function drop(id: string): void {
  rings.value = rings.value.filter((one) => one.id !== id);
}

function hear(said: VoiceSaid): void {
  if (said.what === "rung-out") return drop(said.id);
  if (said.id !== talking.value?.id) return;
  if (said.what === "signal") {
    if (talk) talk.hear(said.signal);
    else early.push(said.signal);
  }
  if (said.what === "ended") close("ended");
}

/** The microphone first: who answers without one would answer nobody. */
export async function answer({ id, centre }: Rings): Promise<void> {
  microphone = await openMicrophone().catch(() => null);
  if (!microphone) return toast({ words: say("noMicrophone"), tone: "bad" });
  early = [];
  talking.value = { id, centre, reference: "", state: "joining", muted: false };
  drop(id);
  const result = await order<{ taken: TakenCall; ice: readonly IceServer[] }, "acceptVoice">("acceptVoice", {
    id,
  });
  void queue.refresh();
  if (!result.ok) {
    close(null);
    const { code } = result.refusal;
    return toast({
      words: code === "taken-already" ? say("alreadyTaken") : refusalWords({ code }),
      tone: "bad",
    });
  }
  open.value = result.value.taken;
  // Hung up before the hub had answered: only now can the other side be told.
  if (talking.value?.id !== id) return void order("hangUpVoice", { id });
  talking.value = { ...talking.value, reference: result.value.taken.call.reference };
  talk = startTalk({
    microphone,
    ice: result.value.ice,
    offers: false,
    send: (sent) => void order("signalVoice", { id, signal: sent }),
    turned(state) {
      if (state === "broken") return close("broken");
      if (talking.value) talking.value = { ...talking.value, state };
    },
  });
  for (const heard of early.splice(0)) talk.hear(heard);
}

export function mute(muted: boolean): void {
  muteMicrophone(microphone, muted);
  if (talking.value) talking.value = { ...talking.value, muted };
}

export function hangUp(): void {
  if (talking.value) void order("hangUpVoice", { id: talking.value.id });
  close(null);
}

/** How loud each side is now. */
export function levels(): { readonly mine: number; readonly theirs: number } {
  return talk?.levels() ?? { mine: 0, theirs: 0 };
}

/** Frees the microphone; how it ended is said until it is put away. */
function close(state: "ended" | "broken" | null): void {
  talk?.stop();
  talk = null;
  for (const track of microphone?.getTracks() ?? []) track.stop();
  microphone = null;
  talking.value = state && talking.value ? { ...talking.value, state } : null;
}
