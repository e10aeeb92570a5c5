/** Asks for the call: accepted when the hub has it, else sealed to the hub and kept here. Never both, never neither. */
import type { Accepted, CallRequest } from "#shared/calls/call.ts";
import { canSeal, seal } from "#shared/calls/seal.ts";
import { order } from "#kiosk/live/order.ts";
import type { Calls } from "./calls.ts";

export type Asked =
  | { readonly state: "accepted"; readonly accepted: Accepted }
  | { readonly state: "sealed" }
  | { readonly state: "refused"; readonly code: string }
  /** Nobody answers, and this browser cannot seal: nothing was taken. */
  | { readonly state: "no-line" };

/** The hub may be dying or coming back: it is asked twice before the request is kept here. */
const TRIES = 2;
const PATIENCE = 6_000;

export async function askForCall(
  calls: Calls,
  online: boolean,
  id: string,
  request: CallRequest,
): Promise<Asked> {
  const tries = online ? TRIES : 0;
  for (let tried = 0; tried < tries; tried += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const answer = await order<Accepted>("askForCall", { ...request, id }, PATIENCE);
    if (answer?.ok) return { state: "accepted", accepted: answer.value };
    if (answer) return { state: "refused", code: answer.refusal.code };
  }
  const { value: offer } = calls.offer;
  // A handset that rings when nobody stands beside it any more helps nobody.
  if (!offer || !canSeal() || request.way === "handset") return { state: "no-line" };
  try {
    await calls.keepSealed(id, await seal(offer, id, request));
    return { state: "sealed" };
  } catch {
    return { state: "no-line" };
  }
}
