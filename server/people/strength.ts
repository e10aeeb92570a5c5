/** How hard a password is to guess. The lists of common ones are large, so they are read when first needed. */
import { done, refused, type Result } from "#shared/result.ts";
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** Of 0 to 4: withstands guessing at a stolen database for a while, and guessing at the door for ever. */
const ENOUGH = 3;
const SHORTEST = 10;

let loading: Promise<ZxcvbnFactory> | undefined;

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new Factory({ dictionary, graphs: adjacencyGraphs });
}

/**
 * Refused with `weak-password` where it is short, common, a pattern, or made of what is known of its
 * owner (`about`: their name, their address).
 */
export async function strongEnough(password: string, about: readonly string[]): Promise<Result<null>> {
  if (password.length < SHORTEST) return refused("weak-password");
  loading ??= load();
  const parts = about.flatMap((words) => {
    const apart = words.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    return [words, apart.join(""), ...apart];
  });
  const { score } = (await loading).check(password, [...parts, "signpost"]);
  return score >= ENOUGH ? done(null) : refused("weak-password");
}
