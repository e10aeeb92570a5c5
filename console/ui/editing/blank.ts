/** Something new: in the first language of the centre that is looked at, on its screens, always. */
import type { Bodies, Kind } from "#shared/kinds.ts";
import type { Language } from "#shared/languages.ts";
import { here } from "../../live/centres.ts";
import type { Working } from "./working.ts";

export function blankAs<K extends Kind>(body: (original: Language) => Bodies[K]): Working<K> {
  return {
    audience: here.value ? [here.value.slug] : [],
    from: null,
    until: null,
    pattern: [],
    exceptDates: [],
    termTimeOnly: false,
    body: body(here.value?.languages[0] ?? "en"),
  };
}
