/** What somebody has said so far of the call that she asks for. It lives in the visit alone, and goes with it. */
import type { Accepted, CallRequest, Way, When } from "#shared/calls/call.ts";
import type { Language } from "#shared/languages.ts";
import { useKiosk, useNote } from "#kiosk/ui/touch/kiosk.ts";
import { noted, startedAgain, went, type Visit } from "#kiosk/ui/touch/visit.ts";

export interface Draft {
  /** The request's own name: sent again under it, it is still one request. */
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly when: When;
  /** `null`: the one that she reads in. */
  readonly language: Language | null;
  readonly kept: Kept | null;
}

/** What became of it; of the number only its last two digits are left. */
export type Kept = { readonly way: Way; readonly masked: string } & (
  | { readonly state: "accepted"; readonly accepted: Pick<Accepted, "reference" | "due" | "from"> }
  | { readonly state: "sealed" }
);

const NOTE = "call";

export function useDraft(): [Draft, (part: Partial<Draft>) => void] {
  const [draft, note] = useNote<Draft>(NOTE, EMPTY);
  return [draft, (part) => note({ ...draft, ...part })];
}

const EMPTY: Draft = { id: "", number: "", name: "", when: "soon", language: null, kept: null };

/** The way here is forgotten, and with it the number: back leads to the start. */
export function useKept(): (id: string, kept: Kept) => void {
  const { change, count } = useKiosk();
  return (id, kept) => {
    change((before: Visit) =>
      noted(went(startedAgain(before), { page: "call", call: { step: "kept" } }), NOTE, {
        ...EMPTY,
        id,
        kept,
      }),
    );
    count("call");
  };
}

export function requestOf(
  draft: Draft,
  more: Pick<CallRequest, "about" | "item" | "way" | "language">,
): CallRequest {
  const numbered = more.way !== "handset";
  return {
    ...more,
    language: draft.language ?? more.language,
    number: numbered ? draft.number : null,
    name: numbered ? draft.name.trim() || null : null,
    when: numbered ? draft.when : "soon",
  };
}
