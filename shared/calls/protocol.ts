/** What the hub says of calls by itself, over a socket, in the event `call`. Whoever hears it asks anew where that helps. */
import type { CallProgress, About, Way } from "./call.ts";
import type { VoiceSaid } from "./voice.ts";

/** To a paired kiosk. */
export type SaidToKiosk =
  /** What the centre offers may be other than it was: ask `callOffer`. */
  | { readonly what: "offer" }
  | { readonly what: "progress"; readonly progress: CallProgress }
  | { readonly what: "voice"; readonly voice: VoiceSaid };

/** To a console whose person may see it. */
export type SaidToAdviser =
  /** One has come in, or is up again: time for the sound. */
  | {
      readonly what: "ring";
      readonly id: string;
      readonly centre: string;
      readonly way: Way;
      readonly about: About;
    }
  /** The queue of a centre is other than it was: ask `listCalls`. */
  | { readonly what: "queue"; readonly centre: string }
  | { readonly what: "voice"; readonly voice: VoiceSaid };

export interface HubToCaller {
  call: (said: SaidToKiosk | SaidToAdviser) => void;
}
