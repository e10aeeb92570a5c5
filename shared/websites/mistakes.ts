/** What a website's words must be like; pure, for the hub's door and the console's form alike. */
import { tooLong, type Mistake } from "../mistakes.ts";
import type { Website } from "./schema.ts";

export const WEBSITE_MOST = { title: 120, description: 300 } as const;

export function websiteMistakes({ body }: { readonly body: Website }): readonly Mistake[] {
  return [
    ...tooLong(body.title, "body.title", WEBSITE_MOST.title),
    ...tooLong(body.description, "body.description", WEBSITE_MOST.description),
  ];
}
