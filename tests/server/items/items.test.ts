import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { always, centre, noticeDraft, notice, vacancyDraft } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";

interface Programme {
  readonly epoch: string;
  readonly version: number;
  readonly entries: readonly { type: string; id: string; version: number; value: never }[];
}

describe.each(databases)("items, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;

  beforeEach(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url });
    for (const slug of ["larkhill", "northbrook"])
      await running.done("saveCentre", { centre: centre(slug), over: null });
  });
  afterEach(async () => {
    await running.stop();
    await database.close();
  });

  const programme = async (slug: string, query = ""): Promise<Programme> =>
    (await fetch(`${running.url}/api/v1/centres/${slug}/programme${query}`)).json() as Promise<Programme>;
  const ids = ({ entries }: Programme, type: string) =>
    entries.filter((entry) => entry.type === type && entry.value !== null).map((entry) => entry.id);
  const publish = (id: string) => running.done("publishItem", { id, over: null });

  test("a draft is on no screen and takes no number of the counter", async () => {
    const before = await programme("larkhill");
    await running.done("saveItem", noticeDraft("n1", "Snow day", ["larkhill"]));
    const after = await programme("larkhill");
    expect(ids(after, "notice")).toEqual([]);
    expect(after.version).toBe(before.version);
  });

  test("what is published reaches its centres and no others", async () => {
    await running.done("saveItem", noticeDraft("n1", "Snow day", ["larkhill"]));
    await publish("n1");
    expect(ids(await programme("larkhill"), "notice")).toEqual(["n1"]);
    expect(ids(await programme("northbrook"), "notice")).toEqual([]);
  });

  test("a centre that drops out of the audience is told so, the others are not", async () => {
    await running.done("saveItem", noticeDraft("n1", "Snow day", ["larkhill", "northbrook"]));
    await publish("n1");
    const [lark, north] = [await programme("larkhill"), await programme("northbrook")];
    await running.done("saveItem", { ...noticeDraft("n1", "Snow day", ["larkhill"]), over: 2 });
    const gone = await programme("northbrook", `?since=${north.version}&epoch=${north.epoch}`);
    expect(gone.entries).toMatchObject([{ type: "notice", id: "n1", value: null }]);
    const kept = await programme("larkhill", `?since=${lark.version}&epoch=${lark.epoch}`);
    expect(kept.entries).toEqual([]);
  });

  test("an audience that narrows from everywhere to one centre leaves it there, by the highest version", async () => {
    await running.done("saveItem", noticeDraft("n1", "Snow day", "all"));
    await publish("n1");
    const before = await programme("larkhill");
    await running.done("saveItem", { ...noticeDraft("n1", "Snow day", ["larkhill"]), over: 2 });
    const changes = await programme("larkhill", `?since=${before.version}&epoch=${before.epoch}`);
    const newest = changes.entries.toSorted((a, b) => a.version - b.version).at(-1);
    expect(newest).toMatchObject({ id: "n1", value: { body: { title: { original: "en" } } } });
    expect(ids(await programme("northbrook"), "notice")).toEqual([]);
    await running.done("saveItem", { ...noticeDraft("n1", "Snow day", "all"), over: 3 });
    expect(ids(await programme("northbrook"), "notice")).toEqual(["n1"]);
    expect(ids(await programme("larkhill"), "notice")).toEqual(["n1"]);
  });

  test("a centre made later has what is for everywhere", async () => {
    await running.done("saveItem", noticeDraft("n1", "Snow day", "all"));
    await publish("n1");
    await running.done("saveCentre", { centre: centre("newtown"), over: null });
    expect(ids(await programme("newtown"), "notice")).toEqual(["n1"]);
  });

  test("two advisers cannot overwrite each other: the second gets both texts", async () => {
    await running.done("saveItem", noticeDraft("n1", "Snow day", ["larkhill"]));
    await running.done("saveItem", { ...noticeDraft("n1", "Snow day: closed", ["larkhill"]), over: 1 });
    const second = await running.order("saveItem", {
      ...noticeDraft("n1", "Open after all", ["larkhill"]),
      over: 1,
    });
    expect(second).toMatchObject({
      ok: false,
      refusal: {
        code: "changed-meanwhile",
        details: {
          theirs: { revision: 2, body: { title: { words: { en: "Snow day: closed" } } } },
          yours: { body: { title: { words: { en: "Open after all" } } } },
        },
      },
    });
  });

  test("of two saves at the same instant one wins and one is refused", async () => {
    await running.done("saveItem", noticeDraft("n1", "Snow day", ["larkhill"]));
    const both = await Promise.all(
      ["First", "Second"].map((title) =>
        running.order("saveItem", { ...noticeDraft("n1", title, ["larkhill"]), over: 1 }),
      ),
    );
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.find((result) => !result.ok)).toMatchObject({ refusal: { code: "changed-meanwhile" } });
  });

  test("a retried command makes no second item and gets the first reply", async () => {
    const { id: _id, ...draft } = noticeDraft("", "Snow day", ["larkhill"]);
    const tries = await Promise.all([1, 2, 3].map(() => running.order("saveItem", draft, "retry-0001")));
    const again = await running.order("saveItem", draft, "retry-0001");
    expect(new Set([...tries, again].map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await running.done("listItems", { limit: 10 })).toHaveLength(1);
  });

  test("the history says who did what, and a former version can be brought back", async () => {
    await running.done("saveItem", noticeDraft("n1", "Snow day", ["larkhill"]));
    await publish("n1");
    await running.done("saveItem", { ...noticeDraft("n1", "Sunny day", ["larkhill"]), over: 2 });
    await running.done("bringBackItem", { id: "n1", revision: 1, over: 3 });
    const past = await running.done("itemHistory", { id: "n1" });
    expect(past.map((one: { what: string; who: string }) => [one.what, one.who])).toEqual([
      ["brought back 1", "operator"],
      ["saved", "operator"],
      ["published", "operator"],
      ["made", "operator"],
    ]);
    const [entry] = (await programme("larkhill")).entries.filter(({ type }) => type === "notice");
    expect(entry).toMatchObject({ value: { body: { title: { words: { en: "Snow day" } } } } });
  });

  test("a translation is marked once its original has moved on, until it is written anew", async () => {
    const words = (en: string, cy: string) => notice("", { title: { original: "en", words: { en, cy } } });
    const draft = { id: "n1", kind: "notice" as const, audience: ["larkhill"], ...always };
    const title = (item: { body: { title: unknown } }) => item.body.title;
    await running.done("saveItem", { ...draft, over: null, body: words("Snow day", "Diwrnod eira") });
    const moved = await running.done("saveItem", {
      ...draft,
      over: 1,
      body: words("Snow days", "Diwrnod eira"),
    });
    expect(title(moved)).toMatchObject({ older: ["cy"] });
    const still = await running.done("saveItem", {
      ...draft,
      over: 2,
      body: words("Snow days", "Diwrnod eira"),
    });
    expect(title(still)).toMatchObject({ older: ["cy"] });
    const anew = await running.done("saveItem", {
      ...draft,
      over: 3,
      body: words("Snow days", "Dyddiau eira"),
    });
    expect(title(anew)).not.toHaveProperty("older");
  });

  test("a vacancy that has closed cannot be published", async () => {
    const closed = vacancyDraft("v1", "Cook", ["larkhill"], { until: "2026-01-01T12:00:00Z" });
    await running.done("saveItem", closed);
    expect(await running.order("publishItem", { id: "v1", over: null })).toMatchObject({
      refusal: { code: "already-ended" },
    });
  });

  test("placing a vacancy publishes it there; a withdrawn one takes its placements with it", async () => {
    await running.done("saveItem", vacancyDraft("v1", "Cook"));
    await running.done("placeVacancy", { vacancy: "v1", centre: "larkhill", on: "board" });
    await running.done("placeVacancy", { vacancy: "v1", centre: "northbrook", on: "search" });
    expect(ids(await programme("larkhill"), "placement")).toEqual(["v1@larkhill"]);
    expect(ids(await programme("northbrook"), "vacancy")).toEqual(["v1"]);
    await running.done("placeVacancy", { vacancy: "v1", centre: "northbrook", on: "no" });
    expect(ids(await programme("northbrook"), "vacancy")).toEqual([]);
    await running.done("withdrawItem", { id: "v1", over: null });
    const after = await programme("larkhill");
    expect([...ids(after, "vacancy"), ...ids(after, "placement")]).toEqual([]);
    expect(
      await running.order("placeVacancy", { vacancy: "v1", centre: "larkhill", on: "board" }),
    ).toMatchObject({ refusal: { code: "withdrawn" } });
    await running.done("publishItem", { id: "v1", over: null });
    expect(ids(await programme("larkhill"), "placement")).toEqual(["v1@larkhill"]);
  });

  test("a placement ends with its vacancy, also when the closing date moves", async () => {
    await running.done("saveItem", vacancyDraft("v1", "Cook", [], { until: "2030-12-01T12:00:00Z" }));
    await running.done("placeVacancy", { vacancy: "v1", centre: "larkhill", on: "board" });
    const until = "2030-11-01T12:00:00Z";
    await running.done("saveItem", { ...vacancyDraft("v1", "Cook", ["larkhill"], { until }), over: 2 });
    const placement = (await programme("larkhill")).entries.find(({ type }) => type === "placement");
    expect(placement).toMatchObject({ value: { until } });
  });

  test("the ten take the order they are put in, and a new one comes last", async () => {
    for (const id of ["v1", "v2", "v3"]) {
      await running.done("saveItem", vacancyDraft(id, id));
      await running.done("placeVacancy", { vacancy: id, centre: "larkhill", on: "board" });
    }
    await running.done("orderTen", { centre: "larkhill", vacancies: ["v3", "v1"] });
    const entries = (await programme("larkhill")).entries.filter(({ type }) => type === "placement");
    const places = entries.map(({ value }) => value as { vacancy: string; place: number });
    expect(places.toSorted((a, b) => a.place - b.place).map(({ vacancy }) => vacancy)).toEqual([
      "v3",
      "v1",
      "v2",
    ]);
    expect(await running.order("orderTen", { centre: "larkhill", vacancies: ["nobody"] })).toMatchObject({
      refusal: { code: "not-on-the-board" },
    });
  });

  test("what a kiosk need not know of a centre is told to nobody", async () => {
    await running.done("saveCentre", {
      centre: centre("larkhill", { adviser: "ann", deputy: "bob" }),
      over: 1,
    });
    expect(JSON.stringify(await programme("larkhill"))).not.toMatch(/adviser|deputy|staffLink/);
  });

  test("what is wrong with a draft is said by its field, and nothing is saved", async () => {
    const until = "2026-01-01T00:00:00Z";
    const draft = {
      ...noticeDraft("n1", "x".repeat(200), ["larkhill"]),
      from: "2026-02-01T00:00:00Z",
      until,
    };
    expect(await running.order("saveItem", draft)).toMatchObject({
      refusal: {
        code: "bad-input",
        details: [
          { path: "until", code: "ends-before-start" },
          { path: "body.title.words.en", code: "too-long" },
        ],
      },
    });
    expect(await running.order("findItem", { id: "n1" })).toMatchObject({
      refusal: { code: "no-such-item" },
    });
  });

  test("a script in a title is refused at its field, whichever command brings it; other marks stay text", async () => {
    const title = "Cook <script>alert(1)</script>";
    const { body } = vacancyDraft("j1", title);
    const job = { id: "j1", until: null, body };
    const tries = [
      ["body.title.words.en", running.order("saveItem", noticeDraft("n1", title, ["larkhill"]))],
      ["body.title.words.en", running.order("saveItem", vacancyDraft("j1", title))],
      ["words.title", running.order("writeVacancy", { over: null, words: { title }, centres: [], on: "new" })],
      ["vacancies.0.body.title.words.en", running.order("importVacancies", { vacancies: [job], decide: "inbox", centres: [] })],
    ] as const; // prettier-ignore
    for (const [path, reply] of tries)
      expect(await reply).toMatchObject({
        refusal: { code: "bad-input", details: [{ path, code: "holds-script" }] },
      });

    const titles = ["Nurse <50% FTE>", "C++ & <Ladies>", "Director <description>"];
    for (const [at, words] of titles.entries()) {
      await running.done("saveItem", noticeDraft(`n${at}`, words, ["larkhill"]));
      await publish(`n${at}`);
    }
    const { entries } = await programme("larkhill");
    const shown = entries.map(({ value }: { value: { body?: { title?: { words: { en: string } } } } }) => value.body?.title?.words.en); // prettier-ignore
    expect(shown).toEqual(expect.arrayContaining(titles));
    const page = await fetch(`${running.url}/api/v1/centres/larkhill/programme`);
    expect(page.headers.get("content-type")).toMatch(/^application\/json/);
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  });
});
