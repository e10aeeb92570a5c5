/** What a draft of each kind must be like, beyond its shape. Pure: the door asks, and so does the console. */
import { eventMistakes } from "./events/rules.ts";
import { withConsentOf } from "./events/presence.ts";
import type { Bodies, Kind } from "./kinds.ts";
import { leafletMistakes } from "./leaflets/rules.ts";
import { type Mistake, scriptsIn } from "./mistakes.ts";
import { noticeMistakes } from "./notices/rules.ts";
import type { Timing } from "./schema.ts";
import { websiteMistakes } from "./websites/mistakes.ts";

type Drafted<K extends Kind> = Timing & { readonly kind: K; readonly body: Bodies[K] };
export type AnyDraft = { readonly [K in Kind]: Drafted<K> }[Kind];

const ofKind: { readonly [K in Kind]: (draft: Drafted<K>) => readonly Mistake[] } = {
  vacancy: () => [],
  leaflet: leafletMistakes,
  event: eventMistakes,
  notice: noticeMistakes,
  website: websiteMistakes,
};

/** Every mistake, each by its field. */
export function mistakesIn(draft: AnyDraft): readonly Mistake[] {
  const own = ofKind[draft.kind] as (draft: AnyDraft) => readonly Mistake[];
  return [...timingMistakes(draft), ...scriptsIn(draft.body.title, "body.title"), ...own(draft)];
}

function timingMistakes({ from, until }: Timing): readonly Mistake[] {
  const backwards = from !== null && until !== null && Date.parse(until) <= Date.parse(from);
  return backwards ? [{ path: "until", code: "ends-before-start" }] : [];
}

/**
 * A body as it is kept over the one before it: what only the hub may write is taken from there.
 * Of an event that is the adviser's consent.
 */
export function settled<K extends Kind>(kind: K, before: Bodies[K] | null, after: Bodies[K]): Bodies[K] {
  if (kind !== "event") return after;
  const [was, is] = [before, after] as readonly [Bodies["event"] | null, Bodies["event"]];
  return (is.session ? { ...is, session: withConsentOf(was?.session ?? null, is.session) } : is) as Bodies[K];
}

/** A body as screens and the public get it: without what nobody has agreed to show. */
export function forScreens<K extends Kind>(kind: K, body: Bodies[K]): Bodies[K] {
  const { session } = (kind === "event" ? body : { session: null }) as Bodies["event"];
  if (!session || session.consent) return body;
  return { ...body, session: { ...session, name: null, photo: null } };
}
