/** One request on its way: it goes once, however often the button is touched. */
import { useState } from "preact/hooks";
import type { Way } from "#shared/calls/call.ts";
import { newId } from "#shared/newId.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { askForCall } from "./ask.ts";
import { requestOf, useDraft, useKept } from "./draft.ts";
import { fetchRules } from "./numbers.ts";
import type { Asking } from "./parts.tsx";

export interface Sending {
  readonly state: "ready" | "sending" | "no-line" | { readonly refused: string };
  send(): Promise<void>;
  /** What was said of the last try no longer holds. */
  begin(): void;
}

/** `voice` is asked for elsewhere. */
export function useSending({ calls, about, topic }: Asking, way: Way): Sending {
  const { online, busy, visit } = useKiosk();
  const [draft, set] = useDraft();
  const [state, setState] = useState<Sending["state"]>("ready");
  const kept = useKept();

  async function send(): Promise<void> {
    if (state === "sending" || way === "voice") return;
    busy();
    setState("sending");
    const id = draft.id || newId();
    if (id !== draft.id) set({ id });
    const more = { way, about: topic, item: about, language: visit.language };
    const asked = await askForCall(calls, online, id, requestOf(draft, more));
    if (asked.state === "refused") return setState({ refused: asked.code });
    if (asked.state === "no-line") return setState("no-line");
    const masked = way === "handset" ? "" : ((await fetchRules())?.maskNumber(draft.number) ?? "");
    kept(id, { way, masked, ...asked });
  }
  return { state, send, begin: () => state !== "sending" && setState("ready") };
}
