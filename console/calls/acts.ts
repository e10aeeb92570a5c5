/** What somebody does with a call, and how it is said. */
import { signal } from "@preact/signals";
import type { GIVEN_OUTCOMES, QueuedCall, TakenCall } from "#shared/calls/call.ts";
import { refusalWords } from "../language/refusals.ts";
import { order } from "../live/client.ts";
import { toast } from "../ui/toasts.tsx";
import { queue } from "./queue.ts";
import { momentWords, say } from "./words.ts";

/** The call that is open beside the queue, with its number; in memory alone. */
export const open = signal<TakenCall | null>(null);

export type Outcome = (typeof GIVEN_OUTCOMES)[number];

function failed(refusal: { readonly code: string }): void {
  toast({
    words: refusal.code === "taken-already" ? say("alreadyTaken") : refusalWords(refusal),
    tone: "bad",
  });
}

export async function take({ id }: Pick<QueuedCall, "id">): Promise<void> {
  const result = await order<TakenCall, "takeCall">("takeCall", { id });
  if (result.ok) open.value = result.value;
  else failed(result.refusal);
  await queue.refresh();
}

/** One that one has already. */
export async function look({ id }: Pick<QueuedCall, "id">): Promise<void> {
  const result = await order<TakenCall, "seeCall">("seeCall", { id });
  if (result.ok) open.value = result.value;
  else failed(result.refusal);
}

/** The number leaves the screen before anything else happens. */
async function leave(act: () => ReturnType<typeof order>, words: string): Promise<void> {
  const before = open.value;
  open.value = null;
  const result = await act();
  if (result.ok) toast({ words });
  else {
    open.value = before;
    failed(result.refusal);
  }
  await queue.refresh();
}

export function end({ call: { id, reference } }: TakenCall, outcome: Outcome, notes: string): Promise<void> {
  return leave(() => order("endCall", { id, outcome, notes }), say("endedToast", { reference }));
}

export function tryAgain({ call: { id } }: TakenCall, at: string, notes: string): Promise<void> {
  return leave(() => order("tryCallAgain", { id, at, notes }), say("remindToast", { when: momentWords(at) }));
}

export function giveBack({ call: { id, reference } }: TakenCall): Promise<void> {
  return leave(() => order("giveBackCall", { id }), say("givenBack", { reference }));
}

export async function keepNotes({ call: { id } }: TakenCall, notes: string): Promise<void> {
  const result = await order("noteCall", { id, notes });
  if (result.ok) toast({ words: say("notesSaved") });
  else failed(result.refusal);
}
