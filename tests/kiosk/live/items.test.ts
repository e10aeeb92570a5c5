import { describe, expect, test } from "vitest";
import { digest, type Changes, type Entry } from "#shared/programme.ts";
import { apply, compare, replaced, settle, type Fingerprint, type Holdings } from "#kiosk/live/items.ts";

const NOW = Date.parse("2026-11-24T10:24:00Z");

function entry(id: string, version: number, value: object | null = {}): Entry {
  return { type: "notice", id, version, value } as Entry;
}

function changes(version: number, entries: readonly Entry[], more: Partial<Changes> = {}): Changes {
  return { epoch: "first", version, now: NOW, whole: false, entries, ...more };
}

function holding(...entries: readonly Entry[]): Holdings {
  return replaced(changes(Math.max(0, ...entries.map((each) => each.version)), entries));
}

function shown(held: Holdings): readonly string[] {
  return [...held.entries.values()].map((each) => `${each.id}@${each.version}`).toSorted();
}

/** What a hub says that holds these entries. */
function said(version: number, entries: readonly Entry[], epoch = "first"): Fingerprint {
  return { epoch, version, now: NOW, digest: digest(entries, NOW) };
}

/** A small generator (mulberry32), so that a failing run can be had again by its seed. */
function randomly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Forty changes of ten notices, a third of them withdrawals. */
function history(random: () => number): readonly Entry[] {
  return Array.from({ length: 40 }, (_, at) =>
    entry(`n${Math.floor(random() * 10)}`, at + 1, random() < 1 / 3 ? null : {}),
  );
}

describe("what a screen holds", () => {
  test.each(Array.from({ length: 100 }, (_, seed) => seed))(
    "is the same in whatever order and however often changes arrive (seed %i)",
    (seed) => {
      const random = randomly(seed);
      const told = history(random);
      const inOrder = told.reduce((held, each) => apply(held, changes(each.version, [each])), holding());
      const messages = [...told, ...told].map((each) => ({ each, at: random() }));
      const shuffled = messages.toSorted((one, other) => one.at - other.at).map(({ each }) => each);
      const anyOrder = shuffled.reduce((held, each) => apply(held, changes(each.version, [each])), holding());
      expect(shown(anyOrder)).toEqual(shown(inOrder));
      expect(anyOrder.version).toBe(40);
      const latest = new Map(told.map((each) => [each.id, each]));
      const alive = [...latest.values()].filter((each) => each.value !== null);
      expect(shown(anyOrder)).toEqual(alive.map((each) => `${each.id}@${each.version}`).toSorted());
    },
  );

  test.each(Array.from({ length: 50 }, (_, seed) => seed))(
    "is right when the whole arrives anywhere among the changes (seed %i)",
    (seed) => {
      const random = randomly(seed);
      const told = history(random);
      const readAt = Math.floor(random() * 40);
      const before = told
        .slice(0, readAt)
        .reduce((held, each) => apply(held, changes(each.version, [each])), holding());
      const whole = changes(readAt, [...before.entries.values()], { whole: true });
      const arrives = readAt + Math.floor(random() * (40 - readAt));
      let held = holding(entry("stale", 0));
      for (const [at, each] of told.entries()) {
        if (at === arrives) held = apply(held, whole);
        held = apply(held, changes(each.version, [each]));
      }
      const straight = told.reduce((all, each) => apply(all, changes(each.version, [each])), holding());
      expect(shown(held)).toEqual(shown(straight));
    },
  );

  test("does not get back what was withdrawn when an older message arrives late", () => {
    const withdrawn = apply(holding(entry("tea", 3)), changes(5, [entry("tea", 5, null)]));
    expect(shown(apply(withdrawn, changes(4, [entry("tea", 4)])))).toEqual([]);
    expect(shown(apply(withdrawn, changes(4, [entry("tea", 4)], { whole: true })))).toEqual([]);
  });

  test("is replaced as a whole by another epoch", () => {
    const restored = changes(2, [entry("jobs-fair", 2)], { epoch: "second", whole: true });
    const held = apply(holding(entry("tea", 90)), restored);
    expect(shown(held)).toEqual(["jobs-fair@2"]);
    expect(held).toMatchObject({ epoch: "second", version: 2 });
  });

  test("is left alone by a part of another epoch, which says nothing of the rest", () => {
    const held = holding(entry("tea", 3));
    expect(apply(held, changes(9, [entry("fair", 9)], { epoch: "second" }))).toBe(held);
  });

  test("is not counted as complete by the first part of a long message", () => {
    const held = apply(holding(entry("tea", 3)), changes(0, [entry("fair", 9)]));
    expect(held.version).toBe(3);
    expect(shown(held)).toEqual(["fair@9", "tea@3"]);
  });

  test("forgets what left, and what ended yesterday, once hub and screen agree", () => {
    const ended = entry("old", 2, { until: "2026-11-23T10:00:00Z" });
    const ending = entry("new", 3, { until: "2026-11-24T10:00:00Z" });
    const held = apply(holding(ended, ending), changes(4, [entry("tea", 4, null)]));
    const settled = settle(held, NOW);
    expect(shown(settled)).toEqual(["new@3"]);
    expect(settled.gone.size).toBe(0);
    expect(settle(settled, NOW)).toBe(settled);
  });
});

describe("comparing with the hub", () => {
  const held = holding(entry("tea", 3), entry("fair", 7));

  test("agrees when both hold the same", () => {
    expect(compare(held, said(7, [entry("fair", 7), entry("tea", 3)]))).toBe("same");
  });

  test("tells when an entry is missing or too many", () => {
    expect(compare(held, said(7, [entry("fair", 7)]))).toBe("different");
    expect(compare(held, said(7, [entry("fair", 7), entry("tea", 3), entry("sew", 5)]))).toBe("different");
    expect(compare(held, said(7, [entry("fair", 7), entry("tea", 3)], "second"))).toBe("different");
  });

  test("waits while a change is on its way in either direction", () => {
    expect(compare(held, said(8, [entry("tea", 8)]))).toBe("behind");
    expect(compare(held, said(6, [entry("tea", 3)]))).toBe("ahead");
  });

  test("leaves out what has ended by the hub's clock on both sides", () => {
    const withEnded = holding(entry("tea", 3), entry("old", 4, { until: "2026-11-24T10:00:00Z" }));
    expect(compare(withEnded, said(4, [entry("tea", 3)]))).toBe("same");
  });
});
