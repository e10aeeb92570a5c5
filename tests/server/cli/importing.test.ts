import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { AnyItem } from "#shared/item.ts";
import { addDays, readingAt } from "#shared/london.ts";
import { centre } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { type HubProcess, startProcess } from "../../support/process.ts";
import { DONE, failedWith, settingsFor, signpost } from "../../support/signpost.ts";
import { openWebsite, type Website } from "../../support/website.ts";

/** A test starts several processes, and a small machine takes its time over each. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** Tomorrow in London: still to come, at whatever hour this runs. */
const day = addDays(readingAt(Date.now()).day, 1).replaceAll("-", "");
const calendar = (title: string, more = "") =>
  ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:play", `SUMMARY:${title}`, `DTSTART;TZID=Europe/London:${day}T235000`, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=5", "LOCATION:Larkhill", "END:VEVENT", more, "END:VCALENDAR"].join("\r\n"); // prettier-ignore
const secret = [
  "BEGIN:VEVENT",
  "UID:own",
  "SUMMARY:Dentist",
  `DTSTART:${day}T235000Z`,
  "CLASS:PRIVATE",
  "END:VEVENT",
].join("\r\n");

interface Ground {
  readonly hub: HubProcess;
  imported(name: string, content: string | Uint8Array, ...more: string[]): ReturnType<typeof signpost>;
  shown(type: string): Promise<readonly (AnyItem & { readonly id: string })[]>;
  close(): Promise<void>;
}

/** A hub with one centre, and what the command line brings to it and its screens show. */
async function openGround(fresh: () => Promise<Fresh>): Promise<Ground> {
  const database = await fresh();
  const folder = await temporaryFolder("importing");
  const env = settingsFor(folder.path, database.url);
  const hub = await startProcess(folder.path, database.url);
  await hub.order("saveCentre", { centre: centre("larkhill"), over: null }, "the-centre-0");
  return {
    hub,
    async imported(name, content, ...more) {
      const path = join(folder.path, name);
      await writeFile(path, content);
      return signpost(env, "import", path, "--json", ...more);
    },
    async shown(type) {
      const programme = await (await fetch(`${hub.url}/api/v1/centres/larkhill/programme`)).json();
      const { entries } = programme as { entries: { type: string; id: string; value: AnyItem | null }[] };
      return entries.flatMap((entry) =>
        entry.type === type && entry.value ? [{ ...entry.value, id: entry.id }] : [],
      );
    },
    async close() {
      await hub.stop();
      await folder.remove();
      await database.close();
    },
  };
}

const AT = ["--centre", "larkhill"];

describe.each(databases)("importing what is on, on $name", ({ fresh }) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround(fresh);
  });
  afterAll(() => ground.close());

  test("a calendar's series is one event, once, changed when it changes, and what is private stays at home", async () => {
    const first = await ground.imported("play.ics", calendar("Stay and play", secret), ...AT);
    expect(first).toMatchObject(DONE);
    expect(first.json().imported).toEqual({
      added: 1,
      changed: 0,
      unchanged: 0,
      edited: 0,
      over: 0,
      left: 1,
    });
    expect(
      (await ground.imported("play.ics", calendar("Stay and play", secret), ...AT)).json().imported,
    ).toMatchObject({ added: 0, unchanged: 1 });
    const [event] = await ground.shown("event");
    expect(event?.body).toMatchObject({
      title: { words: { en: "Stay and play" } },
      place: { words: { en: "Larkhill" } },
      first: { start: "23:50", end: "00:50" },
      repeats: { every: { weeks: 1 } },
      also: [],
      exceptDates: [],
    });
    expect(
      (await ground.imported("play.ics", calendar("Stay, play and sing"), ...AT)).json().imported,
    ).toMatchObject({ added: 0, changed: 1 });
    expect((await ground.shown("event")).map(({ body }) => body)).toMatchObject([
      { title: { words: { en: "Stay, play and sing" } } },
    ]);
  });
});

describe("importing what is on and leaflets", () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround(databases[0]!.fresh);
  });
  afterAll(() => ground.close());

  test("without a centre it waits as a draft, and what a person has changed stays", async () => {
    const path = "other.ics";
    const other = (title: string) => calendar(title).replace("UID:play", "UID:other");
    expect((await ground.imported(path, other("Toy library"))).json().imported).toMatchObject({ added: 1 });
    const { value } = (await ground.hub.order(
      "listItems",
      { kind: "event", state: "draft", limit: 10 },
      "list-the-drafts",
    )) as { value: AnyItem[] };
    const [draft] = value;
    expect(draft?.body).toMatchObject({ title: { words: { en: "Toy library" } } });
    const mended = {
      ...draft!,
      over: draft!.revision,
      body: { ...draft!.body, title: { original: "en", words: { en: "Toys" } } },
    };
    const { id, kind, audience, from, until, pattern, exceptDates, termTimeOnly, over, body } = mended;
    expect(
      await ground.hub.order(
        "saveItem",
        { id, kind, audience, from, until, pattern, exceptDates, termTimeOnly, over, body } as never,
        "a-person-mends",
      ),
    ).toMatchObject({ ok: true });
    expect((await ground.imported(path, other("Toy library, moved"))).json().imported).toMatchObject({
      changed: 0,
      edited: 1,
    });
  });

  test("a leaflet's languages come together, its PDF with its pages, and what is withdrawn leaves the screens", async () => {
    const english =
      "---\ntitle: Childcare costs\nlang: en\nversion: 3\nreview_due: 2099-01-01\ntopics: childcare\n---\nThirty hours a week, free.";
    const welsh = english
      .replace("Childcare costs", "Costau gofal plant")
      .replace("lang: en", "lang: cy\ntranslation_of: childcare-costs")
      .replace("Thirty hours", "Tri deg awr");
    expect((await ground.imported("childcare-costs.md", english, ...AT)).json().imported).toMatchObject({
      added: 1,
    });
    expect((await ground.imported("costau.md", welsh, ...AT)).json().imported).toMatchObject({
      added: 0,
      changed: 1,
    });
    expect((await ground.imported("costau.md", welsh, ...AT)).json().imported).toMatchObject({
      unchanged: 1,
    });
    expect((await ground.shown("leaflet")).map(({ body }) => body)).toMatchObject([
      {
        title: { original: "en", words: { en: "Childcare costs", cy: "Costau gofal plant" } },
        edition: "3",
        topics: ["childcare"],
      },
    ]);
    const pdf = await readFile(new URL("../../samples/leaflets/pdfjs-rotation.pdf", import.meta.url));
    expect((await ground.imported("two-pages.pdf", pdf, ...AT)).json().imported).toMatchObject({ added: 1 });
    expect((await ground.shown("leaflet")).find(({ id }) => id === "l-two-pages")?.body).toMatchObject({
      pdfs: { en: { pages: [{ kind: "page" }, { kind: "page" }] } },
    });

    const page = (notice: object) =>
      JSON.stringify({
        content_id: "abc",
        schema_name: "answer",
        title: "Old rules",
        locale: "en",
        public_updated_at: "2026-11-01T10:00:00Z",
        withdrawn_notice: notice,
        details: { body: "<p>These are the rules.</p>" },
      });
    const taken = { withdrawn_at: "2026-11-20T10:00:00Z" };
    expect(await ground.imported("never.json", page(taken).replace("abc", "never"), ...AT)).toMatchObject(
      failedWith(/withdrawn by those who made it/),
    );
    await ground.imported("rules.json", page({}), ...AT);
    expect((await ground.shown("leaflet")).map(({ id }) => id)).toContain("l-abc");
    expect((await ground.imported("rules.json", page(taken), ...AT)).json().imported).toMatchObject({
      withdrawn: 1,
    });
    expect((await ground.shown("leaflet")).map(({ id }) => id)).not.toContain("l-abc");
  });
});

describe("importing from an address", () => {
  let site: Website;
  beforeAll(async () => {
    site = await openWebsite();
    site.page("/what.ics", (_request, response) =>
      response.writeHead(200, { "content-type": "text/calendar" }).end(calendar("Fair")),
    );
    site.page("/gone", (_request, response) => response.writeHead(410).end());
  });
  afterAll(() => site.close());

  test("reads what lies there, where the installer lets it", async () => {
    const named = { SIGNPOST_ALLOW_PRIVATE: site.host };
    const read = await signpost(named, "import", `${site.url}/what.ics`, "--dry-run", "--json");
    expect(read).toMatchObject(DONE);
    expect(read.json().read).toHaveLength(5);
    expect(await signpost(named, "import", `${site.url}/gone`, "--dry-run")).toMatchObject(
      failedWith(/no page at this address/),
    );
    const asked = site.asked.length;
    expect(await signpost({}, "import", `${site.url}/what.ics`, "--dry-run")).toMatchObject(
      failedWith(/private network/),
    );
    expect(site.asked).toHaveLength(asked);
  });
});
