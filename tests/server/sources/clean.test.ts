import { describe, expect, test } from "vitest";
import { cleanDescription, cleanLine, decodeEntities } from "#server/sources/clean.ts";
import { decodeText } from "#server/sources/decode.ts";

const bytes = (...numbers: number[]) => Uint8Array.from(numbers);
const utf16 = (text: string, order: "le" | "be") => {
  const units = [0xfeff, ...[...text].map((c) => c.charCodeAt(0))];
  return Uint8Array.from(units.flatMap((u) => (order === "le" ? [u & 255, u >> 8] : [u >> 8, u & 255])));
};
const htmlOf = (written: string) => cleanDescription(written).html;
const textOf = (written: string) => cleanDescription(written).text;

describe("bytes become text", () => {
  test.each([
    ["UTF-8", new TextEncoder().encode("Café £12 – “x”"), "Café £12 – “x”"],
    ["UTF-8 with its mark", bytes(0xef, 0xbb, 0xbf, 0x43, 0xc3, 0xa9), "Cé"],
    ["windows-1252", bytes(0x43, 0x61, 0x66, 0xe9, 0x20, 0xa3, 0x20, 0x96, 0x20, 0x80, 0x92), "Café £ – €’"],
    ["UTF-16 little-endian", utf16("Café €", "le"), "Café €"],
    ["UTF-16 big-endian", utf16("Café €", "be"), "Café €"],
    ["nothing", bytes(), ""],
    ["NUL and lone controls", bytes(0x41, 0, 1, 0x42, 0x0b, 0x1b, 0x7f, 0x09, 0x0a), "AB\t\n"],
    ["windows-1252 taken for Latin-1 on the way", new TextEncoder().encode("don\u0092t"), "don’t"],
  ])("from %s", (_, input, expected) => {
    expect(decodeText(input)).toBe(expected);
  });
});

describe("entities", () => {
  test.each([
    ["Fish &amp; chips", "Fish & chips"],
    ["Fish &amp;amp; chips", "Fish & chips"],
    ["caf&eacute; &#163;12 &#xA3;12", "café £12 £12"],
    ["don&#146;t", "don’t"],
    ["R&D", "R&D"],
    ["&amp;amp;amp;", "&amp;"],
    ["&nosuch;", "&nosuch;"],
    ["a &lt; b", "a < b"],
  ])("%s is %s", (text, expected) => {
    expect(decodeEntities(text)).toBe(expected);
  });
});

describe("one line", () => {
  test.each([
    ["Kitchen Assistant\n(school)", "Kitchen Assistant (school)"],
    ["  Cook \u00a0 ", "Cook"],
    ["<b>Cook</b>", "Cook"],
    ["Cook <script>alert(1)</script>", "Cook"],
    ["&lt;script&gt;alert(1)&lt;/script&gt;Cook", "Cook"],
    ["Cook < 16 hours", "Cook < 16 hours"],
    ["R&amp;D <i>lead</i> &amp; more", "R&D lead & more"],
    ["Co\u202eok\u200b", "Cook"],
    ['=HYPERLINK("http://evil.example","Click")', '=HYPERLINK("http://evil.example","Click")'],
  ])("%s", (text, expected) => {
    expect(cleanLine(text).text).toBe(expected);
  });

  test("is cut at 200 characters, and says so", () => {
    const cut = cleanLine("word ".repeat(100));
    expect(cut.cut).toBe(true);
    expect(cut.text.length).toBeLessThanOrEqual(200);
    expect(cut.text).toMatch(/word…$/);
    expect(cleanLine("a".repeat(200))).toEqual({ text: "a".repeat(200), cut: false });
  });
});

describe("a description", () => {
  test.each([
    ["<p>We need a <strong>cook</strong>.</p>", "<p>We need a <strong>cook</strong>.</p>"],
    ["<p onclick='x()' style='color:red'>Hi</p>", "<p>Hi</p>"],
    ["<h1>Cook</h1><div>Now</div>", "<h3>Cook</h3><p>Now</p>"],
    ["Hi<script>alert(1)</script>", "Hi"],
    ["<p>Hi</p><style>p{}</style><iframe src=x></iframe><img src=x onerror=alert(1)>", "<p>Hi</p>"],
    ['<a href="javascript:alert(1)">Apply</a>', "Apply"],
    ['<a href="https://example.org">Apply</a>', "Apply"],
    ["&lt;p&gt;Hi &amp;amp; bye&lt;/p&gt;", "<p>Hi &amp; bye</p>"],
    ["&amp;lt;p&amp;gt;Hi&amp;lt;/p&amp;gt;", "<p>Hi</p>"],
    ["&lt;script&gt;alert(1)&lt;/script&gt;", ""],
    ["<p>Fish &amp;amp; chips</p>", "<p>Fish &amp; chips</p>"],
    [
      "<p>&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;</p>",
      "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
    ],
    ["<ul><li>one</li><li>two</li></ul>", "<ul><li>one</li><li>two</li></ul>"],
    ["a < b & c", "a &lt; b &amp; c"],
    ["one\ntwo\n\nthree", "<p>one<br />two</p><p>three</p>"],
    ["<svg><script>alert(1)</script></svg>x", "x"],
    ["<<script>script>alert(1)</script>", "&lt;"],
  ])("%s is cleaned to %s", (written, expected) => {
    expect(htmlOf(written)).toBe(expected);
  });

  test.each([
    ["<p>One</p><p>Two</p>", "One\n\nTwo"],
    ["<p>One<br>Two</p>", "One\nTwo"],
    ["<p>You will:</p><ul><li>cook</li><li>clean</li></ul>", "You will:\n• cook\n• clean"],
    ["<p>Fish &amp; chips &lt;3</p>", "Fish & chips <3"],
    ["one\ntwo\n\nthree", "one\ntwo\n\nthree"],
    ["plain", "plain"],
    ["", ""],
    [
      "<table><tr><td>Closes</td><td>4 May</td></tr><tr><td>9</td><td>to</td><td>5</td></tr></table>",
      "Closes: 4 May\n\n9 to 5",
    ],
    ["<dl><dt><b>Pay:</b></dt><dd>£13</dd></dl>", "Pay: £13"],
  ])("%s is in plain text %j", (written, expected) => {
    expect(textOf(written)).toBe(expected);
  });

  test("is cut at 20,000 characters, and says so", () => {
    const cut = cleanDescription(`<p>${"word ".repeat(10_000)}</p>`);
    expect(cut.cut).toBe(true);
    expect(cut.text.length).toBeLessThanOrEqual(20_000);
    expect(cut.html).not.toMatch(/<p>/);
  });
});

// A pattern that tries every way of parting them would still be at it tomorrow.
test.each(["<tr><td>", "<dt>", "<tr><td><b>"])("%s and a hundred thousand blanks are read like any other text", (start) => {
  expect(textOf(`${start}${" ".repeat(100_000)}Pay</td><td>£13`)).toMatch(/^Pay ?£13$/);
}); // prettier-ignore
