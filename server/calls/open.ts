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
  /** Passes on to who is connected. */
  passOn(io: Server): void;
  /** One round of what it does every second. */
  round(): Promise<void>;
  stop(): Promise<unknown>;
}

export function openCalls({ config, database, between, office, vault, log, now }: CallNeeds): Calls {
  const bell = openBell(between);
  const told = () => void office.soon();
  const desk: Desk = { vault, bell, ice: iceFrom(config.ice), hooked: config.webhook !== null, told };
  const rounds = startRounds({ database, log, desk, now });
  const purging = startPurging({ database, log, vault, now });
  let stopPassing = (): void => {};
  return {
    handlers: callHandlers(desk),
    offerChanged: bell.offer,
    passOn: (io) => void (stopPassing = passCallsOn(between, io, database.reading, log)),
    round: rounds.soon,
    stop() {
      stopPassing();
      return Promise.all([rounds.stop(), purging.stop()]);
    },
  };
}
