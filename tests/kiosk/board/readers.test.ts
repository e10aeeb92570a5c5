import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { complaintsOn } from "../../support/axe.ts";
import { entry, shown } from "../../support/pages-fixture.ts";
import { ADVISER, centreEntry, jobs, notice, OPEN_ALL_DAY, PROGRAMMES, SLIDES, text } from "../../support/programme.ts"; // prettier-ignore
import { readCode } from "../../support/qr.ts";
import { codeOf } from "#server/live/code.ts";
import { headline, HD, PATIENTLY, startBoards, type Boards } from "./page.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let boards: Boards;
beforeAll(async () => {
  boards = await startBoards();
});
afterAll(() => boards.stop());

const CENTRE = centreEntry(OPEN_ALL_DAY);

describe("for whoever reads it, a board", () => {
  test("takes turns in the centre's languages, and turns round for those that are read to the left", async () => {
    const board = await boards.open(HD);
    const centre = { ...OPEN_ALL_DAY, languages: ["en" as const, "ur" as const], board: { ...OPEN_ALL_DAY.board, secondsPerSlide: 4 } }; // prettier-ignore
    await board.hear([centreEntry(centre), ...SLIDES.slice(0, 1), ...jobs("larkhill")]);
    await expect.poll(() => board.page.locator(".board").getAttribute("dir"), PATIENTLY).toBe("ltr");
    // At one glance: a moment later it may be the other language's turn.
    const seen = () =>
      board.page.evaluate(() => {
        const slide = document.querySelector(".layer:not([aria-hidden=true]) .voice");
        const [lang, dir] = ["lang", "dir"].map((name) => slide?.getAttribute(name));
        return [document.querySelector(".board")?.getAttribute("dir"), lang, dir, document.querySelector(".date")?.textContent]; // prettier-ignore
      });
    await expect.poll(seen, PATIENTLY).toEqual(["rtl", "ur", "rtl", "منگل 24 نومبر"]);
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
      .toBe("https://signpost.example.org/c/larkhill?via=code");
    expect(await readCode(code)).toBe("https://signpost.example.org/c/larkhill?via=code");
    await board.page.close();
  });

  test("a text in one language only is marked as being in it, in whatever turn it comes", async () => {
    const board = await boards.open(HD);
    const polish = entry("notice", "pl", shown<"notice">(notice(text({ pl: "Spotkanie rodziców" }))));
    await board.hear([CENTRE, polish]);
    await expect.poll(() => headline(board).textContent(), PATIENTLY).toBe("Spotkanie rodziców");
    expect(await board.page.locator(".voice").getAttribute("lang")).toBe("pl");
    await board.page.close();
  });

  test.each(["english", "welsh", "urdu", "urgent", "nothing"] as const)(
    "can be read with little sight, AAA contrast included: %s",
    async (name) => {
      const board = await boards.open(HD, { reducedMotion: "reduce" });
      await board.hear(PROGRAMMES[name]);
      await expect.poll(board.painted, PATIENTLY).toContain(1);
      const violations = await complaintsOn(board.page, {
        exclude: "[aria-hidden=true]",
        rules: { "color-contrast-enhanced": { enabled: true } },
      });
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await board.page.close();
    },
  );
});
