import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { centre } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { type SmtpServer, startSmtp } from "../../support/messages/smtp.ts";
import { Browser, enterBy } from "../../support/people.ts";
import { type HubProcess, startProcess } from "../../support/process.ts";
import { DONE, failedWith, settingsFor, signpost } from "../../support/signpost.ts";

vi.setConfig({ testTimeout: 60_000 });

const PASSWORD = "correct horse battery staple";

describe("people, from the command line and by mail", () => {
  let database: Fresh;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let smtp: SmtpServer;
  let hub: HubProcess;
  let env: Record<string, string>;

  beforeAll(async () => {
    [database, folder, smtp] = await Promise.all([databases[0]!.fresh(), temporaryFolder("people"), startSmtp()]); // prettier-ignore
    const mail = { SIGNPOST_SMTP_URL: smtp.url, SIGNPOST_PUBLIC_URL: "https://signpost.example" };
    env = { ...settingsFor(folder.path, database.url), ...mail };
    hub = await startProcess(folder.path, database.url, mail);
    await hub.order("saveCentre", { centre: centre("larkhill"), over: null }, "the-centre-0");
  });
  afterAll(async () => {
    await hub.stop();
    await Promise.all([database.close(), folder.remove(), smtp.close()]);
  });

  const secretIn = (words: string) => /https:\/\/signpost\.example\/console\/welcome#[\w-]+/.exec(words)?.[0] ?? null; // prettier-ignore
  const mailTo = async (email: string, subject: string): Promise<string> => {
    const found = () => smtp.mails.filter((one) => one.to === email && one.raw.includes(subject)).at(-1);
    await vi.waitFor(() => expect(found()).toBeDefined(), { timeout: 20_000 });
    return found()!
      .raw.replaceAll(/=\r?\n/g, "")
      .replaceAll("=3D", "=");
  };

  test("whoever is added comes in by the link that is printed, and it was mailed as well", async () => {
    const added = await signpost(env, "people", "add", "Ada@Example.org", "--role", "adviser", "--centre", "larkhill"); // prettier-ignore
    expect(added).toMatchObject(DONE);
    const link = secretIn(added.stdout);
    expect(secretIn(await mailTo("ada@example.org", "invited"))).toBe(link);
    const ada = new Browser(hub.url);
    expect(await enterBy(ada, { link, name: "Ada", password: PASSWORD })).toMatchObject({ ok: true });
    expect(await enterBy(new Browser(hub.url), { link, name: "Eve", password: PASSWORD })).toMatchObject({ refusal: { code: "link-spent" } }); // prettier-ignore
    const listed = await signpost(env, "people", "--json");
    expect(listed.json()).toMatchObject([{ email: "ada@example.org", role: "adviser", centres: ["larkhill"] }]); // prettier-ignore
  });

  test("whoever lost the way gets a new link, from the command line or by mail, and the former one is spent", async () => {
    const renewed = await signpost(env, "people", "link", "ada@example.org", "--forget-second-factor");
    expect(renewed).toMatchObject(DONE);
    const printed = secretIn(renewed.stdout);
    // Two mails on their way may overtake each other: the second is asked for once the first is there.
    expect(secretIn(await mailTo("ada@example.org", "new password"))).toBe(printed);
    await new Browser(hub.url).post("/forgotten", { email: "ada@example.org" });
    await vi.waitFor(async () => expect(secretIn(await mailTo("ada@example.org", "new password"))).not.toBe(printed), { timeout: 20_000 }); // prettier-ignore
    const mailed = secretIn(await mailTo("ada@example.org", "new password"));
    const again = new Browser(hub.url);
    expect(await enterBy(again, { link: mailed, password: `${PASSWORD} again` })).toMatchObject({ ok: true });
    expect(await enterBy(new Browser(hub.url), { link: printed, password: PASSWORD })).toMatchObject({ refusal: { code: "link-spent" } }); // prettier-ignore
  });

  test("nobody is mailed who is not there, and the answer does not tell", async () => {
    const before = smtp.mails.length;
    const answer = await new Browser(hub.url).post("/forgotten", { email: "nobody@example.org" });
    expect(answer).toEqual({ ok: true, value: null });
    expect(smtp.mails).toHaveLength(before);
  });

  test("what is wrong is said in one line, and how it is used where that was wrong", async () => {
    expect(await signpost(env, "people", "link", "nobody@example.org")).toMatchObject(failedWith(/nobody|person/i)); // prettier-ignore
    expect(await signpost(env, "people", "add", "ada@example.org", "--role", "adviser")).toMatchObject(failedWith(/./)); // prettier-ignore
    expect(await signpost(env, "people", "add", "x@example.org", "--role", "queen")).toMatchObject({
      status: 2,
    });
  });
});
