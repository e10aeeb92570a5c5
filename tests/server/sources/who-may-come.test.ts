import { expect, test } from "vitest";
import { eventOffers } from "#server/events/fromSource.ts";
import { readFile } from "#server/sources/readfile.ts";
import { languageOf } from "#server/sources/welsh.ts";
import type { ReadEvent } from "#shared/events/read.ts";

/** Who may come to each event of a file, as a kiosk would say it. */
function who(name: string, text: string): readonly (string | null)[] {
  const { read, rejected } = readFile(name, Buffer.from(text), { now: Date.parse("2026-11-27T09:00:00Z") });
  expect(rejected).toEqual([]);
  const { offers } = eventOffers(read as readonly ReadEvent[], languageOf);
  return offers.map(({ body }) => body.who?.words[body.who.original] ?? null);
}

const page = (...audiences: unknown[]) => {
  const events = audiences.map((audience, at) => ({ "@type": "Event", name: `Group ${at}`, startDate: "2026-12-01T10:00", audience })); // prettier-ignore
  return `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@graph": events })}</script>`;
};

test("a page's audience says who may come, however it is written", () => {
  const read = who(
    "a.html",
    page(
      { "@type": "Audience", audienceType: "Parents of children under five" },
      { "@type": "PeopleAudience", name: "Dads &amp; granddads" },
      [{ audienceType: "Parents" }, "Childminders"],
      "Anyone",
      {},
      { audienceType: { nested: true } },
    ),
  );
  expect(read).toEqual(["Parents of children under five", "Dads & granddads", "Parents; Childminders", "Anyone", null, null]);
}); // prettier-ignore

test("a service's eligibility says it, in both versions of Open Referral", () => {
  const schedules = [{ byday: "TU", freq: "WEEKLY", opens_at: "09:30", closes_at: "11:00", valid_from: "2026-12-01", valid_to: "2026-12-02" }]; // prettier-ignore
  const services = [
    { id: "1", name: "New", eligibility_description: "Families in LS9", schedules },
    {
      id: "2",
      name: "Old",
      eligibilitys: [{ eligibility: "teenagers" }, { eligibility: "null" }],
      schedules,
    },
    { id: "3", name: "Silent", eligibility_description: "N/A", schedules },
    { id: "4", name: "In its words", description: "<p>Play.</p><p>Suitable for: under twos</p>", schedules },
  ];
  expect(who("a.json", JSON.stringify({ services }))).toEqual(["Families in LS9", "teenagers", null, "under twos"]); // prettier-ignore
});

test("a calendar has no field for it: a line of its own words does, in English or Welsh, and no other sentence", () => {
  const calendar = (...said: string[]) =>
    ["BEGIN:VCALENDAR", ...said.map((words, at) => `BEGIN:VEVENT\r\nUID:${at}\r\nSUMMARY:Group ${at}\r\nDTSTART;VALUE=DATE:20261201\r\nDESCRIPTION:${words}\r\nEND:VEVENT`), "END:VCALENDAR"].join("\r\n"); // prettier-ignore
  const read = who(
    "a.ics",
    calendar(
      "Songs and toast.\\nWho can come? – Parents of babies\\nFree.",
      "Amser canu.\\nAddas i: plant dan bump",
      "We are open to new ideas: come and tell us",
      "Who can come:\\nFree",
    ),
  );
  expect(read).toEqual(["Parents of babies", "plant dan bump", null, null]);
});
