/** The commands about screens. */
import { RateLimiterMemory } from "rate-limiter-flexible";
import { done, refused, type Result } from "#shared/result.ts";
import type { screenCommands } from "#shared/screens/commands.ts";
import type { Health } from "#shared/screens/screen.ts";
import type { Handlers } from "#server/live/door.ts";
import type { Writing } from "#server/db/open.ts";
import { withBehind } from "./behind.ts";
import { claimPairing } from "./pairing.ts";
import { listScreens, selfOf, unpairScreen } from "./screens.ts";
import { powerScreen, saveScreen } from "./settings.ts";
import type { Telling } from "./telling.ts";

export interface ScreenNews {
  /** A code was entered: the device that shows it may collect its token. */
  claimed(): void;
  readonly tell: Telling;
  /** The last that this hub has heard from a screen, where that is later than what is written down. */
  latest(id: string): Health | null;
}

/** Wrong codes that one caller may enter in so many minutes; with 23^6 codes none is guessed in that. */
const WRONG_CODES = 10;
const MINUTES = 10;

export function screenHandlers({
  claimed,
  tell,
  latest,
}: ScreenNews): Pick<Handlers, keyof typeof screenCommands> {
  const wrong = new RateLimiterMemory({ points: WRONG_CODES, duration: MINUTES * 60 });

  /** Tells the screen, once the transaction stands, what it now needs to know of itself. */
  async function tellSelf(
    tx: Writing,
    id: string,
    { now, afterwards }: Parameters<Handlers["saveScreen"]>[2],
  ) {
    const self = await selfOf(tx, id, now);
    if (self) afterwards(() => tell.about(id, self));
    return self;
  }

  return {
    async pairScreen(tx, claim, { who, now, afterwards }) {
      const tried = await wrong.get(who);
      if (tried && tried.consumedPoints >= WRONG_CODES)
        return refused("too-many-tries", { most: WRONG_CODES, minutes: MINUTES });
      const result = await claimPairing(tx, claim, now);
      if (result.ok) afterwards(claimed);
      else if (result.refusal.code === "no-such-code") await wrong.penalty(who);
      return result;
    },
    async listScreens(db, _input, { centres, now }) {
      const screens = await listScreens(db, centres, now);
      const fresh = screens.map((screen) => ({ ...screen, health: latest(screen.id) ?? screen.health }));
      return done(await withBehind(db, fresh));
    },
    async saveScreen(tx, saving, acting) {
      const result = await saveScreen(tx, saving);
      if (!result.ok) return result;
      await tellSelf(tx, saving.id, acting);
      const { was, kind } = result.value;
      if (was !== null) acting.afterwards(() => tell.order(saving.id, { what: "become", kind }));
      return result;
    },
    async identifyScreen(tx, { id }, { now, afterwards }): Promise<Result<null>> {
      const self = await selfOf(tx, id, now);
      if (!self) return refused("no-such-screen", { id });
      afterwards(() => tell.order(id, { what: "identify", name: self.name }));
      return done(null);
    },
    async reloadScreen(tx, { id }, { now, afterwards }): Promise<Result<null>> {
      if (!(await selfOf(tx, id, now))) return refused("no-such-screen", { id });
      afterwards(() => tell.order(id, { what: "reload" }));
      return done(null);
    },
    async powerScreen(tx, { id, awake }, acting) {
      const result = await powerScreen(tx, id, awake, acting.now);
      if (result.ok) await tellSelf(tx, id, acting);
      return result;
    },
    async unpairScreen(tx, { id }, { at, afterwards }) {
      const result = await unpairScreen(tx, id, at);
      if (result.ok) afterwards(() => tell.revoke(id));
      return result;
    },
  };
}
