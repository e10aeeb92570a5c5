import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Run, Source } from "#shared/sources/schema.ts";
import { databases } from "../../support/databases.ts";
import type { Advert } from "../../support/job-site.ts";
import { HOUR, openReadingHub, type ReadingHub, SOURCE } from "../../support/reading-hub.ts";

describe.each(databases)("sources are read by themselves, on $name", ({ fresh }) => {
  let opened: ReadingHub;
  const hub = () => opened;
  const add = (...more: Parameters<ReadingHub["add"]>) => hub().add(...more);
  const read = (id: string) => hub().read(id);
  const pass = (milliseconds: number) => hub().pass(milliseconds);
  const offers = (...all: Parameters<ReadingHub["offers"]>) => hub().offers(...all);
  const titles = (...of: Parameters<ReadingHub["titles"]>) => hub().titles(...of);
  const find = (id: string) => hub().find(id);
  const idOf = (employer: string) => hub().idOf(employer);
  beforeAll(async () => {
    opened = await openReadingHub(fresh);
  });
  afterAll(() => opened.close());
  beforeEach(() => opened.again());

  test("every page is followed, and its jobs wait in the inbox of the centre that the source names", async () => {
    offers([{ slug: "a", title: "Cook", employer: "Pages" }, { slug: "b", title: "Cleaner", employer: "Pages" }, { slug: "c", title: "Clerk", employer: "Pages" }], 2); // prettier-ignore
    const run = await read(await add());
    expect(run).toMatchObject({ outcome: "read", found: 3, added: 3, rejected: 0, code: null });
    expect(hub().site.asked.map(({ search }) => search.get("page"))).toEqual([null, "2"]);
    expect(await titles("Pages")).toEqual(["Clerk", "Cleaner", "Cook"].toSorted());
    expect(await titles("Pages", "cardiff")).toEqual([]);
  });

  test("a source that names no centre serves those within its radius, one in Wales too", async () => {
    offers([{ slug: "l", title: "Cook", employer: "Radius" }, { slug: "w", title: "Cogydd", employer: "Radius", postcode: "CF10 1EP", description: "Mae’r gallu i siarad Cymraeg yn hanfodol." }]); // prettier-ignore
    await read(await add({ to: { miles: 10 } }));
    expect(await titles("Radius")).toEqual(["Cook"]);
    expect(await titles("Radius", "cardiff")).toEqual(["Cogydd"]);
    const welsh = await hub().idOf("Radius", "cardiff");
    expect((await find(welsh)).body).toMatchObject({ needsWelsh: "needed" });
  });

  test("an unchanged source costs one conditional request and no write", async () => {
    offers([
      { slug: "a", employer: "Same" },
      { slug: "b", title: "Cook", employer: "Same" },
    ]);
    const id = await add();
    await read(id);
    const before = await hub().running.hub.database.reading.selectFrom("source_run").selectAll().execute();
    pass(HOUR);
    hub().site.asked.length = 0;
    expect(await read(id)).toMatchObject({ outcome: "unchanged" });
    expect(hub().site.asked.map(({ status }) => status)).toEqual([304]);
    expect(await hub().running.hub.database.reading.selectFrom("source_run").selectAll().execute()).toEqual(
      before,
    );
  });

  test("a change at the source changes the vacancy, but not what an adviser has mended", async () => {
    const advert = { slug: "a", title: "Cook", employer: "Mended" };
    offers([advert]);
    const id = await add();
    await read(id);
    const vacancy = await idOf("Mended");
    const item = await find(vacancy);
    await hub().running.done("saveItem", { ...item, over: item.revision, body: { ...item.body, title: { original: "en", words: { en: "School cook" } } } } as never); // prettier-ignore
    offers([{ ...advert, title: "Kitchen cook", closes: "2030-12-20T12:00:00+00:00" }]);
    pass(HOUR);
    expect(await read(id)).toMatchObject({ changed: 1, added: 0 });
    const after = await find(vacancy);
    expect(after.body.title.words.en).toBe("School cook");
    expect(after.until).toBe("2030-12-20T12:00:00.000Z");
    expect(after.body.flags).toContain("source-changed");
  });

  test("the same job from two sources is one vacancy with two sources", async () => {
    offers([{ slug: "first", title: "Driver", employer: "Twice" }]);
    const one = await add();
    await read(one);
    offers([{ slug: "second", title: "DRIVER", employer: "Twice" }]);
    const two = await add();
    await read(two);
    expect(await titles("Twice")).toEqual(["Driver"]);
    const sources = await hub().running.done("vacancySources", { id: await idOf("Twice") });
    expect(sources).toMatchObject([
      { source: one, leads: true },
      { source: two, leads: false },
    ]);
  });

  describe("what is gone at the source", () => {
    const many = (employer: string) => ["a", "b", "c", "d", "e"].map((slug) => ({ slug, title: `Job ${slug}`, employer })); // prettier-ignore
    async function readAgain(id: string, adverts: readonly Advert[]): Promise<Run> {
      offers(adverts);
      pass(HOUR);
      return read(id);
    }

    test("leaves after two healthy readings without it, and comes back when it is there again", async () => {
      const all = many("Gone");
      const id = await add();
      await readAgain(id, all);
      const fewer = all.slice(1);
      expect(await readAgain(id, fewer)).toMatchObject({ gone: 0 });
      expect(await titles("Gone")).toHaveLength(5);
      expect(await readAgain(id, [...fewer, { slug: "x", title: "New", employer: "Gone" }])).toMatchObject({ gone: 1, added: 1 }); // prettier-ignore
      expect(await titles("Gone")).toEqual(["Job b", "Job c", "Job d", "Job e", "New"]);
      await readAgain(id, all);
      expect(await titles("Gone")).toContain("Job a");
    });

    test("never leaves after readings that are empty, failed, cut off or suddenly much smaller", async () => {
      const all = many("Kept");
      const id = await add();
      await readAgain(id, all);
      expect(await readAgain(id, [])).toMatchObject({ outcome: "read", code: "empty", gone: 0 });
      expect(await readAgain(id, all.slice(0, 1))).toMatchObject({ code: "shrunken", gone: 0 });
      expect(await readAgain(id, all.slice(0, 1).map((advert) => ({ ...advert, pay: "£13" })))).toMatchObject({ code: "shrunken", gone: 0 }); // prettier-ignore
      hub().site.answers((_, response) => void response.writeHead(500).end());
      expect(await read(id)).toMatchObject({ outcome: "failed", code: "site-in-trouble" });
      expect(await titles("Kept")).toHaveLength(5);
    });

    test("is still there while another source has it", async () => {
      const rest = many("Shared");
      const job = { slug: "theirs", title: "Cook", employer: "Shared by two" };
      const id = await add();
      await readAgain(id, [job, ...rest]);
      const other = await add();
      await readAgain(other, [{ ...job, slug: "elsewhere" }]);
      await readAgain(id, rest);
      await readAgain(id, [...rest, { slug: "x", title: "New", employer: "Shared" }]);
      const vacancy = await hub().idOf("Shared by two");
      expect(await hub().running.done("vacancySources", { id: vacancy })).toMatchObject([
        { source: id, gone: expect.any(String) },
        { source: other, leads: true, gone: null },
      ]);
    });
  });

  test("a job that has closed and is posted again is known again, with what was decided of it", async () => {
    offers([{ slug: "one", title: "Cleaner", employer: "Again", closes: "2026-11-25T12:00:00+00:00" }]);
    const id = await add();
    await read(id);
    const vacancy = await idOf("Again");
    await hub().running.done("placeVacancy", { vacancy, centre: "leeds", on: "no" });
    pass(40 * HOUR);
    offers([{ slug: "two", title: "Cleaner", employer: "Again", closes: "2026-12-20T12:00:00+00:00" }]);
    expect(await read(id)).toMatchObject({ added: 0, changed: 1 });
    expect(await titles("Again")).toEqual([]);
    expect((await find(vacancy)).until).toBe("2026-12-20T12:00:00.000Z");
  });

  test("without a closing date it leaves thirty days after it was posted; what has closed is never offered", async () => {
    offers([{ slug: "open", title: "Cook", employer: "Dates", closes: null }, { slug: "shut", title: "Clerk", employer: "Dates", closes: "2026-11-20T12:00:00+00:00" }]); // prettier-ignore
    expect(await read(await add())).toMatchObject({ added: 1, closed: 1 });
    expect(await titles("Dates")).toEqual(["Cook"]);
    expect((await find(await idOf("Dates"))).until).toBe("2026-12-09T00:00:00.000Z");
  });

  test("an adviser who says what kind of work a title is, says it for all later ones", async () => {
    const url = `${hub().site.url}/list.xml`;
    const list = (reference: string) => `<jobs><job><reference>${reference}</reference><title>Wonderful person</title><company>Sector ${reference}</company><city>Leeds</city><url>https://x.org/${reference}</url></job></jobs>`; // prettier-ignore
    hub().site.answers(() => list("one"));
    const id = await add({ url });
    await read(id);
    const item = await find(await idOf("Sector one"));
    expect(item.body.sector).toBe("other");
    await hub().running.done("saveItem", { ...item, over: item.revision, body: { ...item.body, sector: "leisure" } } as never); // prettier-ignore
    hub().site.answers(() => list("two"));
    pass(HOUR);
    await read(id);
    expect((await find(await idOf("Sector two"))).body).toMatchObject({ sector: "leisure", origin: { sector: "adviser" } }); // prettier-ignore
  });

  test("a look keeps nothing, and says what would be read", async () => {
    offers([{ slug: "a", title: "Cook", employer: "Look" }, { slug: "b", employer: "Look" }, { slug: "c", employer: "Look" }], 2); // prettier-ignore
    const source: Source = { ...SOURCE, url: `${hub().site.url}/api/v1/jobs.json`, mostPages: 5 };
    const looked = await hub().running.done("trySource", { source });
    expect(looked).toMatchObject({ format: "teaching-vacancies", count: 2, complete: false, read: [{ title: "Cook" }, {}] }); // prettier-ignore
    expect(await titles("Look")).toEqual([]);
  });

  test("a source that is due is read in its time, and one that is paused is not", async () => {
    offers([{ slug: "due", title: "Cook", employer: "Due" }]);
    const id = await add({ paused: false });
    await expect.poll(() => titles("Due"), { timeout: 30_000 }).toEqual(["Cook"]);
    expect(await hub().seen(id)).toMatchObject({
      next: new Date(hub().now() + HOUR).toISOString(),
      open: 1,
      last: { outcome: "read", added: 1 },
    });
    await hub().running.done("removeSource", { id });
    expect(await hub().running.order("readSource", { id })).toMatchObject({
      refusal: { code: "no-such-source" },
    });
  });

  test("what cannot be a source is refused", async () => {
    const source: Source = { ...SOURCE, format: "telepathy" };
    const refusal = async (more: Partial<Source>) => ((await hub().running.order("saveSource", { source: { ...source, ...more }, over: null })) as { refusal?: { code: string } }).refusal?.code; // prettier-ignore
    expect(await refusal({})).toBe("no-such-format");
    expect(await refusal({ format: null, to: { centres: ["nowhere"] } })).toBe("no-such-centre");
    expect(await refusal({ format: null, everyMinutes: 1 })).toBe("bad-input");
    expect(await refusal({ format: null, url: "file:///etc/passwd" })).toBe("bad-input");
  });
});
