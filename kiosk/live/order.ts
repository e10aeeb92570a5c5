/** Gives the hub a command over HTTP, known by this screen's cookie. */
import type { CommandName } from "#shared/contract.ts";
import type { Result } from "#shared/result.ts";
import { timeUp } from "./request.ts";

const PATIENCE = 10_000;

/** `null`: nobody answered, or the hub is out of order, so that nobody knows whether it was carried out. */
export async function order<T>(
  name: CommandName,
  input: object,
  patience = PATIENCE,
): Promise<Result<T> | null> {
  try {
    const response = await fetch(`/api/v1/commands/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
      signal: timeUp(patience),
    });
    return response.status >= 500 ? null : ((await response.json()) as Result<T>);
  } catch {
    return null;
  }
}
