import { describe, expect, test } from "vitest";
import { parseLooseJson } from "#server/sources/jsonrepair.ts";
import { block, cook, page, posting, read } from "../../support/postings.ts";

describe("a posting is found", () => {
  const json = JSON.stringify(posting());
  test.each([
    ["in a JSON-LD file", json, "job.jsonld"],
    ["in an array at the root", `[${json}]`, "job.json"],
    ["in a page", page(block(json)), "page.html"],
    [
      "in a script with a charset in its type",
      page(block(json, "type='application/ld+json; charset=utf-8'")),
      "page.html",
    ],
    ["in a script of capital letters", page(block(json, 'TYPE="APPLICATION/LD+JSON"')), "page.html"],
    [
      "beside blocks of other things",
      page(block('{"@type":"BreadcrumbList"}') + block("null") + block("false") + block("") + block(json)),
      "page.html",
    ],
    [
      "in a graph",
      page(block(`{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},${json}]}`)),
      "page.html",
    ],
    [
      "in a list",
      page(
        block(`{"@type":"ItemList","itemListElement":[{"@type":"ListItem","position":1,"item":${json}}]}`),
      ),
      "page.html",
    ],
    ["as the main entity of a page", page(block(`{"@type":"WebPage","mainEntity":${json}}`)), "page.html"],
    ["with several types", page(block(json.replace('"JobPosting"', '["Thing","JobPosting"]'))), "page.html"],
    [
      "with its type as an address",
      page(block(json.replace('"JobPosting"', '"http://schema.org/JobPosting"'))),
      "page.html",
    ],
    ["with a prefixed type", page(block(json.replace('"JobPosting"', '"schema:JobPosting"'))), "page.html"],
    ["in a CDATA section", page(block(`//<![CDATA[\n${json}\n//]]>`)), "page.html"],
    ["in a CDATA section of the other kind", page(block(`/*<![CDATA[*/ ${json} /*]]>*/`)), "page.html"],
    ["in a comment inside the script", page(block(`<!--\n${json}\n-->`)), "page.html"],
    ["in a script inside a comment", page(`<!-- ${block(json)} -->`), "page.html"],
    ["without its last bracket", page(block(json.slice(0, -1))), "page.html"],
    ["before a semicolon", page(block(`${json};`)), "page.html"],
    ["with entities for its quotation marks", page(block(json.replaceAll('"', "&quot;"))), "page.html"],
    [
      "with comments and a trailing comma",
      page(
        block(
          '{"@type":"JobPosting", // what\n"title":"Cook", /* who */ "hiringOrganization":{"name":"Cafe",},}',
        ),
      ),
      "page.html",
    ],
    [
      "in microdata",
      page(
        '<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Cook</h1><span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Cafe</b></span></div>',
      ),
      "page.html",
    ],
    [
      "in RDFa",
      page(
        '<div vocab="https://schema.org/" typeof="JobPosting"><h1 property="title">Cook</h1><span property="hiringOrganization" typeof="Organization"><b property="name">Cafe</b></span></div>',
      ),
      "page.html",
    ],
    [
      "in RDFa with a prefix",
      page(
        '<div typeof="schema:JobPosting"><h1 property="schema:title">Cook</h1><p property="schema:hiringOrganization">Cafe</p></div>',
      ),
      "page.html",
    ],
    ["without html and body around it", block(json), "saved.htm"],
  ])("%s", (_, text, name) => {
    expect(read(text, name)).toMatchObject({
      kind: "vacancies",
      format: "jobposting",
      read: [cook],
      rejected: [],
    });
  });

  test("for each posting of a page, in order, a bad one aside", () => {
    const { vacancies, rejected } = read(
      page(
        block(JSON.stringify([posting(), posting({ title: "" }), posting({ title: "Driver" })])) +
          block(JSON.stringify(posting({ title: "Cleaner" }))),
      ),
    );
    expect(vacancies.map(({ title }) => title)).toEqual(["Cook", "Driver", "Cleaner"]);
    expect(rejected).toMatchObject([{ where: "item 2", code: "no-title" }]);
  });

  test("once where a page has it in several ways", () => {
    const micro =
      '<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Other</h1></div>';
    expect(read(page(block(JSON.stringify(posting())) + micro)).vacancies.map(({ title }) => title)).toEqual([
      "Cook",
    ]);
    expect(read(page(block(JSON.stringify(posting())).repeat(2))).read).toMatchObject([cook]);
  });

  test("and a block that cannot be read at all is named", () => {
    expect(read(page(block('{"@type":"JobPosting","title":')))).toMatchObject({
      read: [],
      rejected: [{ where: "block 1", code: "unreadable-block" }],
    });
    expect(read(page(block("{oops") + block(JSON.stringify(posting()))))).toMatchObject({
      read: [cook],
      rejected: [],
      warnings: [{ where: "block 1" }],
    });
    expect(read("{nonsense JobPosting", "x.json")).toMatchObject({
      read: [],
      rejected: [{ code: "unreadable-block" }],
    });
  });

  test("and a page without any says so, without a mistake", () => {
    expect(read(page("<p>Hello</p>"))).toMatchObject({
      format: "jobposting",
      read: [],
      rejected: [],
      warnings: [{ code: "no-postings" }],
    });
  });
});

describe("broken JSON is mended", () => {
  test.each([
    ["raw line breaks", '{"a":"one\ntwo\tthree"}', { a: "one\ntwo\tthree" }],
    ["unescaped quotation marks", '{"a":"the "best" cook","b":1}', { a: 'the "best" cook', b: 1 }],
    [
      "unescaped marks before a comma",
      '{"a":"say "hello", then go","b":1}',
      { a: 'say "hello", then go', b: 1 },
    ],
    ["unescaped marks in HTML", '{"d":"<p class="x">Hi</p>","b":1}', { d: '<p class="x">Hi</p>', b: 1 }],
    ["trailing commas", '{"a":[1,2,],}', { a: [1, 2] }],
    ["line comments", '{"a":1, // one\n"b":"http://x//y"}', { a: 1, b: "http://x//y" }],
    ["block comments", '{/* x */"a":1}', { a: 1 }],
    ["bad escapes", '{"a":"it\\\'s \\x 5"}', { a: "it's x 5" }],
    [
      "good escapes, beside a raw break",
      '{"a":"\\u00e9\\n\\"q\\" \\\\ \\/","b":"\n"}',
      { a: 'é\n"q" \\ /', b: "\n" },
    ],
    ["control characters", '{"a":"x\u0001y\u000bz"}', { a: "x y z" }],
    ["escapes of JavaScript", '{"a":"R\\x26B, C:\\videos\\New"}', { a: "R&B, C:videosNew" }],
    ["a bracket too many", '{"a":[1]}}', { a: [1] }],
    ["several values one after the other", '{"a":1}\n{"b":"x\n"};', [{ a: 1 }, { b: "x\n" }]],
    ["arrays of texts", '["a\n","b"]', ["a\n", "b"]],
    ["a value before a comment", '{"a":"x\n" // why\n}', { a: "x\n" }],
  ])("%s", (_, text, expected) => {
    expect(parseLooseJson(text)).toEqual(expected);
  });

  test("a page of blanks before what breaks it is mended as fast as any", () => {
    expect(parseLooseJson(`{"a":"x\n${" ".repeat(400_000)}y"}`)).toMatchObject({ a: expect.stringMatching(/y$/) });
  }); // prettier-ignore

  test.each(["", "{", "hello", '{"a":', "[1,2", "{]"])("%j is beyond mending", (text) => {
    expect(parseLooseJson(text)).toBeUndefined();
  });
});
