/** The commands about approved websites, and the check that stands before one is saved. */
import type { websiteCommands } from "#shared/websites/commands.ts";
import { done, refused } from "#shared/result.ts";
import type { Handlers } from "#server/live/door.ts";
import type { Outside } from "#server/outside/outside.ts";
import type { Guard } from "./guard.ts";
import { reachWebsite } from "./reach.ts";
import { forgetRefusedHost, refusedHosts } from "./refused.ts";

/** It knows every public suffix: loaded with the first website that is looked at. */
const checks = () => import("./check.ts");

type Names = keyof typeof websiteCommands | "saveItem";

export function websiteHandlers(
  { policyOf }: Pick<Guard, "policyOf">,
  outside: Pick<Outside, "fetch">,
  saveItem: Handlers["saveItem"],
): Pick<Handlers, Names> {
  return {
    async saveItem(tx, draft, act) {
      if (draft.kind !== "website") return saveItem(tx, draft, act);
      const sound = (await checks()).checkWebsite(draft.body);
      return sound.ok ? saveItem(tx, draft, act) : sound;
    },
    async tryWebsite(_db, reach) {
      const { checkWebsite, faultsOf, openingsBesides } = await checks();
      const faults = faultsOf([...reach.allow, ...reach.helpers]);
      const sound = checkWebsite(reach);
      return done({
        faults,
        refusal: sound.ok ? null : sound.refusal.code,
        opens: faults.length > 0 ? [] : openingsBesides(reach),
      });
    },
    reachWebsite: async (_db, { address }) => done(await reachWebsite(outside, address)),
    async browserPolicy(_db, { centre, hub, printer }) {
      const policy = await policyOf(centre, { ...(hub ? { hub: new URL(hub).origin } : {}), printer });
      return policy === null ? refused("no-such-centre", { centre }) : done(policy);
    },
    listRefusedHosts: async (db, _input, { centres }) => done(await refusedHosts(db, centres)),
    async forgetRefusedHost(tx, { centre, host }) {
      await forgetRefusedHost(tx, centre, host);
      return done(null);
    },
  };
}
