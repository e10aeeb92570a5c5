/** The `signpost` command: finds the command that is meant, and turns what comes of it into words and an exit status. */
import { doctor } from "./doctor.ts";
import { backup, restoreFrom } from "./backup.ts";
import { importFile } from "./import.ts";
import { screens } from "./screens.ts";
import { showingCommand } from "./showingCommand.ts";
import { type CliCommand, WrongUsage } from "./usage.ts";
import { inWords } from "./words.ts";

const commands: Readonly<Record<string, CliCommand>> = {
  import: importFile,
  showing: showingCommand,
  screens,
  backup,
  restore: restoreFrom,
  doctor,
};

/** 0: done; 1: could not be done, with one line that says why; 2: wrong usage. */
async function main(argv: readonly string[]): Promise<number> {
  const [name = "", ...args] = argv;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const asked = ["help", "--help", "-h"].includes(name);
    (asked ? console.log : console.error)(allUsages());
    return asked ? 0 : 2;
  }
  if (args.includes("--help")) {
    console.log(command.usage);
    return 0;
  }
  const result = await command.run(args);
  if (result.ok) return 0;
  console.error(inWords(result.refusal));
  return 1;
}

function allUsages(): string {
  return ["Usage:", ...Object.values(commands).map(({ usage }) => usage.replaceAll(/^/gm, "  "))].join("\n");
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    if (error instanceof WrongUsage) {
      console.error(error.message);
      process.exitCode = 2;
      return;
    }
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
