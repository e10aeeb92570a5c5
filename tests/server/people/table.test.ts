import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CommandName, commands } from "#shared/contract.ts";
import { operatorToken } from "#server/live/identity.ts";
import type { Result } from "#shared/result.ts";
import { centre, noticeDraft, vacancyDraft } from "../../support/drafts.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { signedIn } from "../../support/people.ts";
import { publish, putOnBoard } from "../../support/publish.ts";
import { pairScreen } from "../../support/screens.ts";
import { type Row, table } from "../../support/table.ts";

const OURS = "larkhill";
const THEIRS = "mill-lane";
const CALLERS = ["the public", "a screen", "staff", "granted staff", "adviser", "district", "operator"] as const; // prettier-ignore
type Caller = (typeof CALLERS)[number];
const RANK: readonly string[] = ["staff", "granted staff", "adviser", "district", "operator"];
const names = Object.keys(commands) as CommandName[];

/** What a caller must be told; `in` is whatever the command itself has to say. */
function wanted(caller: Caller, { least, of }: Row<CommandName>, slug: string): string {
  const isPerson = RANK.includes(caller) && caller !== "operator";
  if (least === "a screen") return caller === "a screen" ? "in" : "not-allowed";
  if (least === "staff or a screen") return caller === "the public" ? "not-allowed" : "in";
  if (least === "a person") return isPerson ? "in" : "not-allowed";
  if (!RANK.includes(caller)) return "not-allowed";
  const enough = RANK.indexOf(caller) >= RANK.indexOf(least);
  // Plain staff come before the question of granting: whose centre it is, is asked first.
  const mayElsewhere = enough || (caller === "staff" && least === "granted staff");
  if (!mayElsewhere) return "not-allowed";
  const isLimited = RANK.indexOf(caller) < RANK.indexOf("district");
  if (isLimited && of === "a centre" && slug === THEIRS) return "not-your-centre";
  return enough ? "in" : "not-allowed";
}

/** Another's centre is worth a try only where somebody has a centre, and the command is about one. */
function slugsFor(caller: Caller, { of }: Row<CommandName>): readonly string[] {
  const hasCentre = caller === "staff" || caller === "granted staff" || caller === "adviser";
  return (hasCentre && of !== "every centre" && of !== "nobody") ||
    (caller === "district" && of === "a centre")
    ? [OURS, THEIRS]
    : [OURS];
}

function slipOf(
  name: CommandName,
  row: Row<CommandName>,
  caller: Caller,
  slug: string,
  result: Result<unknown>,
): string | null {
  const code = result.ok ? "in" : result.refusal.code;
  const told = `${name} by ${caller} at ${slug}`;
  if (/^(broken|bad-input|no-such-command)$/.test(code)) return `${told}: ${JSON.stringify(result)}`;
  const want = wanted(caller, row, slug);
  const got = code === "not-allowed" || code === "not-your-centre" ? code : "in";
  // What is one's own the command itself looks for, and may say of the rest that it is not one's own.
  if (row.of === "one's own" && want === "in") {
    const isLimited = ["staff", "granted staff", "adviser"].includes(caller);
    return isLimited && result.ok && JSON.stringify(result).includes(THEIRS) ? `${told}: tells of it` : null;
  }
  return got === want ? null : `${told}: wanted ${want}, got ${code}`;
}

describe.each(databases)("every command, role and centre, on $name", ({ fresh }) => {
  let database: Fresh;
  let running: RunningHub;
  const headers = new Map<Caller, Record<string, string>>();
  const sockets = new Map<Caller, Socket>();

  beforeAll(async () => {
    database = await fresh();
    running = await startHub({ databaseUrl: database.url });
    for (const slug of [OURS, THEIRS]) {
      await running.done("saveCentre", { centre: centre(slug), over: null });
      await publish(running, noticeDraft(`notice-${slug}`, "Open day", [slug]));
      await putOnBoard(running, slug, vacancyDraft(`job-${slug}`, "Cook"));
    }
    await publish(running, noticeDraft("notice-both", "Open day", [OURS, THEIRS]));
    const { cookie } = await pairScreen(running, OURS, "kiosk", "Reception");
    await pairScreen(running, THEIRS, "kiosk", "Reception");
    for (const slug of [OURS, THEIRS])
      await running.hub.database.reading
        .updateTable("screen")
        .set({ id: `screen-${slug}` })
        .where("centre", "=", slug)
        .execute();
    const person = async (email: string, role: "staff" | "adviser" | "district", decides: string[] = []) =>
      (await signedIn(running, { email, role, centres: [OURS], decides })).browser.cookie;
    headers.set("the public", {});
    headers.set("a screen", { cookie });
    headers.set("staff", { cookie: await person("sam@example.org", "staff") });
    headers.set("granted staff", { cookie: await person("gwen@example.org", "staff", [OURS]) });
    headers.set("adviser", { cookie: await person("ada@example.org", "adviser") });
    headers.set("district", { cookie: await person("leah@example.org", "district") });
    headers.set("operator", { authorization: `Bearer ${operatorToken(running.hub.secret)}` });
    for (const [caller, extraHeaders] of headers) {
      const socket = io(running.url, { transports: ["websocket"], forceNew: true, extraHeaders });
      await new Promise<void>((resolve) => socket.once("connect", resolve));
      sockets.set(caller, socket);
    }
  });
  afterAll(async () => {
    for (const socket of sockets.values()) socket.disconnect();
    await running.stop();
    await database.close();
  });

  async function overHttp(caller: Caller, name: string, input: unknown): Promise<Result<unknown>> {
    const response = await fetch(`${running.url}/api/v1/commands/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers.get(caller) },
      body: JSON.stringify(input),
    });
    return (await response.json()) as Result<unknown>;
  }
  const overSocket = (caller: Caller, name: string, input: unknown): Promise<Result<unknown>> =>
    sockets.get(caller)!.emitWithAck("command", name, input, null);

  test.each([
    ["HTTP", overHttp],
    ["a socket", overSocket],
  ] as const)(
    "is let in or refused as product.md says, over %s",
    { timeout: 120_000 },
    async (_road, send) => {
      // What the other road has unpaired is there again.
      await running.hub.database.reading.updateTable("screen").set({ unpaired: null }).execute();
      const slips: string[] = [];
      for (const name of names) {
        const row = table[name] as Row<CommandName> | undefined;
        if (row === undefined) {
          slips.push(`${name} has no row in tests/support/table.ts`);
          continue;
        }
        const tries = CALLERS.flatMap((caller) => slugsFor(caller, row).map((slug) => ({ caller, slug })));
        const judge = async ({ caller, slug }: (typeof tries)[number]): Promise<void> => {
          const slip = slipOf(name, row, caller, slug, await send(caller, name, row.input(slug)));
          if (slip !== null) slips.push(slip);
        };
        // Questions do each other no harm; acts come one after the other.
        if (commands[name].reads) await Promise.all(tries.map(judge));
        else for (const one of tries) await judge(one);
      }
      expect(slips).toEqual([]);
    },
  );

  test("a token does what its person may within its role and centres, and nothing in person", async () => {
    const { browser } = await signedIn(running, { email: "tom@example.org", role: "adviser", centres: [OURS, THEIRS] }); // prettier-ignore
    const wish = { name: "Report", role: "staff", centres: [OURS], days: 30 };
    const made = await browser.command("makeToken", wish);
    headers.set("staff", { authorization: `Bearer ${made.value.secret}` });
    const say = async (name: CommandName, input: unknown) => {
      const result = await overHttp("staff", name, input);
      return result.ok ? "in" : result.refusal.code;
    };
    expect(await say("findItem", { id: `notice-${OURS}` })).toBe("in");
    expect(await say("findItem", { id: `notice-${THEIRS}` })).toBe("not-your-centre");
    expect(await say("curateCentre", table.curateCentre?.input(OURS))).toBe("not-allowed");
    expect(await say("makeToken", wish)).toBe("not-allowed");
    expect(await browser.command("makeToken", { ...wish, role: "district" })).toMatchObject({ refusal: { code: "not-allowed" } }); // prettier-ignore
    expect(await browser.command("listTokens", {})).toMatchObject({ value: [{ name: "Report", lastUsed: expect.any(String) }] }); // prettier-ignore
    const rows = await running.hub.database.reading.selectFrom("token").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(made.value.secret);
    await browser.command("endToken", { id: made.value.token.id });
    expect(await say("findItem", { id: `notice-${OURS}` })).toBe("not-allowed");
  });

  test("a person whose centres change has others at once", async () => {
    const people: { id: string; email: string }[] = await running.done("listPeople", {});
    const ada = people.find(({ email }) => email === "ada@example.org")!;
    const { id } = ada;
    await running.done("changePerson", { id, name: "Ada", role: "adviser", centres: [THEIRS], decides: [] });
    const result = await overHttp("adviser", "findItem", { id: `notice-${OURS}` });
    expect(result).toMatchObject({ refusal: { code: "not-your-centre" } });
    expect(await overHttp("adviser", "findItem", { id: `notice-${THEIRS}` })).toMatchObject({ ok: true });
  });
});
