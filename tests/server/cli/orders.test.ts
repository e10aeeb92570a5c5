import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Pairing } from "#shared/screens/protocol.ts";
import { lockFolder } from "#server/db/lock.ts";
import { makeCertificate } from "../../support/certificate.ts";
import { centre } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { type HubProcess, startProcess } from "../../support/process.ts";
import { cookieFrom } from "../../support/screens.ts";
import { DONE, failedWith, settingsFor, signpost } from "../../support/signpost.ts";

/** A test starts up to ten processes, and a small machine takes its time over each. */
vi.setConfig({ testTimeout: 120_000 });

const JOBS = `Job title,Employer,Postcode,Salary,Closing date,Link
Cook,Larkhill Primary,EX31 2AA,£13 an hour,31/12/2098,https://jobs.example.org/1
,Nobody,EX31 2AA,£14 an hour,31/12/2098,
Driver,Swift,EX31 2AA,£15 an hour,31/12/2098,https://jobs.example.org/2
`;

describe.each(databases)("orders from the command line, on $name", ({ fresh }) => {
  let database: Fresh;
  let folder: { path: string; remove: () => Promise<void> };
  let env: Record<string, string>;
  let jobs: string;
  let hub: HubProcess | null = null;

  beforeEach(async () => {
    database = await fresh();
    folder = await temporaryFolder("orders");
    env = settingsFor(folder.path, database.url);
    jobs = join(folder.path, "jobs.csv");
    await writeFile(jobs, JOBS);
  });
  afterEach(async () => {
    await hub?.stop();
    hub = null;
    await folder.remove();
    await database.close();
  });

  async function start(more: Record<string, string> = {}): Promise<HubProcess> {
    hub = await startProcess(folder.path, database.url, more);
    await hub.order("saveCentre", { centre: centre("larkhill"), over: null }, "the-centre-0");
    return hub;
  }
  const board = (...more: string[]) =>
    signpost(env, "import", jobs, "--decide", "board", "--centre", "larkhill", "--json", ...more);
  async function shown({ url }: HubProcess): Promise<string[]> {
    const programme = await (await fetch(`${url}/api/v1/centres/larkhill/programme`)).json();
    const { entries } = programme as { entries: { type: string; value: { body: { employer: string } } }[] };
    return entries
      .filter(({ type }) => type === "vacancy")
      .map(({ value }) => value.body.employer)
      .toSorted();
  }

  test("a running hub puts a list on the board at once, and the same list twice makes no second copy", async () => {
    const running = await start();
    const first = await board();
    expect(first).toMatchObject(DONE);
    expect(first.json()).toMatchObject({
      rejected: [{ where: "line 3" }],
      imported: { added: 2, changed: 0, unchanged: 0 },
    });
    expect(await shown(running)).toEqual(["Larkhill Primary", "Swift"]);
    expect((await board()).json().imported).toEqual({ added: 0, changed: 0, unchanged: 2, closed: 0 });
    expect(await shown(running)).toEqual(["Larkhill Primary", "Swift"]);
    const nowhere = await signpost(env, "import", jobs, "--decide", "board", "--centre", "nowhere");
    expect(nowhere).toMatchObject(failedWith(/no centre of this name.*nowhere/));
  });

  test("without a hub the database is opened for the while, and the hub shows what was done", async () => {
    await (await start()).stop();
    expect(await board()).toMatchObject(DONE);
    hub = await startProcess(folder.path, database.url);
    expect(await shown(hub)).toEqual(["Larkhill Primary", "Swift"]);
  });

  test("two at once: the second is refused clearly and changes nothing", async () => {
    await (await start()).stop();
    const unlock = lockFolder(folder.path);
    expect(await board()).toMatchObject({
      ...failedWith(/Another program is using this data folder/),
      stdout: "",
    });
    expect(await signpost(env, "restore", jobs)).toMatchObject(failedWith(/Stop it first/));
    unlock?.();
    expect(await board()).toMatchObject(DONE);
  });

  test("a hub that was killed is not waited for", async () => {
    await (await start()).kill();
    expect(await board()).toMatchObject(DONE);
  });

  test("a list of websites is approved for a centre once, and what would open too much is left out", async () => {
    await start();
    const list = join(folder.path, "websites.csv");
    await writeFile(
      list,
      "Title,URL,Topics,Helpers,Review by\nFind a job,findajob.example,work; cheese,cdn.example,01/03/2027\nStars,https://stars.example/,,*.stars.example,\nAll of them,https://co.uk/,,,\nNothing,,,,\n",
    );
    const bring = () => signpost(env, "import", list, "--kind", "websites", "--centre", "larkhill", "--json");
    const first = (await bring()).json();
    expect(first.rejected.map(({ where }: { where: string }) => where)).toEqual(["line 3", "line 5"]);
    expect(first.warnings).toMatchObject([{ where: "line 2" }]);
    expect(first.imported).toMatchObject({ added: 1, refused: 1 });
    expect((await bring()).json().imported).toMatchObject({ added: 0, unchanged: 1, refused: 1 });
    const policy = (await signpost(env, "sites", "policy", "--centre", "larkhill", "--json")).json();
    expect(policy.URLAllowlist).toContain("https://findajob.example");
    expect(JSON.stringify(policy)).not.toMatch(/stars\.example|co\.uk/);
    const nowhere = await signpost(env, "import", list, "--kind", "websites", "--centre", "nowhere");
    expect(nowhere).toMatchObject(failedWith(/no centre of this name/));
  });

  test("a screen is paired by its code, listed and unpaired again", async () => {
    const { url } = await start();
    const begun = await fetch(`${url}/api/v1/pairings`, { method: "POST" });
    const { code } = (await begun.json()) as Extract<Pairing, { state: "waiting" }>;
    const pair = (typed: string) =>
      signpost(
        env,
        "screens",
        "pair",
        typed,
        "--centre",
        "larkhill",
        "--kind",
        "board",
        "--name",
        "Reception",
      );
    expect(await pair("AAAAAA")).toMatchObject(failedWith(/code is not known/));
    expect(await pair(code.toLowerCase())).toMatchObject(DONE);
    await fetch(`${url}/api/v1/pairings/mine`, { headers: { cookie: cookieFrom(begun) } });
    const listed = await signpost(env, "screens", "--json");
    expect(listed).toMatchObject(DONE);
    const [screen] = listed.json();
    expect(screen).toMatchObject({ centre: "larkhill", kind: "board", name: "Reception" });
    expect((await signpost(env, "screens")).stdout).toContain("Reception");
    const unpaired = await signpost(env, "screens", "unpair", screen.id, "--json");
    expect(unpaired.json()).toMatchObject({ id: screen.id, centre: screen.centre });
    expect(await signpost(env, "screens", "unpair", screen.id)).toMatchObject(failedWith(/no such screen/));
    expect((await signpost(env, "screens", "--json")).json()).toEqual([]);
  });

  test("pairing without a hub says that one is needed", async () => {
    const args = ["pair", "ABCDEF", "--centre", "larkhill", "--kind", "board", "--name", "Reception"];
    expect(await signpost(env, "screens", ...args)).toMatchObject(failedWith(/needs a running hub/));
    expect(await signpost(env, "screens", "pair", "ABCDEF")).toMatchObject({ status: 2 });
  });

  test("a backup goes through the running hub, a restore only without one", async () => {
    const running = await start();
    await board();
    const file = join(folder.path, "all.backup");
    expect(await signpost(env, "backup", file)).toMatchObject(DONE);
    expect(await signpost(env, "backup", join(folder.path, "no", "such", "folder"))).toMatchObject(
      failedWith(/could not be written/),
    );
    expect(await signpost(env, "restore", file)).toMatchObject(failedWith(/Stop it first/));
    const jobsBefore = await shown(running);
    await running.stop();
    expect(await signpost(env, "restore", join(folder.path, "absent"))).toMatchObject(
      failedWith(/cannot be read/),
    );
    expect(await signpost(env, "restore", file)).toMatchObject(DONE);
    hub = await startProcess(folder.path, database.url);
    expect(await shown(hub)).toEqual(jobsBefore);
  });

  test("over TLS the command line reaches its hub just as well", async () => {
    const { cert, key } = await makeCertificate(folder.path, "hub.example.org");
    const tls = { SIGNPOST_TLS_CERT: cert, SIGNPOST_TLS_KEY: key };
    hub = await startProcess(folder.path, database.url, tls);
    expect(hub.url).toMatch(/^https:/);
    expect(await signpost({ ...env, ...tls }, "screens", "--json")).toMatchObject({
      ...DONE,
      stdout: "[]\n",
    });
  });

  test("the doctor finds a hub well, and says what is wrong where it is not", async () => {
    await start();
    const well = await signpost(env, "doctor", "--json");
    expect(well).toMatchObject(DONE);
    const states = Object.fromEntries(
      well.json().map((one: { what: string; state: string }) => [one.what, one.state]),
    );
    expect(states).toMatchObject({ Settings: "well", Database: "well", Hub: "well", "Data folder": "well" });
    await hub?.kill();
    const away = await signpost({ ...env, SIGNPOST_TLS_CERT: jobs, SIGNPOST_TLS_KEY: jobs }, "doctor");
    expect(away).toMatchObject(failedWith(/needs mending/));
    expect(away.stdout).toMatch(/WRONG +Certificate/);
    expect(await signpost({ ...env, PORT: "many" }, "doctor")).toMatchObject(failedWith(/needs mending/));
  });

  test("settings that are wrong are all named, and nothing is touched", async () => {
    const wrong = await signpost({ ...env, PORT: "many", SIGNPOST_DEMO: "perhaps" }, "import", jobs);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toMatch(/PORT is not a number[^]*SIGNPOST_DEMO must be auto, yes or no/);
  });
});
