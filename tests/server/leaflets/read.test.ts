import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { cleanedHtml } from "#server/leaflets/html.ts";
import { type LeafletFormat, leafletFormat, readLeaflet } from "#server/leaflets/read.ts";
import { leafletOffer } from "#server/leaflets/offer.ts";
import { toMarkdown } from "#server/leaflets/toMarkdown.ts";
import { leafletHtml } from "#server/leaflets/html.ts";
import { startDecoder } from "#server/media/decoder.ts";
import { LIMITS } from "#server/media/limits.ts";

const NOW = Date.parse("2026-11-27T09:00:00Z");
const decoder = startDecoder(LIMITS);
afterAll(decoder.stop);

function read(
  name: string,
  bytes: Uint8Array = readFileSync(new URL(`../../samples/leaflets/${name}`, import.meta.url)),
  format?: LeafletFormat,
) {
  const file = { name, bytes, text: Buffer.from(bytes).toString("utf8") };
  return readLeaflet(file, format ?? leafletFormat(file) ?? "markdown", NOW, decoder);
}

describe("a leaflet of any form", () => {
  test.each<[file: string, expected: object]>([
    ["leaflet-cy-en.md", { title: "Cael help gyda chostau gofal plant", language: "cy", version: "3", reviewBy: "2026-10-01", translationOf: "childcare-costs", flags: ["contains-script", "review-overdue"], pages: null, withdrawn: false }],
    ["tv-document-front-matter.md", { title: "Title", language: null, reviewed: "2022-01-01", flags: [] }],
    ["govuk-answer.json", { language: "cy", title: "Gwasanaethau ar-lein Cyllid a Thollau EM yn y Gymraeg", withdrawn: false }],
    ["govuk-withdrawn-detailed-guide.json", { title: "EU rules on the use of chemicals", withdrawn: true, language: "en" }],
    ["pypdf-libreoffice-writer.pdf", { pages: 1, flags: [] }],
    ["pdfjs-rotation.pdf", { pages: 2 }],
    ["pdfjs-helloworld-bad.pdf", { pages: 1, title: "Hello, world!" }],
    ["pdfjs-Pages-tree-refs.pdf", { pages: 1, flags: ["damaged-page"] }],
    ["pdfjs-doc_actions.pdf", { flags: ["no-readable-text", "contains-script"], parts: [] }],
    ["made-with-attachment.pdf", { flags: expect.arrayContaining(["has-attachment"]) }],
    ["made-arabic.pdf", { flags: expect.arrayContaining(["no-readable-text"]), parts: [] }],
  ])("%s is read", async (name, expected) => {
    expect(await read(name)).toMatchObject({ ok: true, value: expected });
  }); // prettier-ignore

  test.each([
    ["pdfjs-bug1020226.pdf", "not-a-pdf"],
    ["tv-zip-pretending-to-be-pdf.pdf", "not-a-pdf"],
    ["pdfjs-print_protection.pdf", "needs-a-password"],
    ["made-open-password.pdf", "needs-a-password"],
  ])("%s is refused: %s", async (name, code) => {
    expect(await read(name)).toMatchObject({ ok: false, refusal: { code } });
  });

  test("a text that is called a PDF is none, and a file without front matter is a leaflet all the same", async () => {
    const text = Buffer.from("# Help with childcare\n\nAsk us about 30 hours a week.");
    expect(await read("leaflet.pdf", text)).toMatchObject({ refusal: { code: "not-a-pdf" } });
    expect(await read("help.md", text)).toMatchObject({
      value: { title: "Help with childcare", parts: [{ html: "<p>Ask us about 30 hours a week.</p>" }] },
    });
  });

  test("its days are read as people write them, and one that nobody can understand is named", async () => {
    const days = async (reviewed: string, due: string) => {
      const found = await read("a.md", Buffer.from(`---\ntitle: Help\nreviewed: ${reviewed}\nreview_due: ${due}\n---\nText`));
      if (!found.ok) throw new Error(found.refusal.code);
      return [found.value.reviewed, found.value.reviewBy, found.value.doubts.map(({ written }) => written)];
    };
    expect(await days("1 November 2026", "1af o Ragfyr 2027")).toEqual(["2026-11-01", "2027-12-01", []]);
    expect(await days("Sunday 1st Nov 2026", "1.11.2027")).toEqual(["2026-11-01", "2027-11-01", []]);
    expect(await days("2026-11-01T10:00:00Z", "31/11/2027")).toEqual(["2026-11-01", null, ["31/11/2027"]]);
    expect(await days("last week", "2026-13-40")).toEqual([null, null, ["last week", "2026-13-40"]]);
    expect(await read("a.md", Buffer.from("---\n\nHelp with costs\n\nText"))).toMatchObject({ value: { title: "Help with costs" } });
  }); // prettier-ignore

  test("a page of GOV.UK that goes step by step is read step by step", async () => {
    const steps = [{ title: "Apply", contents: [{ type: "paragraph", text: "Do it < now" }, { type: "list", contents: [{ text: "Form", href: "/apply" }] }] }];
    const page = { title: "Help", locale: "en", schema_name: "step_by_step_nav", details: { step_by_step_nav: { introduction: [{ content_type: "text/html", content: "<p>First</p>" }], steps } } };
    expect(await read("a.json", Buffer.from(JSON.stringify(page)))).toMatchObject({
      value: { parts: [{ html: "<p>First</p>" }, { title: "Apply", html: expect.stringMatching(/<p>Do it &lt; now<\/p><ul><li><a href="https:\/\/www\.gov\.uk\/apply"/) }] },
    });
  }); // prettier-ignore

  test("a guide keeps its chapters in order, and its links lead to GOV.UK", async () => {
    const guide = await read("govuk-guide.json");
    const parts = guide.ok ? guide.value.parts : [];
    expect(parts.map(({ title }) => title)).toEqual([
      "Overview",
      "Key stage 1 and 2",
      "Key stage 3 and 4",
      "Other compulsory subjects",
    ]);
    expect(parts[0]?.html).toContain(
      'href="https://www.gov.uk/national-curriculum/other-compulsory-subjects"',
    );
  });

  test("a page that is gone, or has no words, or is in another language says so", async () => {
    const page = (more: object) =>
      Buffer.from(
        JSON.stringify({
          schema_name: "answer",
          title: "T",
          locale: "en",
          details: { body: "<p>x</p>" },
          ...more,
        }),
      );
    expect(await read("a.json", page({ schema_name: "gone" }))).toMatchObject({
      refusal: { code: "withdrawn" },
    });
    expect(await read("a.json", page({ details: { body: " " } }))).toMatchObject({
      refusal: { code: "no-readable-text" },
    });
    const somali = await read("a.json", page({ locale: "so" }));
    expect(somali).toMatchObject({ value: { flags: ["other-language"] } });
    expect(somali.ok && leafletOffer(somali.value, [], NOW)).toBeNull();
  });
});

describe("the Markdown in which it is kept", () => {
  test.each([
    ["<h2>A</h2><p>One <strong>two</strong> <em>three</em></p>", "## A\n\nOne **two** *three*"],
    ["<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"],
    ["<ol><li><p>first</p></li><li>second</li></ol>", "1. first\n2. second"],
    [
      '<p>1 * 2 and <a href="https://a.example/b_c">a_b</a></p>',
      "1 \\* 2 and [a\\_b](<https://a.example/b_c>)",
    ],
    [
      "<table><tr><th>Age</th><th>Hours</th></tr><tr><td>2</td><td>15 | 30</td></tr></table>",
      "| Age | Hours |\n| --- | --- |\n| 2 | 15 \\| 30 |",
    ],
  ])("%s", (html, markdown) => expect(toMarkdown(html)).toBe(markdown));

  test("says on the page what the page said that it was read from", async () => {
    const guide = await read("govuk-guide.json");
    const words = (html: string) =>
      html
        .replaceAll(/<[^>]*>/g, " ")
        .replaceAll("&#39;", "'")
        .replaceAll(/\s+/g, " ")
        .trim();
    for (const { html } of guide.ok ? guide.value.parts : []) {
      expect(words(leafletHtml(toMarkdown(html)))).toBe(words(html));
    }
    expect(cleanedHtml('<a href="//evil.example">x</a>', "https://www.gov.uk").html).toBe("<span>x</span>");
  });
});
