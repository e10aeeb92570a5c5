import { describe, expect, test } from "vitest";
import { eventOffers } from "#server/events/fromSource.ts";
import { leafletOffer } from "#server/leaflets/offer.ts";
import { leafletFormat, readLeaflet, withLanguage } from "#server/leaflets/read.ts";
import { decodeText } from "#server/sources/decode.ts";
import { readFile } from "#server/sources/readfile.ts";
import { languageOf } from "#server/sources/welsh.ts";
import type { ReadEvent } from "#shared/events/read.ts";

const now = Date.parse("2026-11-27T09:00:00Z");

/** Each title with the language that it is put on a screen in. */
function events(name: string, text: string): readonly (readonly [title: string, language: string])[] {
  const { read, rejected } = readFile(name, Buffer.from(text), { now });
  expect(rejected).toEqual([]);
  const { offers } = eventOffers(read as readonly ReadEvent[], languageOf);
  return offers.map(({ body: { title } }) => [title.words[title.original]!, title.original] as const);
}
const calendar = (...titles: string[]) =>
  ["BEGIN:VCALENDAR", ...titles.map((title, index) => `BEGIN:VEVENT\r\nUID:${index}\r\nSUMMARY${title}\r\nDTSTART;VALUE=DATE:20261201\r\nEND:VEVENT`), "END:VCALENDAR"].join("\r\n"); // prettier-ignore
const page = (lang: string, ...found: object[]) =>
  `<html lang="${lang}"><script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@graph": found.map((one) => ({ "@type": "Event", startDate: "2026-12-01T10:00", ...one })) })}</script></html>`; // prettier-ignore

describe("what is on is shown in the language that it is written in", () => {
  test("each event of a bilingual calendar in its own", () => {
    const feed = calendar(
      ":Amser Stori",
      ":Story time",
      ":Clwb Cinio i deuluoedd\r\nDESCRIPTION:Mae croeso i bawb. Bydd bwyd ar gael yn y neuadd.",
      ":Ti a Fi\r\nDESCRIPTION:A playgroup for babies and toddlers with their parents in the hall.",
      ":Bore Coffi / Coffee morning",
      ":Cwrs Cymraeg",
      ";LANGUAGE=cy:Eisteddfod",
      ";LANGUAGE=en-GB:Bore Coffi y Plant",
    );
    expect(Object.fromEntries(events("a.ics", feed))).toEqual({
      "Amser Stori": "cy", "Story time": "en", "Clwb Cinio i deuluoedd": "cy", "Ti a Fi": "en",
      "Bore Coffi / Coffee morning": "en", "Cwrs Cymraeg": "cy", Eisteddfod: "cy", "Bore Coffi y Plant": "en",
    });
  }); // prettier-ignore

  test("an English event in a place of a Welsh name stays English, and a Welsh one in an English place Welsh", () => {
    const feed = calendar(
      ":Rhyme time\r\nLOCATION:Ysgol y Dref\\, Heol yr Eglwys",
      ":Amser canu i blant bach\r\nLOCATION:The Library and Learning Centre for the Town",
    );
    expect(events("a.ics", feed)).toEqual([["Rhyme time", "en"], ["Amser canu i blant bach", "cy"]]);
  }); // prettier-ignore

  test("a page's events by their words, by what marks them, and by the page where neither tells", () => {
    expect(events("a.html", page("en", { name: "Amser Stori a Chân i blant yn y llyfrgell" }))[0]?.[1]).toBe("cy");
    expect(events("a.html", page("cy", { name: "Story time for babies" }))[0]?.[1]).toBe("en");
    expect(events("a.html", page("cy-GB", { name: "Parti" }))[0]?.[1]).toBe("cy");
    expect(events("a.html", page("pl", { name: "Bajki" }))[0]?.[1]).toBe("pl");
    const both = [{ "@value": "Parti", "@language": "cy" }, { "@value": "Party", "@language": "en" }];
    expect(events("a.html", page("en", { name: both }))).toEqual([["Parti", "cy"]]);
  }); // prettier-ignore

  test("what is spoken there is another thing", () => {
    const { read } = readFile("a.html", Buffer.from(page("en", { name: "Rhyme time for all", inLanguage: ["ur", "cy"] })), { now }); // prettier-ignore
    expect(read).toMatchObject([{ language: "en", languages: ["ur", "cy"] }]);
    const service = { name: "Grŵp babanod", description: "Mae croeso i bawb yn y ganolfan. Bydd paned ar gael i chi.", languages: [{ name: "Polish" }], schedules: [{ freq: "WEEKLY", byday: "TU", opens_at: "10:00", closes_at: "11:00" }] }; // prettier-ignore
    const { offers } = eventOffers(readFile("a.json", Buffer.from(JSON.stringify({ contents: [service], page_number: 1, total_pages: 1 })), { now }).read as readonly ReadEvent[], languageOf); // prettier-ignore
    expect(offers[0]?.body).toMatchObject({ title: { original: "cy" }, languages: ["pl"] });
  });
});

describe("a leaflet hangs in the language that it is written in", () => {
  async function leaflet(name: string, text: string): Promise<string | null> {
    const file = { name, bytes: Buffer.from(text), text: decodeText(Buffer.from(text)) };
    const format = leafletFormat(file)!;
    const read = await readLeaflet(file, format, now, { decode: () => Promise.reject(new Error("no PDF")) });
    if (!read.ok) throw new Error(read.refusal.code);
    return leafletOffer(withLanguage(read.value, languageOf), [], now)?.language ?? null;
  }
  const govuk = (locale: string | undefined, body: string) => JSON.stringify({ schema_name: "answer", content_id: "c", title: "x", locale, details: { body: `<p>${body}</p>` } }); // prettier-ignore
  const WELSH = "Mae'r gwasanaeth hwn ar gael i bawb. Gallwch chi wneud cais yn y ganolfan.";
  const ENGLISH = "This service is for all families and you can apply for it at the centre with your child.";

  test.each<[string, string, string, string | null]>([
    ["its locale, not its words", "a.json", govuk("cy", ENGLISH), "cy"],
    ["its words, where no locale is said", "a.json", govuk(undefined, WELSH), "cy"],
    ["its front matter", "leaflet-en.md", `---\ntitle: Cyngor\nlang: cy\n---\n${ENGLISH}`, "cy"],
    ["its words, where the front matter does not say", "a.md", `---\ntitle: Cyngor\n---\n${WELSH}`, "cy"],
    ["its words, where there is no front matter", "a.md", `# Help\n\n${ENGLISH}`, "en"],
    ["a language that screens do not speak", "a.json", govuk("fr", "Bonjour"), null],
  ])("by %s", async (_, name, text, language) => {
    expect(await leaflet(name, text)).toBe(language);
  });
});
