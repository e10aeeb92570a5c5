/** The console's words: each feature has a catalogue of its own in content/translations/console.<feature>.en.json. */

export type Facts = Readonly<Record<string, string | number>>;

/** The keys that come in forms for one and for several: `people` for `people_one` and `people_other`. */
type Counted<Key> = Key extends `${infer Base}_other` ? Base : never;

export interface Say<Key extends string> {
  /** The words of a key, with `{name}` replaced by the fact of that name. A key that is not there does not compile. */
  (key: Key, facts?: Facts): string;
  /** The form that goes with a number, which stands in it as `{n}`. */
  count(key: Counted<Key>, n: number, facts?: Facts): string;
}

const plural = new Intl.PluralRules("en-GB");

export function sayer<Words extends Readonly<Record<string, string>>>(
  words: Words,
): Say<keyof Words & string> {
  function say(key: string, facts: Facts = {}): string {
    const sentence = words[key] ?? key;
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
  }
  return Object.assign(say, {
    count(key: string, n: number, facts: Facts = {}) {
      const form = `${key}_${plural.select(n)}`;
      return say(form in words ? form : `${key}_other`, { n, ...facts });
    },
  });
}
