/** Opens what calls need, and puts its parts together. */
import type { Config } from "#server/config.ts";
import type { Database } from "#server/db/open.ts";
import type { Between } from "#server/live/between.ts";
import type { Handlers } from "#server/live/door.ts";
import type { Server } from "#server/live/rooms.ts";
import type { Log } from "#server/log.ts";
import type { Post } from "#server/messages/post.ts";
import type { callCommands } from "#shared/calls/commands.ts";
import type { Vault } from "#server/vault.ts";
import { openBell, passCallsOn } from "./bell.ts";
import type { Desk } from "./desk.ts";
import { callHandlers } from "./handlers.ts";
import { iceFrom } from "./ice.ts";
import { startPurging } from "./purge.ts";
import { startRounds } from "./round.ts";

export interface CallNeeds {
  readonly config: Pick<Config, "ice" | "webhook">;
  readonly database: Database;
  readonly between: Between;
  readonly office: Post;
  readonly vault: Vault;
  readonly log: Log;
  now(): number;
}

export interface Calls {
  readonly handlers: Pick<Handlers, keyof typeof callCommands>;
  /** What a centre offers may be other than it was. */
  offerChanged(centre: string): void;
  /** Begins to tell who is connected, and what happens by itself. Returns the stop. */
  start(io: Server): () => Promise<unknown>;
}

export function openCalls({ config, database, between, office, vault, log, now }: CallNeeds): Calls {
  const bell = openBell(between);
  const told = () => void office.soon();
  const desk: Desk = { vault, bell, ice: iceFrom(config.ice), hooked: config.webhook !== null, told };
  return {
    handlers: callHandlers(desk),
    offerChanged: bell.offer,
    start(io) {
      const stopPassing = passCallsOn(between, io, database.reading, log);
      const duties = [startRounds({ database, log, desk, now }), startPurging({ database, log, vault, now })];
      return () => {
        stopPassing();
        return Promise.all(duties.map((duty) => duty.stop()));
      };
    },
  };
}
