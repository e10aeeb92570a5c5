/** `signpost sites …`: what approved websites come to. `check` needs no hub, no database and no settings. */
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { done, refused, type Result } from "#shared/result.ts";
import { check } from "./sitesCheck.ts";
import { openOrders } from "./orders.ts";
import { type CliCommand, printJson, readArgs, settings, WrongUsage } from "./usage.ts";

const usage = `signpost sites check --list FILE [--json] [--] URL… (or one URL a line on standard input)
signpost sites policy --centre SLUG [--hub URL] [--printer] [--json]`;

export const sites: CliCommand = {
  usage,
  async run([name, ...args]) {
    if (name === "check") return checkAddresses(args);
    if (name === "policy") return printPolicy(args);
    throw new WrongUsage(`Usage: ${usage}`);
  },
};

async function checkAddresses(args: readonly string[]): Promise<Result<unknown>> {
  const options = { list: { type: "string" }, json: { type: "boolean" } } as const;
  const { values, positionals } = readArgs(args, options, usage);
  if (!values.list) throw new WrongUsage(`Usage: ${usage}`);
  const list = await readFile(values.list, "utf8").catch(() => null);
  if (list === null) return refused("cannot-read", { file: values.list });
  const result = check(list, positionals.length > 0 ? positionals : await lines());
  if (!result.ok) return result;
  if (values.json) printJson(result.value);
  else
    for (const { url, allowed, because, pattern } of result.value) {
      const why = pattern === null ? because : `${because} by ${pattern}`;
      console.log(`${allowed ? "opens" : "blocked"}  ${url}  (${why})`);
    }
  return done(null);
}

async function lines(): Promise<readonly string[]> {
  const given = await text(process.stdin);
  return given.split(/\r?\n/).filter((line) => line.trim() !== "");
}

/** A policy is JSON whether or not it is asked for. */
async function printPolicy(args: readonly string[]): Promise<Result<unknown>> {
  const options = {
    centre: { type: "string" },
    hub: { type: "string" },
    printer: { type: "boolean" },
    json: { type: "boolean" },
  } as const;
  const { values, positionals } = readArgs(args, options, usage);
  const { centre, hub, printer = false } = values;
  if (!centre || positionals.length > 0) throw new WrongUsage(`Usage: ${usage}`);
  const orders = await openOrders(settings());
  if (!orders.ok) return orders;
  try {
    const result = await orders.value.order("browserPolicy", { centre, printer, ...(hub ? { hub } : {}) });
    if (result.ok) printJson(result.value);
    return result;
  } finally {
    await orders.value.close();
  }
}
