/** Hours as people write them, in the few ways that they are looked for: "thirty hours", "37½", "32hrs 30mins", "37hpw". */

const TENS = ["ten", "twenty", "thirty", "forty"];
const UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const TEENS = ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]; // prettier-ignore
const HOURS = "(?:hours?|hrs?)";
const NUMBER = "(\\d{1,2}(?:\\.\\d+)?)";
const IN_WORDS = new RegExp(
  `\\b(?:(${TENS.join("|")})(?:[\\s-](${UNITS.join("|")}))?|(${TEENS.join("|")}))(?=[\\s-]*${HOURS}\\b)`,
  "gi",
);
/** "16, 20 or 24 hours", "16hrs or 20hrs", "16/20 hours"; so many and no more, for each number begins anew. */
const ONE_OF = new RegExp(
  `(?<![\\d.:-])(?<!\\d\\s)${NUMBER}(?:\\s*${HOURS})?(?:\\s*[,/]\\s*\\d{1,2}(?:\\.\\d+)?(?:\\s*${HOURS})?){0,5}\\s*(?:,?\\s*\\bor\\b|/)\\s*${NUMBER}(?=\\s*${HOURS}\\b)`,
  "gi",
);
const BETWEEN = new RegExp(`\\bbetween ${NUMBER}(?:\\s*${HOURS})? and ${NUMBER}(?=\\s*${HOURS}\\b)`, "gi");
const FRACTIONS: Readonly<Record<string, string>> = { "¼": ".25", "½": ".5", "¾": ".75" };

/** Of a choice and of a range only the ends stay. */
export function plainHours(written: string): string {
  return written
    .slice(0, 20_000)
    .replace(/(\d)\s?h(?:rs?)?p\.?\/?w\b\.?/gi, "$1 hours per week")
    .replace(/\bc\.\s?(?=\d)/gi, "")
    .replace(/(\d)\s+(?:contracted|guaranteed|core|paid|working)\s+(?=hours?\b)/gi, "$1 ")
    .replace(/(?<![\d:])(\d{1,2}):([0-5]\d)(?=\s*(?:hours?|hrs?)\b)/gi, (_, hours: string, minutes: string) =>
      String(inHours(Number(hours) * 60 + Number(minutes))),
    ) // prettier-ignore
    .replace(/(?<![\d,])(\d{1,2}),(5|25|50|75)(?=\s*(?:hours?|hrs?|h)\b)/gi, "$1.$2")
    .replace(IN_WORDS, (_, ten?: string, unit?: string, teen?: string) => String(inDigits(ten, unit, teen)))
    .replace(ONE_OF, "$1-$2")
    .replace(BETWEEN, "$1-$2")
    .replace(/\s?([¼½¾])/g, (_, sign: string) => FRACTIONS[sign]!)
    .replace(/(\d) 1\/2\b/g, "$1.5")
    .replace(
      /(?<!\d)(\d{1,3})\s*(?:hours?|hrs?|h)\s*(?:and\s*)?(\d{1,2})\s*(?:minutes?|mins?|m)\b/gi,
      (_, hours: string, minutes: string) => `${inHours(Number(hours) * 60 + Number(minutes))} hours`,
    )
    .replace(
      /(?<![\d.])(\d{2,3})\s?min(?:ute)?s?(?=\s*(?:(?:per|a|each|every|\/)\s*day|daily)\b)/gi,
      (_, minutes: string) => `${inHours(Number(minutes))} hours`,
    )
    .replace(/[‐-―−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

const inHours = (minutes: number) => Math.round((minutes / 60) * 100) / 100;

function inDigits(ten = "", unit = "", teen = ""): number {
  const index = (list: readonly string[], word: string) => list.indexOf(word.toLowerCase()) + 1;
  return teen ? 10 + index(TEENS, teen) : 10 * index(TENS, ten) + index(UNITS, unit);
}
