/** What kind of contract a job has. */
import { isMeant } from "./negation.ts";
import type { Contract } from "#shared/vacancies/schema.ts";

/** The first that matches counts: an apprenticeship is also fixed-term, a bank post also temporary. */
const FIELD: readonly (readonly [contract: Contract, words: RegExp])[] = [
  ["apprenticeship", /apprentice|prentis/i],
  ["volunteer", /volunt|unpaid|gwirfoddol/i],
  [
    "casual",
    /\bcasual\b|zero[\s-]*hours?|\b0[\s-]hours?\b|\bbank\b|\brelief\b|\bsessional\b|as (?:and|&) when|per[_\s-]diem|\bsupply\b|\bachlysurol\b/i,
  ],
  [
    "fixed-term",
    /(?:fixed|limited)[\s_-]*term|\bftc\b|\bsecondment\b|maternity|paternity|parental leave|\d+[\s-]*(?:month|year|week)s?\b|\buntil\b|\bcyfnod penodol\b/i,
  ],
  // In recruiters' words "contract" alone is the opposite of "permanent".
  ["fixed-term", /^\s*contract\s*$/i],
  ["temporary", /\btemp(?:orary)?\b|\bseasonal\b|\bchristmas\b|\binterim\b|\bdros dro\b/i],
  ["permanent", /\bperm(?:anent)?\b|\bongoing\b|\bopen[\s-]ended\b|\bindefinite\b|\b[pb]arhaol\b/i],
];

/** In a sentence only what cannot be about something else. */
const PROSE: readonly (readonly [contract: Contract, words: RegExp])[] = [
  ["volunteer", /\bvolunteers? (?:needed|wanted|required)\b|\bgwirfoddolwyr\b/i],
  ["apprenticeship", /\b(?:this|an|our|level \d) (?:\w+ )?apprenticeship\b/i],
  [
    "casual",
    /\bzero[\s-]hours? contract|\bcasual (?:contract|basis|hours|work(?:er)?|staff|role|post|position)\b|\bsupply (?:teach(?:er|ing)|staff|work)\b|\brelief (?:post|contract)\b|\bbank (?:staff|contract|basis)\b/i,
  ],
  [
    "fixed-term",
    /\bfixed[\s-]term\b|\b\d+[\s-]month contract\b|\bmaternity (?:leave )?cover\b|\bcyfnod penodol\b/i,
  ],
  ["temporary", /\btemporary (?:post|role|position|contract|job|vacancy|basis|until)\b|\bdros dro\b/i],
  ["permanent", /\bpermanent (?:post|role|position|contract|job|vacancy|basis)\b|\bswydd barhaol\b/i],
];

/** A source's own field; `null` where the words name no kind of contract we know. */
export function readContract(text: string): Contract | null {
  const plain = text.replace(/_/g, " ");
  return FIELD.find(([, words]) => isMeant(plain, words))?.[0] ?? null;
}

export function contractInTitle(title: string): Contract | null {
  if (
    /^(?:\w+ ){0,4}(?:apprentice(?:ship)?|prentis(?:iaeth)?)\b(?! (?:tutor|coach|assessor|manager|coordinator|officer|trainer))/i.test(
      title,
    )
  )
    return "apprenticeship";
  if (/\bvolunteer\b(?! (?:manager|coordinator|co-ordinator|officer|lead))/i.test(title)) return "volunteer";
  return (
    contractInProse(title) ??
    (/\((?:temp(?:orary)?|casual|bank|fixed term|permanent)\)/i.test(title) ? readContract(title) : null)
  );
}

export function contractInProse(text: string): Contract | null {
  return PROSE.find(([, words]) => isMeant(text, words))?.[0] ?? null;
}
