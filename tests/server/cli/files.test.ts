import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";
import { DONE, failedWith, signpost } from "../../support/signpost.ts";

vi.setConfig({ testTimeout: 60_000 });

const samples = join(import.meta.dirname, "../../samples");
const sample = (path: string) => join(samples, path);
/** Settings that no hub would start with: what needs no hub must not mind them. */
const BROKEN = { PORT: "many", SIGNPOST_TRUST_PROXY: "everybody", DATABASE_URL: "mysql://nowhere" };

describe("what needs no hub, no database and no settings", () => {
  let folder: { path: string; remove: () => Promise<void> };
  beforeAll(async () => {
    folder = await temporaryFolder("files");
  });
  afterAll(() => folder.remove());

  async function file(name: string, text: string): Promise<string> {
    const path = join(folder.path, name);
    await writeFile(path, text);
    return path;
  }
  const dry = (path: string, ...more: string[]) =>
    signpost(BROKEN, "import", path, "--dry-run", "--json", ...more);

  test("says whether an item shows, in the order asked, as pure JSON", async () => {
    const item = await file("item.json", JSON.stringify({ until: "2026-11-24T12:00:00Z" }));
    const asked = ["2026-11-24T12:00Z", "2026-11-24T12:59:59+01:00"];
    const answer = await signpost(
      BROKEN,
      "showing",
      "--item",
      item,
      ...asked.flatMap((at) => ["--at", at]),
      "--json",
    );
    expect(answer).toMatchObject(DONE);
    expect(answer.json()).toEqual([
      { at: asked[0], showing: false, because: "ended" },
      { at: asked[1], showing: true, because: "showing" },
    ]);
  });

  test("says in one line why a file cannot be answered for", async () => {
    const broken = await file("broken.json", "{");
    const at = ["--at", "2026-11-24T12:00:00Z"];
    expect(await signpost({}, "showing", "--item", broken, ...at)).toMatchObject(failedWith(/not JSON/));
    const absent = join(folder.path, "absent.json");
    expect(await signpost({}, "showing", "--item", absent, ...at)).toMatchObject(
      failedWith(/cannot be read/),
    );
  });

  test.each([
    ["no item", ["showing", "--at", "2026-11-24T12:00:00Z"]],
    ["an option that there is not", ["showing", "--item", "x", "--at", "y", "--colour"]],
    ["no file", ["import", "--dry-run"]],
    ["a kind that there is not", ["import", "x.csv", "--kind", "jobs"]],
    ["a form that there is not", ["import", "x.csv", "--format", "papyrus", "--dry-run"]],
    ["a patient where none is wanted", ["doctor", "who"]],
    ["a decision that there is not", ["import", "x.csv", "--decide", "everywhere"]],
    ["a decision for no centre", ["import", "x.csv", "--decide", "board"]],
    ["a command that there is not", ["publish"]],
    ["nothing at all", []],
  ])("wrong usage, %s, ends with 2 and the right usage", async (_what, args) => {
    const { status, stdout, stderr } = await signpost(BROKEN, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("Usage:");
  });

  test("the help is no mistake", async () => {
    const { status, stdout } = await signpost({}, "--help");
    expect(status).toBe(0);
    const address = await signpost(
      {},
      "sites",
      "check",
      "--list",
      await file("none.json", "{}"),
      "--json",
      "--",
      "--help",
    );
    expect(address.json()).toMatchObject([{ url: "--help", allowed: false }]);
    for (const command of [
      "import",
      "showing",
      "screens pair",
      "screens unpair",
      "backup",
      "restore",
      "doctor",
    ])
      expect(stdout).toContain(`signpost ${command}`);
  });

  test("a list with a broken row: that row is named with its line, the others are read", async () => {
    const list = await file(
      "broken-row.csv",
      'Job title,Employer,Postcode,Salary\nCook,Larkhill Primary,EX31 2AA,£13 an hour\n,Nobody,EX31 2AA,£14\nCleaner,"Bright,EX31 2AA,£13.50\nDriver,Swift,EX31 2AA,£15 an hour\n',
    );
    const answer = await dry(list);
    expect(answer).toMatchObject(DONE);
    const { kind, format, complete, read, rejected } = answer.json();
    expect({ kind, format, complete }).toEqual({ kind: "vacancies", format: "csv", complete: true });
    expect(read.map((one: { title: string }) => one.title)).toEqual(["Cook", "Driver"]);
    expect(rejected.map((one: { where: string }) => one.where).toSorted()).toEqual(["line 3", "line 4"]);
    for (const one of rejected) expect(Object.keys(one).toSorted()).toEqual(["reason", "where"]);
  });

  test("websites are read from the suggestions' own form, and from one address a line", async () => {
    const known = await dry(join(import.meta.dirname, "../../../content/websites/starter.json"));
    expect(known.json()).toMatchObject({ kind: "websites", format: "website-json", complete: true });
    expect(known.json().read[0]).toMatchObject({
      title: "Find a job",
      texts: { title: { words: { cy: "Dod o hyd i swydd" } } },
    });
    const lines = await dry(await file("sites.txt", "https://a.example/\nnonsense\n"), "--kind", "websites");
    expect(lines.json()).toMatchObject({
      format: "website-list",
      read: [{ title: "a.example", allow: ["https://a.example"] }],
      rejected: [{ where: "line 2" }],
    });
  });

  test("a list from Excel for Windows keeps its pounds, dashes and accents through the command line", async () => {
    const { read, warnings } = (await dry(sample("csv/adviser-excel-windows1252.csv"))).json();
    expect(read.map((one: { title: string }) => one.title)).toEqual([
      "Nursery Practitioner – Level 3",
      "Cleaner, evenings",
      "Kitchen Assistant (school)",
      '=HYPERLINK("http://evil.example","Click")',
    ]);
    expect(read[0].closes).toBe("2026-12-06T00:00:00.000Z");
    expect(warnings).toContainEqual(expect.objectContaining({ where: "line 3" }));
  });

  test("a list whose header is not its first line has its three jobs", async () => {
    const { read } = (await dry(sample("csv/adviser-ragged-preamble.csv"))).json();
    expect(read).toHaveLength(3);
  });

  test("a saved page's job posting is read", async () => {
    const { format, read } = (await dry(sample("jobposting/uk-tv-style-term-time.html"))).json();
    expect(format).toBe("jobposting");
    expect(read).toMatchObject([
      {
        employer: expect.stringMatching(/^St Example.s C of E Primary School$/),
        closes: "2026-12-04T12:00:00.000Z",
        pay: { min: 12.85 },
      },
    ]);
  });

  const others = ["csv", "jobposting"].flatMap((name) =>
    readdirSync(sample(name)).map((one) => `${name}/${one}`),
  );
  test.each(others)("%s gets an answer in the agreed form", async (path) => {
    const answer = await dry(sample(path));
    const { kind, format, read, rejected, warnings, complete } = answer.json();
    expect([kind, typeof format, typeof complete]).toEqual(["vacancies", "string", "boolean"]);
    expect([read, rejected, warnings].every(Array.isArray)).toBe(true);
    expect(answer.status).toBe(read.length === 0 && rejected.length > 0 ? 1 : 0);
  });

  test("a form that is not read yet is named as such, and the JSON stays pure", async () => {
    const answer = await dry(await file("song.mp3", "ID3 this is no list"));
    expect(answer).toMatchObject(failedWith(/form of file cannot be read yet/));
    expect(answer.json()).toMatchObject({ read: [], rejected: [{ where: "file" }] });
  });

  test("a calendar in which nothing is on is read, and holds nothing", async () => {
    const events = await file("events.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n");
    const answer = await dry(events, "--kind", "events");
    expect(answer.status).toBe(0);
    expect(answer.json()).toMatchObject({ kind: "events", read: [], rejected: [] });
  });

  test("an address of this machine is refused in words, and not asked", async () => {
    const words = failedWith(/private network/);
    expect(await dry("https://127.0.0.1/feed.xml")).toMatchObject({ ...words, stdout: "" });
  });
});
