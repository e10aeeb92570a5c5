/** What a refusal says to a person, out of a catalogue of sentences by code. */
import type { Refusal } from "./result.ts";

/**
 * The sentence `CODE.most` names the limit, where the refusal came with all the numbers that it wants; else
 * the one of the code alone. `{most}` is a number, `{most:MB}` one of bytes. `undefined`: no words for it.
 */
export function sentenceOf(
  sentences: Readonly<Record<string, string>>,
  { code, details }: Refusal,
): string | undefined {
  const fuller = sentences[`${code}.most`];
  if (fuller === undefined) return sentences[code];
  const facts = (typeof details === "object" && details !== null ? details : {}) as Record<string, unknown>;
  let whole = true;
  const said = fuller.replaceAll(/\{(\w+)(:MB)?\}/g, (_, name: string, unit: string | undefined) => {
    const fact = facts[name];
    whole &&= typeof fact === "number";
    return unit ? `${Math.round(Number(fact) / 2 ** 20)} MB` : Number(fact).toLocaleString("en-GB");
  });
  return whole ? said : sentences[code];
}
