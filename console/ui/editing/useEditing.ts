/**
 * The work on one item: kept in the browser while it is typed, sent over the revision it was made
 * from, and laid beside what somebody else has changed meanwhile.
 */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Sent } from "#shared/contract.ts";
import type { Item } from "#shared/item.ts";
import type { Bodies, Kind } from "#shared/kinds.ts";
import type { Mistake } from "#shared/mistakes.ts";
import { refused, type Refusal, type Result } from "#shared/result.ts";
import { newId } from "#shared/newId.ts";
import { useAsked } from "../../live/collection.ts";
import { order } from "../../live/client.ts";
import { useDraft } from "../../live/drafts.ts";
import { merged, same, taking, type Clash } from "./merge.ts";
import { begunFrom, mistakesBefore, workingOf, type Begun, type Working } from "./working.ts";

const TOPICS = [
  "saveItem",
  "publishItem",
  "withdrawItem",
  "declineItem",
  "bringBackItem",
  "takeOff",
  "sayHere",
  "agreeToName",
] as const;

export interface Editing<K extends Kind> {
  readonly kind: K;
  readonly state: "loading" | "missing" | "ready";
  /** As the hub has it; `null` while it is only here. */
  readonly item: Item<K> | null;
  readonly id: string;
  readonly value: Working<K>;
  readonly isChanged: boolean;
  /** It was begun on another day and found again. */
  readonly isFound: boolean;
  readonly isBusy: boolean;
  readonly refusal: Refusal | null;
  /** Codes by the field's path. */
  readonly mistakes: Readonly<Record<string, string>>;
  readonly clashes: readonly Clash[];
  set(change: Partial<Working<K>>): void;
  setBody(change: Partial<Bodies[K]>): void;
  /** Settles what both have changed: theirs at these places, mine at the others. */
  settle(theirs: readonly Clash[]): void;
  discard(): void;
  /** Whether it could be sent; what is wrong is said from now on. */
  check(): boolean;
  save(): Promise<Item<K> | null>;
  publish(): Promise<Item<K> | null>;
  withdraw(): Promise<Item<K> | null>;
  /** Back to whoever put it up, as a draft. */
  decline(reason: string): Promise<Item<K> | null>;
}

interface Options<K extends Kind> {
  readonly kind: K;
  /** `null`: something new. */
  readonly id: string | null;
  readonly blank: () => Working<K>;
  /** Paths of what must not be empty. */
  readonly needed: readonly string[];
  /** What follows from the rest, put right before it is sent. */
  readonly tidy?: (value: Working<K>) => Working<K>;
}

export function useEditing<K extends Kind>({
  kind,
  id,
  blank,
  needed,
  tidy = (value) => value,
}: Options<K>): Editing<K> {
  const fresh = useMemo<Begun<K>>(
    () => ({ id: newId(), over: null, base: null, value: blank() }),
    [kind, id],
  );
  // What is as the hub has it need not be kept in the browser.
  const [clean, setClean] = useState<Begun<K>>(fresh);
  const latest = useRef(clean);
  latest.current = clean;
  const draft = useDraft<Begun<K> | null>(`${kind}/${id ?? "new"}`, null);
  const asked = useAsked<Item<K>, "findItem">("findItem", id === null ? null : { id }, TOPICS);
  const item = asked.state === "here" ? asked.value : null;
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isTold, tell] = useState(false);
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  const begun = draft.value ?? clean;
  // A key that is pressed right after a letter must find the letter.
  const now = useRef(begun);
  now.current = begun;
  const isChanged = differs(begun);

  function differs({ base, value }: Begun<K>): boolean {
    return !same(base ?? fresh.value, value);
  }

  useEffect(() => {
    if (item && item.revision > (begun.over ?? 0)) meet(item);
  }, [item?.revision, begun.over]);

  function change(how: (before: Begun<K>) => Begun<K>): void {
    draft.set((before) => how(before ?? latest.current));
  }

  /** As the hub has it from now on; what was typed since `sent` left stays. */
  function adopt(theirs: Item<K>, sent = now.current): void {
    const taken = begunFrom(theirs);
    const { value } = merged(sent.value, now.current.value, taken.value);
    setClean(taken);
    setClashes([]);
    if (same(now.current.value, sent.value)) draft.discard();
    else draft.set({ ...taken, value });
  }

  /** Takes over what somebody else did; what both did waits to be chosen. */
  function meet(theirs: Item<K>): Begun<K> | null {
    const { base, value } = now.current;
    if (base === null || !differs(now.current)) {
      adopt(theirs);
      return null;
    }
    const both = merged(base, value, workingOf(theirs));
    const next = { id: theirs.id, over: theirs.revision, base: workingOf(theirs), value: both.value };
    draft.set(next);
    setClashes(both.clashes);
    return both.clashes.length === 0 ? next : null;
  }

  async function send(from: Begun<K>, again: boolean): Promise<Item<K> | null> {
    const value = tidy(from.value);
    const result: Result<Item<K>> = await order("saveItem", { id: from.id, kind, ...value, over: from.over } as unknown as Sent<"saveItem">); // prettier-ignore
    if (result.ok) {
      adopt(result.value, from);
      return result.value;
    }
    const theirs = (result.refusal.details as { theirs?: Item<K> } | undefined)?.theirs;
    const next = result.refusal.code === "changed-meanwhile" && theirs && again ? meet(theirs) : null;
    if (next) return send(next, false);
    setRefusal(result.refusal);
    return null;
  }

  async function busily(act: () => Promise<Item<K> | null>): Promise<Item<K> | null> {
    setBusy(true);
    setRefusal(null);
    try {
      return await act();
    } finally {
      setBusy(false);
    }
  }

  function check(): boolean {
    tell(true);
    const wrong = mistakesBefore(kind, { ...now.current, value: tidy(now.current.value) }, needed);
    setRefusal(wrong.length > 0 ? refused("bad-input", wrong).refusal : null);
    return wrong.length === 0;
  }

  async function save(): Promise<Item<K> | null> {
    return check() ? send(now.current, true) : null;
  }

  async function move(
    command: "publishItem" | "withdrawItem" | "declineItem",
    over: number,
    more: { readonly reason?: string } = {},
  ): Promise<Item<K> | null> {
    const result: Result<Item<K>> = await order(command, { id: now.current.id, over, ...more } as never);
    if (!result.ok) {
      setRefusal(result.refusal);
      return null;
    }
    // What has not been sent stays as it is typed.
    adopt(result.value, { ...now.current, value: now.current.base ?? now.current.value });
    if (id !== null) void asked.collection.refresh();
    return result.value;
  }

  return {
    kind,
    state: id === null || begun.over !== null ? "ready" : asked.state === "failed" ? "missing" : "loading",
    item: id === null ? null : item,
    id: begun.id,
    value: begun.value,
    isChanged,
    isFound: draft.found && isChanged,
    isBusy,
    refusal,
    mistakes: isTold
      ? codesOf(mistakesBefore(kind, { ...begun, value: tidy(begun.value) }, needed), refusal, kind)
      : codesOf([], refusal, kind),
    clashes,
    set: (part) => change((before) => ({ ...before, value: { ...before.value, ...part } })),
    setBody: (part) =>
      change((before) => ({
        ...before,
        value: { ...before.value, body: { ...before.value.body, ...part } },
      })),
    settle(theirs) {
      change((before) => ({ ...before, value: taking(before.value, theirs) }));
      setClashes([]);
    },
    discard() {
      draft.discard();
      setRefusal(null);
      setClashes([]);
      tell(false);
      if (item) setClean(begunFrom(item));
    },
    check,
    save: () => busily(save),
    publish: () =>
      busily(async () => {
        const saved = differs(now.current) || now.current.over === null ? await save() : item;
        if (!saved) return null;
        return saved.state === "published" ? saved : move("publishItem", saved.revision);
      }),
    withdraw: () =>
      busily(async () => (now.current.over === null ? null : move("withdrawItem", now.current.over))),
    decline: (reason) =>
      busily(async () =>
        now.current.over === null ? null : move("declineItem", now.current.over, { reason }),
      ),
  };
}

function codesOf(
  found: readonly Mistake[],
  refusal: Refusal | null,
  kind: Kind,
): Readonly<Record<string, string>> {
  const said = refusal?.code === "bad-input" && Array.isArray(refusal.details) ? refusal.details : [];
  const all = [...(said as typeof found), ...late(refusal, kind), ...found];
  return Object.fromEntries(all.map(({ path, code }) => [path, code]));
}

/** Too late to be shown: the field that says until when. */
function late(refusal: Refusal | null, kind: Kind): readonly Mistake[] {
  if (refusal?.code === "not-reviewed") return [{ path: "body.reviewBy", code: refusal.code }];
  if (refusal?.code !== "already-ended") return [];
  return [{ path: kind === "event" ? "body.first.day" : "until", code: refusal.code }];
}
