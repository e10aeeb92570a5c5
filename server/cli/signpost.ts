/** The `signpost` command: finds the command that is meant, and turns what comes of it into words and an exit status. */
import { type CliCommand, WrongUsage } from "./usage.ts";
import { inWords, inWordsOf } from "./words.ts";

/** Each is loaded only when it is meant: `showing` shall not wait for a whole hub to be read from the disk. */
const commands: Readonly<Record<string, () => Promise<CliCommand>>> = {
  import: async () => (await import("./import.ts")).importFile,
  showing: async () => (await import("./showingCommand.ts")).showingCommand,
  sites: async () => (await import("./sites.ts")).sites,
  screens: async () => (await import("./screens.ts")).screens,
  postcodes: async () => (await import("./postcodes.ts")).postcodes,
  people: async () => (await import("./people.ts")).people,
  backup: async () => (await import("./backup.ts")).backup,
  restore: async () => (await import("./restore.ts")).restoreFrom,
  doctor: async () => (await import("./doctor.ts")).doctor,
};

/** 0: done; 1: could not be done, with one line that says why; 2: wrong usage. */
async function main(argv: readonly string[]): Promise<number> {
  const [name = "", ...args] = argv;
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const asked = ["help", "--help", "-h"].includes(name);
    (asked ? console.log : console.error)(await allUsages());
    return asked ? 0 : 2;
  }
  const command = await load();
  const ours = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  if (ours.includes("--help") || ours.includes("-h")) {
    console.log(command.usage);
    return 0;
  }
  const result = await command.run(args);
  if (result.ok) return 0;
  console.error(inWords(result.refusal));
  return 1;
}

async function allUsages(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  return ["Usage:", ...all.map(({ usage }) => usage.replaceAll(/^/gm, "  "))].join("\n");
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const misused = error instanceof WrongUsage;
    console.error(misused ? error.message : inWordsOf(error));
    process.exitCode = misused ? 2 : 1;
  },
);
