import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { en, entry, placed, shown, vacancy } from "../../support/pages-fixture.ts";
import { ADVISER, BREW, centreEntry, CHILDCARE, jobs, media, MORNING, notice, OPEN_ALL_DAY, PROGRAMMES, SLIDES, text, URGENT, type ProgrammeName } from "../../support/programme.ts"; // prettier-ignore
import { readCode } from "../../support/qr.ts";
import { codeOf } from "#server/live/code.ts";
import type { Entry } from "#shared/programme.ts";
import { illegible } from "./legible.ts";
import { startBoards, type Boards, type OpenBoard } from "./page.ts";

const HD = { width: 1920, height: 1080 };
const CENTRE = centreEntry(OPEN_ALL_DAY);
const QUICK = centreEntry({ ...OPEN_ALL_DAY, board: { ...OPEN_ALL_DAY.board, secondsPerSlide: 4 } });
const isSlide = ({ type }: Entry) => type === "event" || type === "leaflet" || type === "notice";

/** Looks again and again, for as long as a busy machine may take. */
const PATIENTLY = { timeout: 15_000 };

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let boards: Boards;
beforeAll(async () => {
  boards = await startBoards();
});
afterAll(() => boards.stop());

const headline = ({ page }: OpenBoard) => page.locator(".layer:not([aria-hidden=true]) h2").first();

describe.each([
  [1280, 720],
  [1080, 1920],
  [1024, 768],
  [768, 1024],
])("on a picture of %i by %i", (width, height) => {
  let board: OpenBoard;
  let version = 0;
  beforeAll(async () => {
    board = await boards.open({ width, height }, { reducedMotion: "reduce" });
  });
  afterAll(() => board.page.close());

  test.each(Object.keys(PROGRAMMES) as ProgrammeName[])(
    "everything can be read and nothing is cut: %s",
    async (name) => {
      const all: readonly Entry[] = PROGRAMMES[name];
      const others = all.filter((one) => !isSlide(one) || one.id === "adviser" || one.id === "session");
      const turns = all.filter(isSlide).map((slide) => [...others, slide]);
      for (const entries of turns.length > 0 ? turns : [others]) {
        version += 1;
        await board.hear(entries, { version, epoch: String(version) });
        await expect.poll(board.painted, PATIENTLY).toContain(version);
        await board.page.evaluate(() => document.fonts.ready);
        await expect.poll(() => board.page.evaluate(illegible), PATIENTLY).toEqual([]);
      }
    },
  );
});

test.each([
  [1280, 720],
  [1920, 1080],
  [2560, 1080],
  [3840, 2160],
])("on a picture of %i by %i everything has the same part of its height", async (width, height) => {
  const board = await boards.open({ width, height });
  await board.hear(PROGRAMMES.english);
  await expect.poll(() => headline(board).count(), PATIENTLY).toBe(1);
  const parts = await board.page.evaluate(() =>
    [".ten", ".slides", ".clock"].map((part) => document.querySelector(part)!.clientHeight / innerHeight),
  );
  const expected = [9.5, 22.7, 2.3].map((rem) => rem / 37);
  for (const [at, part] of parts.entries()) expect(part).toBeCloseTo(expected[at]!, 2);
  await board.page.close();
});

describe("a board", () => {
  test("stays on its slide and goes on with its ten when something else changes", async () => {
    const board = await boards.open(HD);
    await board.hear([CENTRE, ...SLIDES, ...jobs("larkhill")]);
    const first = await headline(board).textContent();
    const ten = board.page.locator(".track");
    const animation = await ten.evaluateHandle((track) => track.getAnimations()[0]);
    const more = [entry("leaflet", "more", shown<"leaflet">({ ...CHILDCARE, title: en("Another leaflet") }))];
    await board.hear(more, { version: 2, whole: false });
    await expect.poll(board.painted, PATIENTLY).toContain(2);
    expect(await headline(board).textContent()).toBe(first);
    expect(await board.page.locator(".layer").count()).toBe(1);
    expect(await animation.evaluate((running) => running?.playState)).toBe("running");
    expect(await ten.evaluate((track, running) => track.getAnimations()[0] === running, animation)).toBe(
      true,
    );
    await board.page.close();
  });

  test("keeps its ten where they are when one of them comes or goes", async () => {
    const board = await boards.open(HD);
    await board.hear([CENTRE, ...jobs("larkhill")]);
    const front = () =>
      board.page.locator(".track").evaluate((track) => {
        const [animation] = track.getAnimations();
        const { left } = track.parentElement!.getBoundingClientRect();
        const cards = [...track.querySelectorAll("li:not([aria-hidden])")];
        const at = cards.find((card) => card.getBoundingClientRect().right > left + 1);
        return `${at?.querySelector("h3")?.textContent} ${Math.round(Number(animation?.currentTime) / 100_000)}`;
      });
    await board.page.locator(".track").evaluate((track) => {
      const [animation] = track.getAnimations();
      if (animation) animation.currentTime = 3 * 6_900 + 100;
    });
    expect(await front()).toBe("School cook 0");
    const left = entry("placement", "larkhill-ta", null);
    const came = [entry("vacancy", "new", shown<"vacancy">(vacancy(en("A new job")))), entry("placement", "new", placed("new", 0))]; // prettier-ignore
    await board.hear([{ ...left, version: 2 }], { version: 2, whole: false });
    await expect
      .poll(() => board.page.locator(".track").textContent(), PATIENTLY)
      .not.toContain("Teaching assistant");
    expect(await front()).toBe("School cook 0");
    await board.hear(came, { version: 3, whole: false });
    await expect.poll(() => board.page.locator(".track").textContent(), PATIENTLY).toContain("A new job");
    expect(await front()).toBe("School cook 0");
    await board.page.close();
  });

  test("changes the words of the slide that is on, in place", async () => {
    const board = await boards.open(HD);
    await board.hear([CENTRE, entry("event", "brew", shown<"event">(BREW))]);
    await expect
      .poll(() => headline(board).textContent(), PATIENTLY)
      .toBe("Meet local employers over a brew");
    const mended = { ...entry("event", "brew", shown<"event">({ ...BREW, title: en("Meet them tomorrow") })), version: 2 }; // prettier-ignore
    await board.hear([mended], { version: 2, whole: false });
    await expect.poll(() => headline(board).textContent(), PATIENTLY).toBe("Meet them tomorrow");
    expect(await board.page.locator(".layer").count()).toBe(1);
    await board.page.close();
  });

  test("says that a version is painted only when the document holds it", async () => {
    const board = await boards.open(HD);
    await board.page.evaluate(() => {
      const { board: it } = globalThis as unknown as { board: { painted: number[] } };
      const seen: Record<number, boolean> = {};
      it.painted.push = (version: number) => {
        seen[version] = document.body.textContent!.includes(`Job number ${version}.`);
        return Array.prototype.push.call(it.painted, version);
      };
      Object.assign(globalThis, { seen });
    });
    await board.hear([CENTRE]);
    for (let version = 2; version <= 20; version += 1) {
      const job = shown<"vacancy">(vacancy(en(`Job number ${version}.`)));
      const both = [entry("vacancy", "job", job), entry("placement", "job", placed("job", 0))];
      await board.hear(both.map((one) => ({ ...one, version })), { version, whole: false }); // prettier-ignore
      await expect.poll(board.painted, PATIENTLY).toContain(version);
    }
    const seen = await board.page.evaluate(() => (globalThis as unknown as { seen: object }).seen);
    expect(Object.entries(seen).filter(([version, was]) => !was && Number(version) > 1)).toEqual([]);
    await board.page.close();
  });

  test("takes off a vacancy at the instant it closes, in the middle of a slide, with the hub unplugged", async () => {
    const board = await boards.open(HD);
    const until = "2026-11-24T12:00:00Z";
    const noon = Date.parse(until);
    const closing = [
      entry("vacancy", "noon", shown<"vacancy">(vacancy(en("Closes at noon")), { until })),
      entry("placement", "noon", placed("noon", 0, { until })),
    ];
    await board.hear([CENTRE, ...SLIDES, ...closing, ...jobs("larkhill", 2)], { now: noon - 1_500 });
    await expect
      .poll(() => board.page.locator(".track").textContent(), PATIENTLY)
      .toContain("Closes at noon");
    const slide = await headline(board).textContent();
    await board.page.evaluate(() => (globalThis as unknown as { board: { unplug(): void } }).board.unplug());
    await expect
      .poll(() => board.page.locator(".track").textContent(), PATIENTLY)
      .not.toContain("Closes at noon");
    expect(await board.page.locator(".clock").textContent()).toBe("12:00");
    expect(await headline(board).textContent()).toBe(slide);
    await board.page.close();
  });

  test("covers an item that ends with the next one, and nothing shines through between them", async () => {
    const board = await boards.open(HD);
    const pair = SLIDES.filter(({ id }) => id === "brew" || id === "parking");
    await board.hear([CENTRE, ...pair]);
    const first = (await headline(board).textContent()) ?? "";
    const key = first.startsWith("Meet") ? { type: "event", id: "brew" } : { type: "notice", id: "parking" };
    await board.hear([{ ...key, version: 2, value: null } as Entry], { version: 2, whole: false });
    await expect.poll(() => headline(board).textContent(), PATIENTLY).not.toBe(first);
    await expect.poll(() => board.page.locator(".layer").count(), PATIENTLY).toBe(1);
    await expect.poll(board.painted, PATIENTLY).toContain(2);
    const opacity = await board.page.locator(".layer").evaluate((layer) => getComputedStyle(layer).opacity);
    expect([opacity, await board.page.textContent("body")]).toEqual([
      "1",
      expect.not.stringContaining(first),
    ]);
    await board.page.close();
  });

  test("shows a welcome of the centre's when nothing is left", async () => {
    const board = await boards.open(HD);
    await board.hear([CENTRE, ...SLIDES.slice(0, 1)]);
    await board.hear([{ type: "event", id: "brew", version: 2, value: null }], { version: 2, whole: false });
    await expect.poll(() => headline(board).textContent(), PATIENTLY).toBe("Welcome");
    expect(await board.page.textContent(".layer:not([aria-hidden=true])")).toContain(
      "Anyone with a child under five",
    );
    await board.page.close();
  });

  test("gives the whole screen to an urgent notice at once, until it ends, also outside opening hours", async () => {
    const board = await boards.open(HD);
    const closed = centreEntry({
      ...OPEN_ALL_DAY,
      opening: [{ days: ["sun"], start: "09:00", end: "10:00" }],
    });
    await board.hear([closed, ...SLIDES]);
    await expect.poll(() => board.page.locator(".sleep").count(), PATIENTLY).toBe(1);
    const urgent = entry("notice", "snow", shown<"notice">(URGENT, { until: new Date(MORNING + 1_500).toISOString() })); // prettier-ignore
    await board.hear([urgent], { version: 2, whole: false });
    await expect.poll(() => board.page.locator(".urgent h1").textContent(), PATIENTLY).toBe("We are closing at 2 today because of the snow"); // prettier-ignore
    await expect.poll(() => board.page.locator(".urgent").count(), PATIENTLY).toBe(0);
    expect(await board.page.locator(".sleep").count()).toBe(1);
    await board.page.close();
  });

  test("is really black and runs nothing while the centre is closed", async () => {
    const board = await boards.open(HD);
    await board.hear([centreEntry({ ...OPEN_ALL_DAY, closedDays: ["2026-11-24"] }), ...SLIDES]);
    await expect.poll(() => board.page.locator(".sleep").count(), PATIENTLY).toBe(1);
    const covered = await board.page.locator(".sleep").evaluate((sleep) => {
      const { left, top, right, bottom } = sleep.getBoundingClientRect();
      const covers = left <= 0 && top <= 0 && right >= innerWidth && bottom >= innerHeight;
      return [covers, getComputedStyle(sleep).backgroundColor, document.getAnimations().length];
    });
    expect(covered).toEqual([true, "rgb(0, 0, 0)", 0]);
    await board.page.close();
  });

  test("shows a slide without its picture where that cannot be had", async () => {
    const board = await boards.open(HD);
    const lost = { ...BREW, picture: media("lost", "picture", 4, 3) };
    const found = { ...BREW, picture: media("there", "picture", 4, 3) };
    await board.hear([CENTRE, entry("event", "brew", shown<"event">(found))]);
    await expect.poll(() => board.page.locator(".art img").count(), PATIENTLY).toBe(1);
    await board.hear([{ ...entry("event", "brew", shown<"event">(lost)), version: 2 }], {
      version: 2,
      whole: false,
    });
    await expect.poll(() => board.page.locator(".art img").count(), PATIENTLY).toBe(0);
    await expect.poll(board.painted, PATIENTLY).toContain(2);
    expect(await headline(board).textContent()).toBe("Meet local employers over a brew");
    await board.page.close();
  });

  test("goes on without a film that does not play, with the words and the picture in its place", async () => {
    const board = await boards.open(HD);
    const film = notice(en("How we cook"), { video: media("film", "video", 4, 3), picture: media("pot", "picture", 4, 3) }); // prettier-ignore
    await board.hear([QUICK, entry("notice", "film", shown<"notice">(film)), ...SLIDES.slice(0, 1)]);
    const seen = new Set<string>();
    await expect.poll(() => board.page.locator(".art img").count(), PATIENTLY).toBe(1);
    await expect
      .poll(async () => seen.add((await headline(board).textContent()) ?? ""), PATIENTLY)
      .toEqual(new Set(["How we cook", "Meet local employers over a brew"]));
    await expect.poll(() => board.page.locator("video").count(), PATIENTLY).toBe(0);
    await board.page.close();
  });

  test("passes over a slide that cannot be drawn, and never shows nothing", async () => {
    const board = await boards.open(HD);
    const bad = entry("leaflet", "bad", shown<"leaflet">({ ...CHILDCARE, pdfs: null as never, title: { ...CHILDCARE.title, words: null as never } })); // prettier-ignore
    await board.hear([CENTRE, bad, ...SLIDES.slice(0, 1)]);
    await expect
      .poll(() => headline(board).textContent(), PATIENTLY)
      .toBe("Meet local employers over a brew");
    expect(await board.page.evaluate(() => (globalThis as unknown as { board: { faults: string[] } }).board.faults)).toEqual([]); // prettier-ignore
    await board.page.close();
  });

  test("takes turns in the centre's languages, and turns round for those that are read to the left", async () => {
    const board = await boards.open(HD);
    const centre = { ...OPEN_ALL_DAY, languages: ["en" as const, "ur" as const], board: { ...OPEN_ALL_DAY.board, secondsPerSlide: 4 } }; // prettier-ignore
    await board.hear([centreEntry(centre), ...SLIDES.slice(0, 1), ...jobs("larkhill")]);
    await expect.poll(() => board.page.locator(".board").getAttribute("dir"), PATIENTLY).toBe("ltr");
    await expect.poll(() => board.page.locator(".board").getAttribute("dir"), PATIENTLY).toBe("rtl");
    const slide = board.page.locator(".layer:not([aria-hidden=true]) .voice");
    expect([await slide.getAttribute("lang"), await slide.getAttribute("dir")]).toEqual(["ur", "rtl"]);
    expect(await board.page.locator(".date").textContent()).toBe("منگل 24 نومبر");
    await board.page.close();
  });

  test("in Wales says everything in Welsh and in English, Welsh first", async () => {
    const board = await boards.open(HD);
    await board.hear(PROGRAMMES.welsh);
    await expect.poll(() => board.page.locator(".date").textContent(), PATIENTLY).toBe("Dydd Mawrth 24 TachweddTuesday 24 November"); // prettier-ignore
    const languages = await board.page
      .locator(".layer:not([aria-hidden=true]) .voice")
      .evaluateAll((voices) => voices.map((voice) => voice.getAttribute("lang")));
    expect(languages).toEqual(["cy", "en"]);
    expect(await board.page.locator("header h1").textContent()).toBe("Canolfan Blant AberhelygAberhelyg Children’s Centre"); // prettier-ignore
    expect(await board.page.locator(".pay").first().textContent()).toBe("£12.85 yr awr · an hour");
    await board.page.close();
  });

  test("stands still and centred when there are fewer jobs than the board holds", async () => {
    const board = await boards.open(HD);
    await board.hear([CENTRE, ...jobs("larkhill", 2)]);
    await expect.poll(() => board.page.locator(".track li").count(), PATIENTLY).toBe(2);
    const sides = await board.page.locator(".track").evaluate((track) => {
      const pane = track.getBoundingClientRect();
      const [first, last] = [track.firstElementChild!, track.lastElementChild!].map((card) => card.getBoundingClientRect()); // prettier-ignore
      return [
        track.getAnimations().length,
        Math.abs(first!.left - pane.left - (pane.right - last!.right)) < 2,
      ];
    });
    expect(sides).toEqual([0, true]);
    await board.page.close();
  });

  test("does not move for whoever set reduced motion: pages of jobs are swapped", async () => {
    const board = await boards.open(HD, { reducedMotion: "reduce" });
    await board.hear([CENTRE, ...SLIDES, ...jobs("larkhill")]);
    await expect.poll(() => board.page.locator(".track.pages").count(), PATIENTLY).toBe(1);
    const easings = await board.page
      .locator(".track")
      .evaluate((track) => (track.getAnimations()[0]!.effect as KeyframeEffect).getKeyframes().map(({ easing }) => easing)); // prettier-ignore
    expect(new Set(easings.slice(0, -1))).toEqual(new Set(["steps(1)"]));
    await board.page.close();
  });

  test("shows a code only where phones can reach the hub", async () => {
    const board = await boards.open(HD);
    await board.hear([CENTRE, entry("event", "adviser", shown<"event">(ADVISER)), ...SLIDES]);
    await expect.poll(() => board.page.locator(".adviser").count(), PATIENTLY).toBe(1);
    expect([await board.page.locator(".code").count(), await board.page.locator(".soon").count()]).toEqual([
      0, 1,
    ]);
    const about = {
      centre: "larkhill",
      kind: "board",
      name: null,
      code: codeOf("https://signpost.example.org/", "larkhill"),
    };
    await board.page.evaluate((it) => (globalThis as unknown as { board: { tell(about: object): void } }).board.tell(it), about); // prettier-ignore
    const code = board.page.locator(".code");
    await expect
      .poll(() => code.getAttribute("aria-label"), PATIENTLY)
      .toBe("https://signpost.example.org/c/larkhill");
    expect(await readCode(code)).toBe("https://signpost.example.org/c/larkhill");
    await board.page.close();
  });

  test.each(["english", "welsh", "urdu", "urgent", "nothing"] as const)(
    "can be read with little sight, AAA contrast included: %s",
    async (name) => {
      const board = await boards.open(HD, { reducedMotion: "reduce" });
      await board.hear(PROGRAMMES[name]);
      await expect.poll(board.painted, PATIENTLY).toContain(1);
      const { violations } = await new AxeBuilder({ page: board.page })
        .options({ rules: { "color-contrast-enhanced": { enabled: true } } })
        .exclude("[aria-hidden=true]")
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await board.page.close();
    },
  );

  test("a text in one language only is marked as being in it, in whatever turn it comes", async () => {
    const board = await boards.open(HD);
    const polish = entry("notice", "pl", shown<"notice">(notice(text({ pl: "Spotkanie rodziców" }))));
    await board.hear([CENTRE, polish]);
    await expect.poll(() => headline(board).textContent(), PATIENTLY).toBe("Spotkanie rodziców");
    expect(await board.page.locator(".voice").getAttribute("lang")).toBe("pl");
    await board.page.close();
  });
});
