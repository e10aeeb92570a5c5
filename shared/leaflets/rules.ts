/** What a leaflet must be like; pure, for the hub's door and the console's form alike. */
import { tooLong, type Mistake } from "../mistakes.ts";
import type { Leaflet } from "./schema.ts";

export const LEAFLET_MOST = { title: 120, summary: 300, text: 20_000 } as const;

export function leafletMistakes({ body }: { readonly body: Leaflet }): readonly Mistake[] {
  const nothing = body.text === null && Object.keys(body.pdfs).length === 0;
  return [
    ...tooLong(body.title, "body.title", LEAFLET_MOST.title),
    ...tooLong(body.summary, "body.summary", LEAFLET_MOST.summary),
    ...(nothing ? [{ path: "body.text", code: "nothing-to-read" }] : []),
    ...(body.reviewed !== null && body.reviewBy <= body.reviewed
      ? [{ path: "body.reviewBy", code: "review-before-reviewed" }]
      : []),
  ];
}
