/** The commands about what was done. */
import type { historyCommands } from "#shared/history/commands.ts";
import { hasOne } from "#shared/people/rules.ts";
import { done, refused } from "#shared/result.ts";
import type { Audience } from "#shared/schema.ts";
import type { Handlers } from "#server/live/door.ts";
import { listHistory } from "./history.ts";

export const historyHandlers: Pick<Handlers, keyof typeof historyCommands> = {
  async listHistory(db, wanted, { centres, who }) {
    if (wanted.centre !== null && !hasOne(centres, [wanted.centre])) return refused("not-your-centre");
    const theirs = wanted.centre === null ? centres : [wanted.centre];
    const lines = await listHistory(db, wanted, theirs, who);
    return done(lines.map((line) => ({ ...line, centres: among(line.centres, centres) })));
  },
};

/** Of the centres that an act was about, those that are theirs. */
function among(about: Audience, theirs: Audience): Audience {
  return about === "all" || theirs === "all" ? about : about.filter((slug) => theirs.includes(slug));
}
