/** A message's words, from content/translations. Those who work with the console read English. */
import catalogue from "../../content/translations/messages.en.json" with { type: "json" };

type Key = keyof typeof catalogue;
/** What has a subject has a text as well: `tests/content.test.ts` sees to it. */
export type MessageName = Key extends infer Each
  ? Each extends `${infer Name}.subject`
    ? Name
    : never
  : never;

export interface Words {
  readonly subject: string;
  readonly text: string;
}

/** A fact that is missing is left out, never shown as a gap in braces. */
export function wordsOf(about: string, facts: Readonly<Record<string, string | number>>): Words {
  const words = catalogue as Readonly<Record<string, string>>;
  const fill = (part: string) =>
    (words[`${about}.${part}`] ?? about).replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      String(facts[name] ?? ""),
    );
  return { subject: fill("subject"), text: fill("text") };
}
