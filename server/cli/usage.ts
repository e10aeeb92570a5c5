/** What every command of the command line is, and how it reads its options. */
import path from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { readConfig, type Config } from "#server/config.ts";
import type { Result } from "#shared/result.ts";

export interface CliCommand {
  readonly usage: string;
  /** Prints what it has to say on standard output. Throws `WrongUsage`. */
  run(args: readonly string[]): Promise<Result<unknown>>;
}

/** The words were not understood; exit status 2. */
export class WrongUsage extends Error {}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Reads options and plain words, or throws `WrongUsage` with the right usage. */
export function readArgs<const O extends Options>(args: readonly string[], options: O, usage: string) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUsage(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}`);
  }
}

/** The one file, made absolute, that a command takes, and whether it is to answer in JSON. */
export function onlyFile(
  args: readonly string[],
  usage: string,
): { readonly file: string; readonly json: boolean } {
  const { values, positionals } = readArgs(args, { json: { type: "boolean", default: false } }, usage);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new WrongUsage(`Usage: ${usage}`);
  return { file: path.resolve(file), json: values.json };
}

/** The hub's settings, for commands that need them. */
export function settings(): Config {
  const config = readConfig(process.env);
  if (!config.ok)
    throw new WrongUsage(
      (config.refusal.details as string[]).map((mistake) => `Setting: ${mistake}`).join("\n"),
    );
  return config.value;
}

/** Prints one JSON value, and nothing else, on standard output. */
export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

/** What a command did: the facts as JSON where it was asked for, else in words. */
export function say(json: boolean, facts: unknown, words: string): void {
  if (json) printJson(facts);
  else console.log(words);
}
