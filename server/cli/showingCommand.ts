/** `signpost showing`: prints whether an item shows at given instants. Needs no hub and no settings. */
import { readFile } from "node:fs/promises";
import { refused } from "#shared/result.ts";
import { showing } from "./showing.ts";
import { type CliCommand, printJson, readArgs, WrongUsage } from "./usage.ts";

const usage = "signpost showing --item FILE --at INSTANT [--at INSTANT…] [--json]";

export const showingCommand: CliCommand = {
  usage,
  async run(args) {
    const { values, positionals } = readArgs(
      args,
      { item: { type: "string" }, at: { type: "string", multiple: true }, json: { type: "boolean" } },
      usage,
    );
    if (!values.item || !values.at || positionals.length > 0) throw new WrongUsage(`Usage: ${usage}`);
    const text = await readFile(values.item, "utf8").catch(() => null);
    if (text === null) return refused("cannot-read", { file: values.item });
    const result = showing(text, values.at);
    if (!result.ok) return result;
    if (values.json) printJson(result.value);
    else
      for (const line of result.value)
        console.log(`${line.at}  ${line.showing ? "shows" : "does not show"}  (${line.because})`);
    return result;
  },
};
