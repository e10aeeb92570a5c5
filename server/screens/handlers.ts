/** The commands about screens. */
import { RateLimiterMemory } from "rate-limiter-flexible";
import { done, refused } from "#shared/result.ts";
import type { screenCommands } from "#shared/screens/commands.ts";
import type { Screen } from "#shared/screens/screen.ts";
import type { Handlers } from "#server/live/door.ts";
import { claimPairing } from "./pairing.ts";
import { listScreens, unpairScreen } from "./screens.ts";

export interface ScreenNews {
  /** A code was entered: the device that shows it may collect its token. */
  claimed(): void;
  /** The screen must go to the pairing page. */
  unpaired(screen: Screen): void;
}

/** Wrong codes that one caller may enter in ten minutes; with 23^6 codes none is guessed in that. */
const WRONG_CODES = 10;

export function screenHandlers(news: ScreenNews): Pick<Handlers, keyof typeof screenCommands> {
  const wrong = new RateLimiterMemory({ points: WRONG_CODES, duration: 600 });
  return {
    async pairScreen(tx, claim, { who, now, afterwards }) {
      const tried = await wrong.get(who);
      if (tried && tried.consumedPoints >= WRONG_CODES) return refused("too-many-tries");
      const result = await claimPairing(tx, claim, now);
      if (result.ok) afterwards(news.claimed);
      else if (result.refusal.code === "no-such-code") await wrong.penalty(who);
      return result;
    },
    listScreens: async (db, _input, { centres, now }) => done(await listScreens(db, centres, now)),
    async unpairScreen(tx, { id }, { at, afterwards }) {
      const result = await unpairScreen(tx, id, at);
      if (result.ok) afterwards(() => news.unpaired(result.value));
      return result;
    },
  };
}
