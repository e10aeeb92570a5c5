/** The commands about vacancies and where they run. */
import type { vacancyCommands } from "#shared/vacancies/commands.ts";
import type { Handlers } from "#server/live/door.ts";
import { importVacancies } from "./import.ts";
import { orderTen } from "./order.ts";
import { placeVacancy } from "./place.ts";

export const vacancyHandlers: Pick<Handlers, keyof typeof vacancyCommands> = {
  placeVacancy: (tx, decision, act) => placeVacancy(tx, decision, act),
  orderTen: (tx, { centre, vacancies }, act) => orderTen(tx, centre, vacancies, act),
  importVacancies: (tx, input, act) => importVacancies(tx, input, act),
};
