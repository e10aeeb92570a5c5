/**
 * A closing date that an advert says in a sentence: "Applications close at midday on Friday 12th December".
 * It must stand right beside words that mean the end of applying; every other date in a text (interviews, the
 * first day of work, the end of a contract) is somebody else's.
 */
import { findDay } from "./days.ts";

const TIME =
  "(?:\\d{1,2}(?:[.:]\\d\\d)?\\s?(?:[ap]m|y[bp])\\b|\\d{1,2}[.:]\\d\\d(?!\\d)|\\d{4}\\s?(?:hrs|hours|h)\\b|(?:12\\s?)?(?:noon|mid-?day|mid-?night)\\b|(?:hanner|canol) (?:dydd|nos)\\b|\\d{1,2} o['’](?:clock|r gloch)\\b|close of (?:business|play)\\b)";
const WEEKDAY =
  "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\b\\.?|d?dydd (?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)\\b)";
const LINK =
  "(?:is|are|be|will|on|at|by|before|the|of|date|day|time|and|to|until|no|not|later|than|latest|strictly|now|extended|us|gmt|bst|uk|ar|am|y|yr|o|yw|ydy|erbyn|cyn|fan|bellaf|i|ni)\\b";
/** What may stand between words that only may mean it ("apply by") and the date. */
const BESIDE = new RegExp(`^(?:[\\s:,()*@.–—-]|${TIME}|${WEEKDAY}|${LINK})*$`, "i");
/** What makes the date in a longer sentence another's. */
const OTHERS =
  /\b(?:interview\w*|short-?list\w*|start\w*|commenc\w*|begin\w*|induction|assessment|selection|visits?|open (?:day|evening)|trial|posted|advertised|published|listed|opens|issued|contract|cyfweliad\w*|ddechrau|dechrau\w*|rhestr fer|hysbysebwyd)\b/i;
const SENTENCE_END = /[!?;]|\.\s+(?=\p{Lu})|\.\s*$/u;
/** A number or a month not far behind them, so that "apply by e-mail by 5 March" is read to its second "by". */
const DATE_NEAR = `(?=(?:[\\s:,()*@.–—-]|${TIME}|${WEEKDAY}|${LINK})*(?:\\d|[a-z]{3,9}\\.? \\d))`;
const LEAD = new RegExp(
  `(?:${TIME}[\\s,()–—-]*)+(?:(?:gmt|bst|uk time|on|of|ar)\\b\\s*)*(?:the\\s+|y\\s+)?(?:${WEEKDAY}[\\s,]*)?(?:the\\s+|y\\s+)?$`,
  "i",
);
const TAIL = new RegExp(
  `^(?:T\\d{2}:?\\d{2}(?::?\\d{2}(?:\\.\\d+)?)?\\s?(?:Z|[+-]\\d{2}:?\\d{2})?|[\\s,()@–—-]*(?:(?:at|by|before|no later than|am|erbyn)\\s+)?(?:${TIME}[\\s,()]*)+)`,
  "i",
);

const APPLYING =
  "(?:appl(?:y|ications?)|applying|c\\.?v\\.?['’]?s?|expressions? of interest|letters? of (?:application|interest)|submissions?|completed (?:application )?forms?|application forms?)";
const ADVERT =
  "(?:applications?|vacanc(?:y|ies)|adverts?|advertisement|posts?|position|role|job|listing|recruitment|campaign|portal|application window)";
/** Up to the end of the sentence; the dot in an address or a sum is none. */
const WITHIN = "(?:(?!\\.\\s)[^!?;\\n]){0,90}?";

/** These mean nothing else, so a few more words may stand before the date: "for this post is". */
const CERTAIN = [
  `clos(?:ing|e) (?:date|day|deadline)s?(?: (?:and|&) time)?\\b`,
  `\\b(?:applications?|applying|recruitment) (?:deadline|closing (?:date|time))\\b`,
  `\\bdeadline (?:for|to)\\b(?=${WITHIN}\\b${APPLYING}\\b)`,
  `\\b(?:last|final) (?:day|date)(?: (?:for|to|of|on which))\\b(?=${WITHIN}\\b${APPLYING}\\b)`,
  `\\b(?:advert(?:ising|isement)?|vacancy|listing|posting) end date\\b`,
  `\\bd?dyddiad (?:cau|olaf)\\b`,
];
const LIKELY = [
  `\\b${APPLYING}\\b${WITHIN}\\b(?:by|before|(?:no|not) later than|until|erbyn|cyn)\\b${DATE_NEAR}`,
  `\\b${ADVERT}\\b${WITHIN}\\b(?:clos(?:es?|ing)|expir(?:es|y|ing)|yn cau)\\b${DATE_NEAR}`,
  `(?<=(?:^|[\\n|•·(]|\\.\\s)[\\s*–—-]{0,6})(?:closes?|closing(?!\\s?date)|deadline|expir(?:es|y)(?: date)?|valid (?:until|through)|cau)\\b`,
  `\\b(?:applications?|adverts?|advertisement|listing|vacancy) (?:will )?ends?\\b${DATE_NEAR}`,
  `\\b(?:ymgeisi\\w*|g?wnewch gais|(?:c|g|ch)eisiadau|(?:c|g)ais|ffurflen\\w*)\\b${WITHIN}\\b(?:erbyn|cyn)\\b${DATE_NEAR}`,
  `\\b(?:(?:c|g|ch)eisiadau|swydd|hysbyseb)\\b${WITHIN}\\byn cau\\b`,
];
const CUES = new RegExp([...CERTAIN, ...LIKELY].map((cue, index) => `(?<c${index}>${cue})`).join("|"), "gi");
/** "If you apply you will hear from us by …", "we answer applications by …". */
const ANSWER =
  /\b(?:hear|heard|inform\w*|notif\w*|contact(?:ed)?|respon\w*|repl(?:y|ied)|answer\w*|review\w*|consider\w*|process\w*|decision|let you know|outcome|join|complete(?:d)? (?:the )?training)\b/i;
/** What else people apply for, or send in, beside a job. */
const NO_JOB =
  /\b(?:settled status|euss|admissions?|places?|pensions?|grants?|funding|bursar\w*|visas?|courses?)\b/i;
/** "Interviews after the closing date on 15 December": the date is of what comes after. */
const AFTERWARDS = /\b(?:after|following|since|past|from)\s+(?:the\s+|our\s+)?$/i;
const OF_IT = /^\s*(?:of\b|:|is\b|\(|,)/i;
const MOVED = /^[^.!?\n]{0,40}?\bfrom\b[^.!?\n]{0,60}?\b(?:to|until)\b/i;
const MOST = 8;

/** Each with what stands beside it of a time, as `readClosing` reads it; a date that was put off stands for all. */
export function closingsIn(text: string): readonly string[] {
  const plain = text.slice(0, 20_000).replace(/\b([ap])\.\s?m\b\.?/gi, "$1m");
  const found: Found[] = [];
  for (const cue of plain.matchAll(CUES)) {
    const certain = CERTAIN.some((_, index) => cue.groups?.[`c${index}`] !== undefined);
    const one = dateAfter(plain, cue, certain);
    if (one && !found.some(({ words }) => words === one.words)) found.push(one);
    if (found.length === MOST) break;
  }
  const putOff = found.filter(({ extended }) => extended);
  return (putOff.length > 0 ? putOff : found).map(({ words }) => words);
}

interface Found {
  readonly words: string;
  readonly extended: boolean;
}

function dateAfter(text: string, cue: RegExpExecArray, certain: boolean): Found | null {
  const end = cue.index + cue[0].length;
  const before = text.slice(Math.max(0, cue.index - 40), cue.index);
  // A label may stand on a line of its own; else the line's end ends the sentence.
  const rest = text
    .slice(end, end + 200)
    .replace(/^(\s*:?)\s*\n\s*/, "$1 ")
    .split("\n")[0]!;
  if (!certain) {
    const sentence = before.split(SENTENCE_END).at(-1)! + cue[0];
    if ([OTHERS, ANSWER, NO_JOB].some((words) => words.test(sentence))) return null;
    return dateIn(rest, (gap) => BESIDE.test(gap));
  }
  if (AFTERWARDS.test(before) && !OF_IT.test(rest)) return null;
  const moved = MOVED.exec(rest)?.[0] ?? "";
  return dateIn(
    rest.slice(moved.length),
    (gap) => BESIDE.test(gap) || belongs(gap),
    /\bextended\b/i.test(before + moved),
  );
}

/** Some words of the same sentence that speak of nothing else: "for this exciting post is". */
function belongs(gap: string): boolean {
  return gap.length <= 100 && !SENTENCE_END.test(gap) && !OTHERS.test(gap);
}

function dateIn(rest: string, isNear: (gap: string) => boolean, putOff = false): Found | null {
  const day = findDay(rest);
  if (!day || day.guessed) return null;
  const gap = rest.slice(0, day.start);
  if (!isNear(gap)) return null;
  const [lead, tail] = [LEAD.exec(gap)?.[0] ?? "", TAIL.exec(rest.slice(day.end))?.[0] ?? ""];
  const words = `${lead}${rest.slice(day.start, day.end)}${tail}`.trim();
  return { words, extended: putOff || /\bextended\b/i.test(gap) };
}
