import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Entry } from "#shared/programme.ts";
import { en, entry, placed, shown, vacancy } from "../../support/pages-fixture.ts";
import { BREW, centreEntry, CHILDCARE, jobs, media, MORNING, notice, OPEN_ALL_DAY, SLIDES, URGENT } from "../../support/programme.ts"; // prettier-ignore
import { headline, HD, PATIENTLY, startBoards, type Boards } from "./page.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let boards: Boards;
beforeAll(async () => {
  boards = await startBoards();
});
afterAll(() => boards.stop());

const CENTRE = centreEntry(OPEN_ALL_DAY);
/** Whose slide stays longer than a test takes. */
const CALM = centreEntry({ ...OPEN_ALL_DAY, board: { ...OPEN_ALL_DAY.board, secondsPerSlide: 120 } });
const QUICK = centreEntry({ ...OPEN_ALL_DAY, board: { ...OPEN_ALL_DAY.board, secondsPerSlide: 4 } });

describe("a board", () => {
  test("stays on its slide and goes on with its ten when something else changes", async () => {
    const board = await boards.open(HD);
    await board.hear([CALM, ...SLIDES, ...jobs("larkhill")]);
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
    /** The card at the front, which stays there from then on: the next change must find it where this one did. */
    const front = () =>
      board.page.locator(".track").evaluate((track) => {
        const [animation] = track.getAnimations();
        animation?.pause();
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
    await board.hear([CALM, ...SLIDES, ...closing, ...jobs("larkhill", 2)], { now: noon - 60_000 });
    await expect
      .poll(() => board.page.locator(".track").textContent(), PATIENTLY)
      .toContain("Closes at noon");
    const slide = await headline(board).textContent();
    // The hub's last word is that it is nearly noon.
    await board.hear([], { now: noon - 1_500, whole: false });
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
    const urgent = entry("notice", "snow", shown<"notice">(URGENT, { until: new Date(MORNING + 600_000).toISOString() })); // prettier-ignore
    await board.hear([urgent], { version: 2, whole: false });
    await expect.poll(() => board.page.locator(".urgent h1").textContent(), PATIENTLY).toBe("We are closing at 2 today because of the snow"); // prettier-ignore
    await board.hear([], { version: 2, now: MORNING + 599_000, whole: false });
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
});
