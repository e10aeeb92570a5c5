/** The demo's centres. */
import { centreSchema, type Centre } from "#shared/centres/schema.ts";
import type { Form } from "./forms.ts";
import { fileToKeep, type FileToKeep } from "./items.ts";

export interface DemoCentre {
  /** Without a logo until it is kept, and without people: the demo has none. */
  readonly centre: Centre;
  readonly logo: FileToKeep | null;
}

export function demoCentre({ colour, logo, ...form }: Form<"centre">, demo: string): DemoCentre {
  const nobody = { adviser: null, deputy: null, staffLink: null };
  const centre = centreSchema.parse({ ...form, ...nobody, brand: { colour, logo: null } });
  return { centre, logo: fileToKeep(logo, demo) };
}
