import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { leafletHtml } from "#server/leaflets/html.ts";
import { readLeafletFile, type LeafletFile } from "#server/leaflets/markdown.ts";

const TODAY = "2026-11-22";
const sample = (name: string) => readFile(new URL(`../../samples/leaflets/${name}`, import.meta.url), "utf8");

function read(source: string, today = TODAY): LeafletFile {
  const result = readLeafletFile(source, today);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

describe("a council's leaflet in Markdown", () => {
  test("says its language, its edition and what it is a translation of, and that its review is overdue", async () => {
    const leaflet = read(await sample("leaflet-cy-en.md"));
    expect(leaflet).toMatchObject({
      title: "Cael help gyda chostau gofal plant",
      language: "cy",
      edition: "3",
      reviewed: "2026-04-02",
      reviewBy: "2026-10-01",
      translationOf: "childcare-costs",
      flags: ["contains-script", "review-overdue"],
    });
    expect(read(await sample("leaflet-cy-en.md"), "2026-09-30").flags).not.toContain("review-overdue");
  });

  test("loses its script and the link that would run one, and keeps its table and its real link", async () => {
    const { html } = read(await sample("leaflet-cy-en.md"));
    expect(html).not.toMatch(/script|alert|<h1/i);
    expect(html).toContain("<span>Gwnewch gais</span> neu");
    expect(html).toContain('<a href="https://www.gov.uk/get-childcare" rel="noopener noreferrer">GOV.UK</a>');
    expect(html).toMatch(/<table>[\s\S]*<td>15<\/td>/);
  });

  test("has a heading as it is written, closing signs and endless blanks apart", () => {
    expect(read("# Learn C# #\n\nOn Mondays.").title).toBe("Learn C#");
    expect(read("## Closed ##\n\nOn Mondays.").title).toBe("Closed");
    expect(read("# C#\n\nOn Mondays.").title).toBe("C#");
    expect(read("# Help with *all* your [costs](/costs)\n\nOn Mondays.").title).toBe(
      "Help with all your costs",
    );
    // Tried in every way of parting them, so many blanks would outlast this test.
    const blanks = "\t ".repeat(20_000);
    expect(read(`# Help${blanks}with costs${blanks}#x\n\nOn Mondays.`).title).toMatch(/^Help\s+/);
  });

  test("has a head whose lists lie within each other thousands deep read line by line", () => {
    const deep = "- ".repeat(20_000);
    expect(read(`---\ntitle: Baby group\n${deep}x\n---\nOn Mondays.`).title).toBe("Baby group");
  });

  test("has marks without end read as signs, and a long table's as they are meant", () => {
    // Each held against every other, these would outlast this test.
    expect(read(`# Help\n\n${"*a (".repeat(20_000)}`).html).toContain("*a (*a (");
    const table = `| a | b |\n|---|---|\n${"| **x** | *y* |\n".repeat(100)}`;
    expect(read(`# Help\n\n${table}`).html.match(/<strong>x<\/strong>/g)).toHaveLength(100);
  });

  test("may begin after a blank line, end its head in dots, and name its language and its days in words", () => {
    const head =
      "Title: Help\nLanguage: Welsh\nLast reviewed: 2 April 2026\nNext-review: 1 October 2027\ntranslation of: help";
    const said = {
      title: "Help",
      language: "cy",
      reviewed: "2026-04-02",
      reviewBy: "2027-10-01",
      translationOf: "help",
    };
    for (const file of [`---\n${head}\n---\nText`, `\n---\n${head}\n---\nText`, `---\n${head}\n...\nText`])
      expect(read(file)).toMatchObject(said);
    expect(read("\n---\nOn Mondays.\n\n---\nOn Tuesdays.").text).toContain("On Mondays.");
  });

  test("may have dates as the British write them, and lists", async () => {
    const leaflet = read(await sample("tv-document-front-matter.md"));
    expect(leaflet).toMatchObject({ title: "Title", summary: "Meta description", reviewed: "2022-01-01" });
    expect(leaflet.html).toContain("<li>One</li>");
    expect(
      read("---\ntitle: A\nreview_due: 31/02/2026\ntopics: [money, Work, gardening]\n---\nText"),
    ).toMatchObject({
      reviewBy: null,
      topics: ["work", "money"],
    });
  });

  test("is still a leaflet without front matter: its first heading is its title", () => {
    expect(read("## Bus times\n\nEvery ten minutes.")).toMatchObject({
      title: "Bus times",
      text: "Every ten minutes.",
    });
    expect(read("Every ten minutes.")).toMatchObject({
      title: "Every ten minutes.",
      language: null,
      edition: null,
    });
  });

  test("may have a colon in its title, Windows line ends and a byte order mark", () => {
    const leaflet = read(
      "\uFEFF---\r\ntitle: Childcare: what you get\r\nlang: CY\r\nversion: 2026-10\r\n---\r\nText",
    );
    expect(leaflet).toMatchObject({
      title: "Childcare: what you get",
      language: "cy",
      edition: "2026-10",
      text: "Text",
    });
  });

  test("with nothing to read, or far too much, is refused", () => {
    expect(readLeafletFile("---\ntitle: Empty\n---\n", TODAY)).toMatchObject({
      refusal: { code: "no-readable-text" },
    });
    expect(readLeafletFile("<script>alert(1)</script>", TODAY)).toMatchObject({ ok: false });
    expect(readLeafletFile("a ".repeat(150_000), TODAY)).toMatchObject({
      refusal: { code: "text-too-long" },
    });
  });

  test("cannot fill the memory by repeating itself", () => {
    const bomb = `---\na: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefgh"
      .split("")
      .map((name, at) => `${name}: &${name} [${`*${"abcdefg"[at]},`.repeat(9)}]`)
      .join("\n")}\n---\nText`;
    expect(read(bomb).title).toBe("Text");
  });
});

describe("hostile Markdown", () => {
  test.each([
    ["a handler", '<p onclick="steal()">Text</p>'],
    ["a picture that fails on purpose", '<img src="x" onerror="steal()">Text'],
    ["a script link with a tab in it", '<a href="java\tscript:steal()">Text</a>'],
    ["a script link in Markdown", "[Text](JavaScript:steal())"],
    ["a link that holds a page", "[Text](data:text/html;base64,c3RlYWw=)"],
    ["a frame", '<iframe src="https://example.org/steal"></iframe>Text'],
    ["a form", '<form action="https://example.org/steal"><input name="pin"></form>Text'],
    ["a drawing", "<svg><script>steal()</script></svg>Text"],
    ["a style", '<p style="background:url(https://example.org/steal)">Text</p>'],
    ["a link without its scheme", "[Text](//example.org/steal)"],
  ])("%s is taken out and the words stay", (_name, markdown) => {
    const html = leafletHtml(markdown);
    expect(html).toContain("Text");
    expect(html).not.toMatch(/steal|<(?!\/?(p|span)>)/);
  });

  test("what could run is flagged, plain text is not", () => {
    expect(read("# Hello\n\n[Text](javascript:steal())").flags).toEqual(["contains-script"]);
    expect(read('# Hello\n\n<p onclick="steal()">Text</p>').flags).toEqual(["contains-script"]);
    expect(read("# Hello\n\nAsk on [GOV.UK](https://www.gov.uk/).").flags).toEqual([]);
  });
});
