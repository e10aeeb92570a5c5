import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyItem } from "#shared/item.ts";
import type { Run, Source } from "#shared/sources/schema.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { centre } from "../../support/drafts.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { openWebsite, type Website } from "../../support/website.ts";

const answer = (extra: object) => JSON.stringify({ schema_name: "answer", content_id: "c-1", title: "Help with childcare costs", locale: "en", public_updated_at: "2026-11-01T00:00:00Z", details: { body: "<p>You may get help.</p>" }, ...extra }); // prettier-ignore
const page = (services: readonly object[], number: number) => ({ total_items: 3, total_pages: 2, page_number: number, size: 2, last_page: number === 2, contents: services }); // prettier-ignore
const open = { schedules: [{ freq: "WEEKLY", byday: "TU", opens_at: "10:00", closes_at: "11:00" }] };

describe.each(databases)("what is read by itself besides jobs and calendars, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  let site: Website;
  beforeAll(async () => {
    database = await fresh();
    site = await openWebsite();
    running = await startHub({ databaseUrl: database.url, env: { SIGNPOST_ALLOW_PRIVATE: site.host } });
    await running.done("saveCentre", { centre: centre("larkhill"), over: null });
  });
  afterAll(async () => {
    await running.stop();
    await site.close();
    await database.close();
  });

  const says = (path: string, words: string, type = "application/json") =>
    site.page(
      path,
      (_request, response) => void response.writeHead(200, { "content-type": type }).end(words),
    );
  const add = async (id: string, path: string, more: Partial<Source> = {}) => {
    const source: Source = {
      name: id, url: `${site.url}${path}`, format: null, everyMinutes: 1440, mostPages: 5, paused: true,
      employer: null, record: null, fields: {}, to: { centres: ["larkhill"] }, ...more,
    }; // prettier-ignore
    await running.done("saveSource", { id, source, over: null });
    return { source, read: async () => (await running.done("readSource", { id })) as Run };
  };
  const shown = async (kind: "leaflet" | "event") => {
    const items = (await running.done("listItems", { kind, state: "published", limit: 50 })) as AnyItem[];
    return items.map(({ body }) => (body as { title: { words: Record<string, string> } }).title.words.en).toSorted(); // prettier-ignore
  };

  test("a page of GOV.UK hangs as a leaflet, changes with it, and leaves the screens once it is withdrawn there", async () => {
    says("/api/content/costs", answer({}));
    const { source, read } = await add("costs", "/api/content/costs");
    const tried = (await running.done("trySource", { source })) as { format: string; rows: { title: string }[] };
    expect(tried).toMatchObject({ format: "govuk", rows: [{ title: "Help with childcare costs" }] });
    expect(await read()).toMatchObject({ outcome: "read", added: 1 });
    expect(await shown("leaflet")).toEqual(["Help with childcare costs"]);
    expect(await read()).toMatchObject({ outcome: "unchanged" });
    says("/api/content/costs", answer({ title: "Help with the costs of childcare" }));
    expect(await read()).toMatchObject({ changed: 1 });
    expect(await shown("leaflet")).toEqual(["Help with the costs of childcare"]);
    says("/api/content/costs", answer({ title: "Help with the costs of childcare", withdrawn_notice: { explanation: "<p>Old</p>" } }));
    expect(await read()).toMatchObject({ gone: 1 });
    expect(await shown("leaflet")).toEqual([]);
  }); // prettier-ignore

  test("a leaflet in Markdown is read at its address; a page that says nothing is no leaflet, and what hangs stays", async () => {
    says("/bus.md", "---\ntitle: The new bus\nversion: 1\nreview_due: 2099-01-01\n---\nIt goes to **town**.", "text/markdown");
    const { read } = await add("bus", "/bus.md");
    expect(await read()).toMatchObject({ outcome: "read", added: 1 });
    expect(await shown("leaflet")).toEqual(["The new bus"]);
    site.page("/bus.md", (_request, response) => void response.writeHead(503).end());
    expect(await read()).toMatchObject({ outcome: "failed", code: "site-in-trouble" });
    expect(await shown("leaflet")).toEqual(["The new bus"]);
  }); // prettier-ignore

  test("of a service that a directory only names in its list, its own page is asked", async () => {
    says("/services", JSON.stringify(page([{ id: "a", name: "Rhyme time", ...open }, { id: "b", name: "Toy library" }], 1)));
    says("/services?page=2", JSON.stringify(page([{ id: "c", name: "Gone group" }], 2)));
    says("/services/b", JSON.stringify({ id: "b", name: "Toy library", ...open }));
    const { read } = await add("directory", "/services", { format: "open-referral" });
    expect(await read()).toMatchObject({ outcome: "read", added: 2, code: "incomplete" });
    expect(site.asked.filter((one) => one.includes("/services"))).toEqual(["GET /services", "GET /services?page=2", "GET /services/b", "GET /services/c"]);
    expect(await shown("event")).toEqual(["Rhyme time", "Toy library"]);
  }); // prettier-ignore
});
