/** The one way in for commands: role, centres and shape are checked here, whichever road they came by. */
import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Command } from "#shared/command.ts";
import { type CommandName, commands, type Input } from "#shared/contract.ts";
import { forbids, forbidsOutright, type Standing } from "#shared/people/rules.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { change } from "#server/db/change.ts";
import type { Database, Reading, Writing } from "#server/db/open.ts";
import { refusalFor } from "#server/db/refusals.ts";
import type { Log } from "#server/log.ts";
import { noteAct } from "./audit.ts";
import { findTouched, type Stored } from "./touched.ts";

/** Who is at the door, and what is theirs. */
export interface Caller extends Standing {
  /** A person's id, or the name of what acts. */
  readonly id: string;
}

/** Who acts, what is theirs, and when, for handlers: `at` ISO, `now` the same instant in epoch ms. */
export interface Acting extends Standing {
  readonly who: string;
  readonly at: string;
  readonly now: number;
  /** Has something done once the transaction is committed, and not at all if it is undone. */
  afterwards(act: () => void): void;
}

/** A handler for every command: one forgotten does not compile. */
export type Handlers = {
  readonly [Name in CommandName]: (typeof commands)[Name]["reads"] extends true
    ? (db: Reading, input: Input<Name>, acting: Acting) => Promise<Result<unknown>>
    : (db: Writing, input: Input<Name>, acting: Acting) => Promise<Result<unknown>>;
};

export interface Knock {
  readonly command: string;
  readonly input: unknown;
  /** The caller's own name for this try: a retry under the same name gets the first reply again. */
  readonly requestId: string | null;
  readonly caller: Caller;
}

export interface Door {
  /**
   * Carries a command out. Refusals of its own: `no-such-command`, `not-allowed`, `not-your-centre`,
   * `centre-needed`, `bad-input` (with the path of each mistake), `bad-request-id`,
   * `other-request` (something else was asked under this name before), `stopping`, `broken` (our fault; it is in the log).
   */
  knock(knock: Knock): Promise<Result<unknown>>;
  /** Lets nobody in any more; resolves when what was begun is finished. */
  stop(): Promise<void>;
}

export interface DoorNeeds {
  readonly database: Database;
  readonly handlers: Handlers;
  readonly stored: Stored;
  readonly log: Log;
  now(): number;
  /** Called after every act that was done: screens and consoles may have something to learn. */
  changed(command: CommandName): void;
}

export function openDoor(needs: DoorNeeds): Door {
  const begun = new Set<Promise<unknown>>();
  let stopped = false;
  return {
    async knock(knock) {
      const checked = check(knock);
      if (!checked.ok) return checked;
      if (stopped) return refused("stopping");
      const going = attempt(needs, knock, checked.value);
      begun.add(going);
      return going.finally(() => begun.delete(going));
    },
    async stop() {
      stopped = true;
      await Promise.all(begun);
    },
  };
}

async function attempt(needs: DoorNeeds, knock: Knock, checked: Checked): Promise<Result<unknown>> {
  try {
    return await carryOut(needs, knock, checked);
  } catch (error) {
    const code = refusalFor(error);
    if (code !== null) return refused(code);
    needs.log.error({ command: knock.command, error }, "a command broke");
    return refused("broken");
  }
}

interface Checked {
  readonly name: CommandName;
  readonly input: unknown;
}

function check({ command, input, caller, requestId }: Knock): Result<Checked> {
  if (!Object.hasOwn(commands, command)) return refused("no-such-command", { command });
  const name = command as CommandName;
  const outright = forbidsOutright(commands[name], caller);
  if (outright !== null) return refused(outright, { command });
  if (requestId !== null && !/^[\w-]{8,100}$/.test(requestId)) return refused("bad-request-id");
  const read = commands[name].input.safeParse(input);
  if (!read.success) return refused("bad-input", mistakes(read.error));
  const nul = pathOfNul(read.data);
  return nul === null
    ? done({ name, input: read.data })
    : refused("bad-input", [{ path: nul.join("."), code: "invalid_format" }]);
}

/** Where a text holds a NUL, which Postgres keeps nowhere: what one database takes, a backup brings into the other. */
function pathOfNul(value: unknown): readonly string[] | null {
  if (typeof value === "string") return value.includes("\0") ? [] : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    const found = name.includes("\0") ? [] : pathOfNul(part);
    if (found !== null) return [name, ...found];
  }
  return null;
}

interface Mistake {
  readonly path: string;
  readonly code: string;
  /** Of what is too long or too large. */
  readonly most?: number;
}

/** Where and of what sort each mistake is. A rule of ours has a code for its message; zod's own messages are English. */
function mistakes(error: z.ZodError): readonly Mistake[] {
  return error.issues.slice(0, 20).map((issue) => ({
    path: issue.path.join("."),
    code: issue.code === "custom" ? issue.message : issue.code,
    ...(issue.code === "too_big" ? { most: Number(issue.maximum) } : {}),
  }));
}

async function carryOut(needs: DoorNeeds, knock: Knock, checked: Checked): Promise<Result<unknown>> {
  const now = needs.now();
  const later: (() => void)[] = [];
  const { id: who, role, centres, decides, token } = knock.caller;
  const acting: Acting = {
    who,
    role,
    centres,
    decides,
    ...(token === undefined ? {} : { token }),
    at: new Date(now).toISOString(),
    now,
    afterwards: (act) => void later.push(act),
  };
  // The name decides which of the two a handler is; TypeScript cannot follow it through the map.
  const handler = needs.handlers[checked.name] as (db: unknown, input: unknown, acting: Acting) => Promise<Result<unknown>>; // prettier-ignore
  const command: Command = commands[checked.name];
  const handle = async (db: Reading | Writing): Promise<Result<unknown>> => {
    const found = await findTouched(db, needs.stored, command, checked.input);
    const code = found === null ? null : forbids(command, acting, found);
    if (code !== null) return refused(code, { command: checked.name });
    const result = await handler(db, checked.input, acting);
    if (result.ok && !command.reads && !command.discreet)
      await noteAct(db as Writing, checked.name, command, checked.input, found, acting);
    return result;
  };
  if (command.reads) return handle(needs.database.reading);
  const kept =
    knock.requestId === null || forgotten(checked.name)
      ? null
      : { id: `${who}/${checked.name}/${knock.requestId}`, input: hashOf(checked.input) };
  const result = await change(needs.database, (tx) =>
    kept === null ? handle(tx) : once(tx, kept, acting, () => handle(tx)),
  );
  if (!result.ok) return result;
  needs.changed(checked.name);
  for (const act of new Set(later)) act();
  return result;
}

/** What is remembered lies readable in the database. */
function forgotten(name: CommandName): boolean {
  return (commands as Readonly<Record<string, Command>>)[name]?.secret === true;
}

const hashOf = (input: unknown) => createHash("sha256").update(JSON.stringify(input)).digest("base64url");

interface Remembered {
  readonly id: string;
  /** A hash of what was asked. */
  readonly input: string;
}

/** Gives a retried command the reply of its first time. Only what was done is remembered. */
async function once(
  tx: Writing,
  { id, input }: Remembered,
  acting: Acting,
  act: () => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const before = await tx
    .selectFrom("command")
    .select(["reply", "input"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (before && before.input !== null && before.input !== input) return refused("other-request");
  if (before) return done(JSON.parse(before.reply));
  const result = await act();
  if (result.ok) {
    await tx
      .insertInto("command")
      .values({ id, at: acting.at, reply: JSON.stringify(result.value), input })
      .execute();
  }
  return result;
}
