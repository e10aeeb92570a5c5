import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Run } from "#shared/sources/schema.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { centre } from "../../support/drafts.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { openWebsite, type Website } from "../../support/website.ts";

const event = (uid: string, title: string) =>
  ["BEGIN:VEVENT", `UID:${uid}`, `SUMMARY:${title}`, "DTSTART;TZID=Europe/London:20260105T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY", "END:VEVENT"].join("\r\n"); // prettier-ignore

describe.each(databases)("a calendar that is read by itself, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  let site: Website;
  let feed = "";
  beforeAll(async () => {
    database = await fresh();
    site = await openWebsite();
    site.page("/what-is-on.ics", (request, response) => {
      const mark = `"${feed.length}"`;
      if (request.headers["if-none-match"] === mark) return void response.writeHead(304).end();
      response
        .writeHead(200, { "content-type": "text/calendar", etag: mark })
        .end(`BEGIN:VCALENDAR\r\n${feed}\r\nEND:VCALENDAR`);
    });
    running = await startHub({ databaseUrl: database.url, env: { SIGNPOST_ALLOW_PRIVATE: site.host } });
    await running.done("saveCentre", { centre: centre("larkhill"), over: null });
  });
  afterAll(async () => {
    await running.stop();
    await site.close();
    await database.close();
  });

  test("shows what is on, changes with it, costs nothing while it is as it was, and takes off what is gone", async () => {
    const shown = async () => {
      const items = (await running.done("listItems", { kind: "event", state: "published", limit: 50 })) as {
        body: { title: { words: { en: string } } };
      }[];
      return items.map(({ body }) => body.title.words.en).toSorted();
    };
    const read = async () => (await running.done("readSource", { id: "calendar" })) as Run;
    feed = [event("a", "Rhyme time"), event("b", "Toy library")].join("\r\n");
    const source = {
      name: "What is on",
      url: `${site.url}/what-is-on.ics`,
      format: null,
      everyMinutes: 1440,
      mostPages: 5,
      paused: true,
      employer: null,
      record: null,
      fields: {},
      to: { centres: ["larkhill"] },
    };
    await running.done("saveSource", { id: "calendar", source, over: null });
    expect(await read()).toMatchObject({ outcome: "read", added: 2 });
    expect(await shown()).toEqual(["Rhyme time", "Toy library"]);
    expect(await read()).toMatchObject({ outcome: "unchanged" });
    feed = feed.replace("Rhyme time", "Rhyme time and tea");
    expect(await read()).toMatchObject({ outcome: "read", added: 0, changed: 1 });
    expect(await shown()).toEqual(["Rhyme time and tea", "Toy library"]);
    feed = event("a", "Rhyme time and tea");
    expect(await read()).toMatchObject({ gone: 0 });
    feed = event("a", "Rhyme time, tea");
    expect(await read()).toMatchObject({ gone: 1 });
    expect(await shown()).toEqual(["Rhyme time, tea"]);
  });
});
