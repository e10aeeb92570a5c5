import { describe, expect, test } from "vitest";
import { trusted } from "#server/media/pdf-text.ts";

describe("the words of a PDF", () => {
  test.each([
    ["Bring the children. There are toys, and the kettle is on."],
    ["Mae croeso i bawb. Dewch â’r plant, mae’r tegell ymlaen bob bore Mawrth."],
    ["Szczęście: źródło bezpłatnej opieki nad dziećmi w każdy wtorek od 9.30"],
    ["Caruurta keena, waxaa jira shaah iyo ciyaaro bilaash ah subax kasta"],
    ["£12.85 an hour"],
  ])("are trusted as they stand: %s", (text) => expect(trusted(text)).toBe(text));

  test.each([
    ["Arabic as shapes", "ﺍﻟﺸﺎﻱ ﻣﺠﺎﻧﻲ"],
    ["Arabic, which may be reversed", "ابحرم"],
    ["Urdu", "بچوں کا مرکز"],
    ["Hebrew", "ברוכים הבאים"],
    ["Bengali, whose vowel signs lose their place", "শিশু কেন্দ্র"],
    ["Punjabi", "ਬੱਚਿਆਂ ਦਾ ਕੇਂਦਰ"],
    [
      "a font's own numbering instead of letters",
      "7KH NHWWOH LV RQ DW QLQH %ULQJ WKH FKLOGUHQ 7KHUH DUH WRBV",
    ],
    ["a font that does not say which letters it draws", "\uE001\uE002\uE003 \uE004\uE005 tea"],
    ["characters that stand for no letter", "T\u0001e k\u0002ttle \u0003s on"],
    ["signs and figures alone", "12 34 / 56 - 78"],
    ["nothing, as in a scan", " \n\n "],
  ])("are not trusted: %s", (_, text) => expect(trusted(text)).toBeNull());
});
