/**
 * What axe complains of on a page. It runs in the page itself and is put there once: its own builder puts it there anew
 * each time and opens a page beside for the report, which takes longer than the looking.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright";

const builder = createRequire(import.meta.url).resolve("@axe-core/playwright");
const source = readFileSync(createRequire(builder).resolve("axe-core/axe.min.js"), "utf8");

export interface Complaint {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

export interface Look {
  /** Of what alone, as a selector. */
  readonly include?: string;
  readonly exclude?: string;
  /** Of which sets of rules alone. */
  readonly tags?: readonly string[];
  readonly rules?: Readonly<Record<string, { readonly enabled: boolean }>>;
}

export async function complaintsOn(page: Page, look: Look = {}): Promise<readonly Complaint[]> {
  await page.evaluate(stillness);
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  return page.evaluate(judge, look);
}

/** Runs in the page: what fades in has its own colours only when it is there. */
async function stillness(): Promise<void> {
  const passing = document.getAnimations().filter(({ effect, playState }) => {
    const end = Number(effect?.getComputedTiming().endTime);
    return playState === "running" && end <= 2_000;
  });
  await Promise.all(passing.map(({ finished }) => finished.catch(() => null)));
}

/** Runs in the page. */
async function judge({ include, exclude, tags, rules }: Look): Promise<readonly Complaint[]> {
  const { axe } = globalThis as unknown as {
    readonly axe: { run(context: object, options: object): Promise<{ violations: readonly Complaint[] }> };
  };
  const context = include || exclude ? { include: [include ?? "html"], exclude: exclude ? [exclude] : [] } : document; // prettier-ignore
  const options = {
    iframes: false,
    resultTypes: ["violations"],
    ...(tags ? { runOnly: { type: "tag", values: tags } } : {}),
    ...(rules ? { rules } : {}),
  };
  const { violations } = await axe.run(context, options);
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
}
