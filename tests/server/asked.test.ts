import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { done } from "#shared/result.ts";
import { startAsked } from "#server/asked.ts";

const mayfly = {
  beside: join(import.meta.dirname, "../support"),
  program: "mayfly",
  megabytes: 64,
  patience: 60_000,
  idle: 60_000,
  crashed: "reader-crashed",
};

test("a process that dies between two questions keeps nobody waiting, and the next one gets a new one", async () => {
  const asked = startAsked(mayfly);
  const cutShort = await asked.turn(async (say) => {
    const first = await say({});
    const id = Number(first.ok && first.value);
    await vi.waitFor(() => expect(() => process.kill(id, 0)).toThrow("ESRCH"), 10_000);
    return say({});
  });
  expect(cutShort).toMatchObject({ refusal: { code: "reader-crashed" } });
  expect(await asked.turn(async (say) => done(await say({})))).toMatchObject({ value: { ok: true } });
  await asked.stop();
});
