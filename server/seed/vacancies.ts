/** The demo's vacancies, and what was decided of each for each centre. */
import { bodySchemas } from "#shared/schemas.ts";
import type { Travel } from "#shared/vacancies/placement.ts";
import type { Form } from "./forms.ts";
import { NO_FILES, type DemoItem } from "./items.ts";

export interface DemoPlacement {
  readonly vacancy: string;
  readonly centre: string;
  readonly on: "board" | "search";
  /** Its order on the board, 0 first; 0 in search. */
  readonly place: number;
  readonly travel: Travel | null;
}

export function vacancyItem(form: Form<"vacancy">): DemoItem<"vacancy"> {
  const { id, closes, placements, location, pay, ...said } = form;
  const body = bodySchemas.vacancy.parse({
    ...said,
    reference: id,
    source: null,
    locations: location ? [{ ...location, outcode: location.postcode?.split(" ")[0] ?? null }] : [],
    pay: { ...pay, currency: "GBP", predicted: false, perHour: pay.perHour ?? hourly(pay) },
    flags: [],
    origin: {},
  });
  const audience = placements.map(({ centre }) => centre);
  const timing = { from: null, until: closes, pattern: [], exceptDates: [], termTimeOnly: false };
  return { id, kind: "vacancy", audience, state: "published", ...timing, body, files: NO_FILES };
}

/** What an hour brings where pay is offered by the hour: the least of it. */
function hourly(pay: Form<"vacancy">["pay"]): number | null {
  return pay.unit === "hour" ? pay.min : null;
}

export function placementsOf({ id, placements }: Form<"vacancy">): DemoPlacement[] {
  return placements.map((placement) => ({
    vacancy: id,
    centre: placement.centre,
    on: placement.on,
    place: placement.on === "board" ? placement.place : 0,
    travel: placement.travel,
  }));
}
