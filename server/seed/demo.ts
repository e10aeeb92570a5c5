/** Reads the demo district from content/, as it is on a given day. It publishes nothing. */
import { join } from "node:path";
import { demoCentre, type DemoCentre } from "./centres.ts";
import { formsAt } from "./forms.ts";
import { eventItem, noticeItem, websiteItem, type DemoItem } from "./items.ts";
import { leafletItem } from "./leaflets.ts";
import { recordsIn } from "./records.ts";
import { placementsOf, vacancyItem, type DemoPlacement } from "./vacancies.ts";

export type { DemoCentre } from "./centres.ts";
export type { DemoItem } from "./items.ts";
export type { DemoPlacement } from "./vacancies.ts";

export interface Demo {
  readonly centres: readonly DemoCentre[];
  readonly items: readonly DemoItem[];
  readonly placements: readonly DemoPlacement[];
}

/**
 * Reads `folder` (the repository's content/) as it stands at `now` (epoch ms). Every body has passed
 * its kind's schema. Throws an error that names file, record and field where something is wrong.
 */
export async function readDemo(folder: string, now: number): Promise<Demo> {
  const forms = formsAt(now);
  const demo = join(folder, "demo");
  const vacancies = await recordsIn(join(demo, "vacancies.json"), forms.vacancy, (form) => ({
    item: vacancyItem(form),
    placements: placementsOf(form),
  }));
  return {
    centres: await recordsIn(join(demo, "centres.json"), forms.centre, (form) => demoCentre(form, demo)),
    items: [
      ...vacancies.map(({ item }) => item),
      ...(await recordsIn(join(demo, "events.json"), forms.event, (form) => eventItem(form, demo))),
      ...(await recordsIn(join(demo, "notices.json"), forms.notice, (form) => noticeItem(form, demo))),
      ...(await recordsIn(join(demo, "websites.json"), forms.website, (form) => websiteItem(form, demo))),
      ...(await recordsIn(join(demo, "leaflets.json"), forms.leaflet, (form) =>
        leafletItem(form, folder, now),
      )),
    ],
    placements: vacancies.flatMap(({ placements }) => placements),
  };
}
