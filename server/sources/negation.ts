/** Whether a phrase is meant or denied: "evenings" against "no evenings or weekends". */

/** Words that may stand between "no" and the phrase it denies; anything else ends its reach. */
const REACH =
  /^(?:any|an?|the|this|these|our|that|is|are|be|being|been|or|nor|and|work\w*|shifts?|hours?|bank|holidays?|evenings?|nights?|weekends?|sat(?:urdays?)?|sun(?:days?)?|mornings?|late|early|unsoci(?:able|al)|anti-?social|full|part|time|term|only|school|to|do|need\w*|requir\w*|expect\w*|have|has|required|available|suitable|offered|possible|considered|for|on|at|in|of|as|regular|role|post|job|position|vacancy|you|will|would|us|never|ever|ask\w*|charg\w*|pay|paying|for|upfront|up-front)$/i;

const DENIES =
  /\b(?:no|not|non|never|without|nor|neither|don't|won't|isn't|aren't|doesn't|cannot|can't|excluding|except|nid|dim|heb)$/i;
const DENIED_AFTER =
  /^[\s-]*(?:work\w*|shifts?|hours?|duties|yn)?\s*(?:(?:is|are|will be|would be|are usually|is usually)\s+(?:not|never)\b|(?:is|are|wo|does|do)n't\b|not\s+(?:required|needed|necessary|expected|available|offered|possible|essential)\b|off\b|free\b|[:=-]\s*no\s*(?:$|[.,;]))/i;

/** The first place where `phrase` (a constant, without the g flag) is said and not denied; `null` where it is not. */
function findMeant(text: string, phrase: RegExp): number | null {
  if (!phrase.test(text)) return null;
  for (const match of text.matchAll(everywhere(phrase))) {
    const end = match.index + match[0].length;
    if (
      !isDenied(
        plain(text.slice(Math.max(0, match.index - 200), match.index)),
        plain(text.slice(end, end + 200)),
      )
    )
      return match.index;
  }
  return null;
}

const GLOBAL = new WeakMap<RegExp, RegExp>();

/** Building a pattern costs more than searching with it. Phrases are constants, so few are ever kept. */
function everywhere(phrase: RegExp): RegExp {
  const known = GLOBAL.get(phrase) ?? new RegExp(phrase.source, `${phrase.flags}g`);
  GLOBAL.set(phrase, known);
  return known;
}

export function isMeant(text: string, phrase: RegExp): boolean {
  return findMeant(text, phrase) !== null;
}

function plain(text: string): string {
  return text.replaceAll("’", "'").replace(/\b(?:rather than|instead of)\b/gi, "not");
}

function isDenied(before: string, after: string): boolean {
  const rest = after.split(/[.!?\n]|\bbut\b/i)[0]!;
  if (DENIED_AFTER.test(rest)) return true;
  const clause = before.split(/[.!?;\n•]|\b(?:but|however|although)\b/i).at(-1)!;
  const words = clause.split(/[\s,/&()-]+/).filter(Boolean);
  for (let index = words.length - 1; index >= 0; index--) {
    if (DENIES.test(words[index]!)) return !/^(?:only|just)$/i.test(words[index + 1] ?? "");
    if (!REACH.test(words[index]!)) return false;
  }
  return false;
}
