/** What a notice must be like; pure, for the hub's door and the console's form alike. */
import { tooLong, type Mistake } from "../mistakes.ts";
import type { Timing } from "../schema.ts";
import type { Notice } from "./schema.ts";

/** The most characters; on a wall nobody reads more. */
export const NOTICE_MOST = { title: 120, text: 400 } as const;

export function noticeMistakes({ body, until }: Timing & { readonly body: Notice }): readonly Mistake[] {
  return [
    ...tooLong(body.title, "body.title", NOTICE_MOST.title),
    ...tooLong(body.text, "body.text", NOTICE_MOST.text),
    ...(body.urgent && until === null ? [{ path: "until", code: "urgent-needs-end" }] : []),
  ];
}
