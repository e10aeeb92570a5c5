/** What a form can begin with, of a page that says nothing in a way that programs read. */
import type { Prefill } from "#shared/bringing.ts";
import { cleanDescription, cleanLine } from "./clean.ts";
import { parsePage } from "./page.ts";

const MOST = 500_000;

export function prefillOf(html: string, url: string): Prefill {
  const $ = parsePage(html.slice(0, MOST));
  const meta = (...names: readonly string[]): string => {
    for (const name of names) {
      const said = $?.(`meta[property="${name}"], meta[name="${name}"]`).first().attr("content")?.trim();
      if (said) return said;
    }
    return "";
  };
  const heading = $?.("h1").first().text() ?? "";
  const title = meta("og:title", "twitter:title") || heading || ($?.("title").first().text() ?? "");
  return {
    title: cleanLine(title).text,
    employer: cleanLine(meta("og:site_name")).text,
    description: cleanDescription(meta("og:description", "description", "twitter:description")).text,
    applyUrl: url,
  };
}
