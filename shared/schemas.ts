/** The schema of each kind's body, for the hub's door and the console's forms. */
import type { z } from "zod";
import { eventSchema } from "./events/schema.ts";
import type { Bodies, Kind } from "./kinds.ts";
import { leafletSchema } from "./leaflets/schema.ts";
import { noticeSchema } from "./notices/schema.ts";
import { vacancySchema } from "./vacancies/schema.ts";
import { websiteSchema } from "./websites/schema.ts";

export const bodySchemas: { readonly [K in Kind]: z.ZodType<Bodies[K]> } = {
  vacancy: vacancySchema,
  leaflet: leafletSchema,
  event: eventSchema,
  notice: noticeSchema,
  website: websiteSchema,
};
