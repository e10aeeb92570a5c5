import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { databases } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { startSmtp, type SmtpServer } from "../../support/messages/smtp.ts";
import { pairScreen } from "../../support/screens.ts";

const EMAIL = "someone.private@home.example";

let hub: RunningHub;
let post: SmtpServer;
let cookie: string;
let close: () => Promise<void>;

beforeAll(async () => {
  const database = await databases[0]!.fresh();
  close = database.close;
  post = await startSmtp();
  const env = {
    SIGNPOST_DEMO: "yes",
    SIGNPOST_PUBLIC_URL: "https://signpost.example",
    SIGNPOST_SMTP_URL: post.url,
    SIGNPOST_SMTP_FROM: "Northshire centres <board@northshire.example>",
  };
  hub = await startHub({ databaseUrl: database.url, env });
  ({ cookie } = await pairScreen(hub, "larkhill", "kiosk", "Reception"));
});
afterAll(async () => {
  await hub.stop();
  await post.close();
  await close();
});

async function order(name: string, input: unknown, headers: Record<string, string> = { cookie }) {
  const response = await fetch(`${hub.url}/api/v1/commands/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(input),
  });
  return (await response.json()) as { ok: boolean; value?: unknown; refusal?: { code: string } };
}

const mail = (more: object = {}) => ({
  items: [{ kind: "vacancy", id: "demo-teaching-assistant" }],
  language: "pl",
  email: EMAIL,
  ...more,
});

test("what a parent kept is sent to her own address once, and the address stays nowhere", async () => {
  expect(await order("canMail", {})).toMatchObject({ ok: true, value: { mail: true } });
  expect(await order("mailHome", mail())).toMatchObject({ ok: true });
  expect(post.mails.map(({ to }) => to)).toEqual([EMAIL]);
  expect(post.mails[0]!.raw).toContain("From: Northshire centres <board@northshire.example>");
  const text = post.mails[0]!.raw.replaceAll("=\r\n", "").replaceAll("=3D", "=");
  expect(text).toContain("https://signpost.example/j/demo-teaching-assistant?centre=larkhill&lang=pl");
  for (const name of await readdir(hub.data, { recursive: true })) {
    const bytes = await readFile(join(hub.data, name)).catch(() => null);
    expect(bytes?.includes(EMAIL) ?? false, name).toBe(false);
  }
});

test("a kiosk cannot be used to pester somebody, nor can anyone who is no kiosk", async () => {
  expect((await order("mailHome", mail(), {})).refusal?.code).toBe("not-allowed");
  expect((await order("mailHome", mail({ email: "a@b\r\nBcc: c@d.example" }))).refusal?.code).toBe(
    "bad-input",
  );
  expect((await order("mailHome", mail({ items: [{ kind: "vacancy", id: "no-such" }] }))).refusal?.code).toBe(
    "no-such-item",
  );
  const replies = await Promise.all(Array.from({ length: 8 }, () => order("mailHome", mail())));
  expect(replies.filter(({ refusal }) => refusal?.code === "too-many-tries").length).toBeGreaterThan(4);
});
