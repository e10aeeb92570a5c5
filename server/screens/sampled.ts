/** How every paired screen stands at a moment, for counting. `now`: epoch ms. */
import type { Reading } from "#server/db/open.ts";
import { listScreens } from "./screens.ts";

export interface Sampled {
  readonly centre: string;
  readonly open: boolean;
  readonly online: boolean;
  readonly painted: number;
}

export async function sampled(db: Reading, now: number): Promise<readonly Sampled[]> {
  return (await listScreens(db, "all", now)).map(({ centre, open, presence, health }) => ({
    centre,
    open,
    online: presence === "online",
    painted: health?.painted ?? 0,
  }));
}
