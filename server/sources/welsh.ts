/** The language a vacancy is written in, and whether the work needs Welsh. */
import { isMeant } from "./negation.ts";

const NAMES: Readonly<Record<string, string>> = {
  english: "en", saesneg: "en", eng: "en", welsh: "cy", cymraeg: "cy", cym: "cy", wel: "cy", polish: "pl", polski: "pl",
  romanian: "ro", urdu: "ur", punjabi: "pa", panjabi: "pa", bengali: "bn", arabic: "ar",
}; // prettier-ignore

/** A BCP 47 tag or a language's name, as its two-letter code; `null` where it is neither. */
export function readLanguage(written: string): string | null {
  const text = written.trim().toLowerCase();
  if (NAMES[text]) return NAMES[text];
  return /^([a-z]{2})(?:[-_][a-z0-9]{2,8})*$/.exec(text)?.[1] ?? null;
}

/** Words that every sentence has, and that the other language has not. */
const SMALL: Readonly<Record<"en" | "cy", RegExp>> = {
  en: /\b(?:the|and|for|with|you|your|our|are|will|this|that|have|from|who)\b/gi,
  cy: /\b(?:yn|yr|ar|gyda|mae|bydd|ein|eich|chi|sydd|neu|hyn|gan|wedi|i'r|o'r|a'r|swydd|ysgol|gweithio)\b/gi,
};
const ENOUGH = 4;
/** A title is too short for those; what a family's or a job's title is made of tells as well. */
const TELLING: Readonly<Record<"en" | "cy", RegExp>> = {
  en: /\b(?:the|and|for|with|in|of|at|story|stories|time|group|clubs?|baby|babies|toddlers?|children|kids|play|family|families|parents?|sessions?|class|course|coffee|morning|evening|day|fair|fun|christmas|easter|summer|workshop|meeting|support|advice|free|open|art|crafts?|music|library|school|centre|job|jobs|walk|lunch|breakfast|assistant|teacher|cleaner|driver|manager|officer|worker|part|full|term)\b/gi,
  cy: /(?<![\p{L}'])(?:yn|y|yr|a'r|i'r|o'r|gyda|ar|amser|stori|straeon|babanod|babi|plant|plentyn|bach|clwb|grŵp|grwp|canolfan|cwrs|bore|prynhawn|noson|nos|dydd|chwarae|teulu|teuluoedd|rhieni|rhiant|cymraeg|gymraeg|coffi|cinio|brecwast|nadolig|pasg|haf|hwyl|gweithdy|cyfarfod|cefnogaeth|cyngor|agored|celf|crefft|crefftau|cerddoriaeth|canu|llyfrgell|ysgol|feithrin|meithrin|swydd|swyddi|taith|gerdded|cynorthwyydd|athro|athrawes|swyddog|gweithiwr|glanhawr|cogydd|gofalwr|addysgu|rhan|llawn|tymor|croeso|am ddim)(?![\p{L}'])/giu,
};
const TELLS = 2;

/** English or Welsh, where the text is long enough to tell; both together are what is there more of. */
export function languageOf(text: string): "en" | "cy" | null {
  const start = text.slice(0, 3_000).replaceAll("’", "'");
  const [english, welsh] = [start.match(SMALL.en)?.length ?? 0, start.match(SMALL.cy)?.length ?? 0];
  if (Math.max(english, welsh) >= ENOUGH) return english === welsh ? null : welsh > english ? "cy" : "en";
  const [some, others] = [start.match(TELLING.en)?.length ?? 0, start.match(TELLING.cy)?.length ?? 0];
  if (Math.max(some, others) < TELLS || some === others) return null;
  return others > some ? "cy" : "en";
}

const SPEAK =
  "(?:the )?(?:ability|able) to (?:speak|communicate|converse|work)[^.;]{0,40}\\bwelsh\\b|\\bwelsh(?:[\\s-](?:language|speak(?:er|ing)|speaker))?(?: skills?)?\\b";
const NEEDED = new RegExp(
  `(?:${SPEAK})(?:[^.;\\n]{0,25}?)\\b(?:is |are )?(?:essential|required|necessary|needed|a must|a requirement|mandatory)\\b|\\b(?:must|need to|required to|essential to) (?:be able to )?(?:speak|be fluent in|communicate (?:\\w+ ){0,3}(?:in|through)|have) (?:\\w+ ){0,2}welsh\\b|\\bfluent (?:in )?welsh\\b|\\bwelsh[\\s-]speaker (?:wanted|sought)\\b|\\bwelsh[\\s-]speaking (?:teacher|assistant|officer|worker|carer|practitioner|receptionist|advis[eo]r|candidate)\\b|\\b(?:must|need to) be bilingual\\b[^.;\\n]{0,20}\\bwelsh\\b|\\brequires? (?:\\w+ ){0,2}welsh\\b|(?:c|g|ch)ymraeg[^.;\\n]{0,30}?\\bhanfodol\\b|\\brhaid[^.;]{0,40}(?:c|g|ng?h?)ymraeg\\b|\\bhanfodol[^.;\\n]{0,30}(?:c|g)ymraeg\\b`,
  "i",
);
const USEFUL = new RegExp(
  `(?:${SPEAK})(?:[^.;\\n]{0,30}?)\\b(?:is |are |would be |an? )?(?:desirable|advantage(?:ous)?|useful|welcome|preferred|beneficial|bonus|asset)\\b|\\b(?:welcomes?|encourages?)\\b[^.;\\n]{0,25}\\bwelsh[\\s-]speak(?:ers?|ing)\\b|\\bwelsh\\b[^.;\\n]{0,15}\\bor (?:a )?willing(?:ness)? to learn\\b|\\bcroes\\w+ (?:\\w+ ){0,2}siaradwyr\\b|(?:c|g|ch)ymraeg[^.;\\n]{0,30}?\\b(?:ddymunol|dymunol|mantais|fantais|fanteisiol)\\b`,
  "i",
);
const NOT_NEEDED =
  /\b(?:welsh|(?:c|g)ymraeg)\b[^.;\n]{0,25}\b(?:not|n't|ddim)\b[^.;\n]{0,12}\b(?:essential|required|necessary|needed|hanfodol)\b|\bnid (?:yw|oes)[^.;\n]{0,40}ymraeg\b/i;

/** Who is to learn it need not know it. */
const TO_LEARN = /(?<!\bor (?:a )?)\bwilling(?:ness)? to (?:learn|develop|improve)[^.;\n]{0,30}\bwelsh\b/gi;

/** `null` where nothing is said about it, or where it is said that Welsh is not needed. */
export function readNeedsWelsh(written: string): "needed" | "useful" | null {
  const text = written.replace(TO_LEARN, " ");
  if (USEFUL.test(text) && !isMeant(withoutClause(text, USEFUL), NEEDED)) return "useful";
  if (NOT_NEEDED.test(text)) return null;
  return isMeant(text, NEEDED) ? "needed" : null;
}

function withoutClause(text: string, phrase: RegExp): string {
  return text.replace(new RegExp(phrase.source, "gi"), " . ");
}

/** A column of its own, "Welsh essential?" with yes or no. */
export function readWelshField(written: string): "needed" | "useful" | null {
  const text = written.trim();
  if (/^(?:y|yes|ydy|ie|true|essential|hanfodol|required|needed)\b/i.test(text)) return "needed";
  if (/^(?:desirable|dymunol|ddymunol|useful|preferred|advantage)/i.test(text)) return "useful";
  return readNeedsWelsh(text);
}
