/** Whether everybody can use a page of a kiosk. */
import type { Page } from "playwright";
import { complaintsOn } from "./axe.ts";
import { hardToTouch } from "./touchable.ts";

/** What axe complains of in both themes, and what a big finger does not find; `name` is the page's in the report. */
export async function judged(page: Page, name: string): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const contrast of [true, false]) {
    await page.evaluate((on) => document.documentElement.classList.toggle("contrast", on), contrast);
    const complaints = await complaintsOn(page, { include: "#touch" });
    found.push(...complaints.map(({ id, nodes }) => [name, contrast, id, nodes[0]?.html.slice(0, 160)]));
  }
  const hard = await page.evaluate(hardToTouch);
  return [...found, ...hard.map((what) => [name, what])];
}
