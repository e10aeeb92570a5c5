/** Tells the screens of every change, in order, as entries; what is withdrawn goes first. */
import type { Changes, Entry } from "#shared/programme.ts";
import { SCREEN_KINDS } from "#shared/screens/screen.ts";
import { readCounter, type Reading } from "#server/db/open.ts";
import { type Arrival, arrivalsSince } from "#server/items/entries.ts";
import type { Log } from "#server/log.ts";
import { forScreen } from "./cards.ts";
import type { Digests } from "./digests.ts";
import { centreRoom, type Server } from "./rooms.ts";

/** Entries per message: an import of thousands must not stand in the way of a withdrawal. */
const PER_MESSAGE = 100;

export interface Announcer {
  /** Something may have changed: looks, and tells whoever is concerned. */
  look(): void;
  /** Resolves when everything committed before the call has been told. */
  settled(): Promise<void>;
}

export interface AnnouncerNeeds {
  readonly db: Reading;
  readonly io: Server;
  readonly digests: Digests;
  readonly log: Log;
  now(): number;
  /** A change has been handed to the sockets: for measuring how long it takes to be painted. */
  told(version: number): void;
}

export async function openAnnouncer(needs: AnnouncerNeeds): Promise<Announcer> {
  const { epoch, version } = await readCounter(needs.db);
  let last = version;
  let running: Promise<void> | null = null;
  let again = false;
  let failing = false;

  async function tellAll(): Promise<void> {
    do {
      again = false;
      const arrivals = await arrivalsSince(needs.db, last);
      if (arrivals.length === 0) continue;
      last = arrivals.at(-1)?.entry.version ?? last;
      needs.digests.forget(new Set(arrivals.map((arrival) => arrival.centre)));
      for (const [centre, entries] of byCentre(arrivals))
        tell(needs, centre, entries, { epoch, version: last });
      needs.told(last);
    } while (again);
  }

  function look(): void {
    if (running) {
      again = true;
      return;
    }
    running = tellAll()
      .then(
        () => {
          failing = false;
        },
        (error: unknown) => {
          // With Postgres away this happens every second: one line says it all.
          if (!failing) needs.log.error({ error }, "could not tell the screens; the next look that can will");
          failing = true;
        },
      )
      .finally(() => {
        running = null;
        if (again) look();
      });
  }

  return {
    look,
    async settled() {
      look();
      for (let under = running; under; under = running) await under;
    },
  };
}

/** Entries by centre, withdrawals ahead of everything else. */
function byCentre(arrivals: readonly Arrival[]): Map<string, Entry[]> {
  const sorted = new Map<string, Entry[]>();
  const withdrawals = arrivals.filter(({ entry }) => entry.value === null);
  const others = arrivals.filter(({ entry }) => entry.value !== null);
  for (const { centre, entry } of [...withdrawals, ...others]) {
    const entries = sorted.get(centre) ?? [];
    entries.push(entry);
    sorted.set(centre, entries);
  }
  return sorted;
}

function tell(
  needs: AnnouncerNeeds,
  centre: string,
  entries: readonly Entry[],
  at: { readonly epoch: string; readonly version: number },
): void {
  for (let from = 0; from < entries.length; from += PER_MESSAGE) {
    const some = entries.slice(from, from + PER_MESSAGE);
    // Only the last message says how far the counter has come: until then something is still owed.
    const complete = from + PER_MESSAGE >= entries.length;
    const changes: Changes = {
      epoch: at.epoch,
      version: complete ? at.version : 0,
      now: needs.now(),
      whole: false,
      entries: some,
    };
    for (const kind of SCREEN_KINDS)
      needs.io.to(centreRoom(centre, kind)).emit("changes", forScreen(changes, kind));
  }
}
