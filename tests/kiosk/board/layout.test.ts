import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Entry } from "#shared/programme.ts";
import { PROGRAMMES, type ProgrammeName } from "../../support/programme.ts"; // prettier-ignore
import { illegible } from "./legible.ts";
import { headline, PATIENTLY, startBoards, type Boards, type OpenBoard } from "./page.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let boards: Boards;
beforeAll(async () => {
  boards = await startBoards();
});
afterAll(() => boards.stop());

const isSlide = ({ type }: Entry) => type === "event" || type === "leaflet" || type === "notice";

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
