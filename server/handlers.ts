/** Who answers which command: every feature's handlers, given what they need, in one table. */
import type { Result } from "#shared/result.ts";
import type { Config } from "./config.ts";
import type { Calls } from "./calls/open.ts";
import { centreHandlers } from "./centres/handlers.ts";
import { backUp } from "./db/backup.ts";
import type { Database } from "./db/open.ts";
import { eventHandlers } from "./events/handlers.ts";
import { importEvents } from "./events/import.ts";
import { historyHandlers } from "./history/handlers.ts";
import { itemHandlers } from "./items/handlers.ts";
import { leafletHandlers } from "./leaflets/handlers.ts";
import { importLeaflet } from "./leaflets/import.ts";
import type { Between } from "./live/between.ts";
import type { Handlers } from "./live/door.ts";
import type { Waiters } from "./live/waiters.ts";
import { messageHandlers } from "./messages/handlers.ts";
import type { Post } from "./messages/post.ts";
import type { Outside } from "./outside/outside.ts";
import { mailHomeHandlers } from "./pages/mailHome.ts";
import type { People } from "./people/open.ts";
import { screenHandlers } from "./screens/handlers.ts";
import { paintingHandlers } from "./screens/paintingHandlers.ts";
import type { Presences } from "./screens/presence.ts";
import { tellScreens } from "./screens/telling.ts";
import { bringingHandlers } from "./sources/bring.ts";
import { learning } from "./sources/learn.ts";
import type { Looker } from "./sources/looker.ts";
import { adultWage } from "./sources/minimumwage.ts";
import type { openSources } from "./sources/open.ts";
import { useHandlers } from "./uses/handlers.ts";
import { vacancyHandlers } from "./vacancies/handlers.ts";
import type { Understand } from "./vacancies/write.ts";
import type { Vault } from "./vault.ts";
import type { Guard } from "./websites/guard.ts";
import { websiteHandlers } from "./websites/handlers.ts";
import { importWebsite } from "./websites/import.ts";

/** The parts of the hub that commands reach. */
export interface HandlerNeeds {
  readonly config: Config;
  readonly secret: string;
  readonly database: Database;
  readonly mediaFolder: string;
  readonly outside: Outside;
  readonly between: Between;
  readonly waiters: Waiters;
  readonly presences: Presences;
  readonly vault: Vault;
  readonly office: Post;
  readonly calls: Calls;
  readonly people: People;
  readonly looker: Looker;
  readonly sources: ReturnType<typeof openSources>;
  readonly guard: Guard;
  keep(bytes: Uint8Array, name: string): Promise<Result<unknown>>;
  now(): number;
}

export function gatherHandlers(needs: HandlerNeeds): Handlers {
  const { config, secret, database, mediaFolder, outside, now } = needs;
  const vacancies = vacancyHandlers({ wage: adultWage, understand: understandWords });
  const websites = websiteHandlers(needs.guard, outside, itemHandlers.saveItem);
  return {
    ...itemHandlers,
    ...useHandlers,
    ...eventHandlers,
    importEvents: (tx, input, act) => importEvents(tx, input, act),
    importLeaflet: (tx, input, act) => importLeaflet(tx, input, act),
    importWebsite: (tx, input, act) => importWebsite(tx, input, act),
    ...screenHandlers({
      claimed: needs.waiters.wake,
      tell: tellScreens(needs.between),
      latest: needs.presences.latest,
    }),
    ...websites,
    ...leafletHandlers,
    ...paintingHandlers,
    ...needs.sources.handlers,
    ...bringingHandlers(needs.looker, outside, needs.keep),
    ...vacancies,
    ...learning({ ...websites, ...vacancies }),
    ...tellingOffers(centreHandlers(locate(config.data)), needs.calls.offerChanged),
    ...needs.calls.handlers,
    ...mailHomeHandlers(config),
    ...needs.people.handlers,
    ...historyHandlers,
    ...messageHandlers(needs.office, secret, needs.vault),
    backUp: (_reading, { file }) => backUp({ database, media: mediaFolder }, file, now()),
  };
}

/** Where a postcode lies; the table of them is loaded with the first centre that names one. */
const locate = (data: string) => async (postcode: string) =>
  (await import("./sources/locate.ts")).locate(postcode, data);

/** Kiosks learn at once when their centre's calls are answered otherwise. */
function tellingOffers(
  centres: ReturnType<typeof centreHandlers>,
  changed: (centre: string) => void,
): typeof centres {
  return {
    ...centres,
    saveCentre(tx, input, act) {
      act.afterwards(() => changed(input.centre.slug));
      return centres.saveCentre(tx, input, act);
    },
    arrangeCalls(tx, input, act) {
      act.afterwards(() => changed(input.centre));
      return centres.arrangeCalls(tx, input, act);
    },
  };
}

/** What reads a job's words is large, and loaded with the first that are written by hand. */
const understandWords: Understand = async (words, now) =>
  (await import("./sources/words.ts")).understandWords(words, now);
