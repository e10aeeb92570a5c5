/** What is said to the launcher on this device: that a page is alive, whether it wants to be seen, and what an installer asks. */
import { askPass } from "./pass.ts";
import type { Settings } from "./settings.ts";

/** How often a page says that it is alive (ms). */
export const BEAT = 10_000;

/** Tells it too which pass lets it fetch this screen's policy. */
export async function beatLauncher(settings: Settings, lit: boolean): Promise<void> {
  if (settings.launcher) await say(settings, "beat", { lit, pass: await askPass(settings) }).catch(() => {});
}

/** `null` where no launcher answers. */
export async function askLauncher<T>(settings: Settings, asked: object): Promise<T | null> {
  const answer = await say(settings, "menu", asked).catch(() => null);
  return answer?.ok ? ((await answer.json()) as T) : null;
}

function say({ launcher }: Settings, what: "beat" | "menu", words: object): Promise<Response> {
  const { url = "", key = "" } = launcher ?? {};
  return fetch(`${url}/${what}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${key}` },
    body: JSON.stringify(words),
  });
}
