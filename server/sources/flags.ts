/** What an adviser should look at before a vacancy goes on a board. */
import { isMeant } from "./negation.ts";

/** An honest employer never takes money from who applies (JobsAware; Employment Agencies Act 1973, section 6). */
const MONEY: readonly RegExp[] = [
  /\b(?:registration|admin(?:istration)?|application|joining|sign[\s-]?up|processing|starter|training|vetting|enrolment) (?:fee|charge|payment|cost|deposit)s?\b/i,
  /\bpay (?:us )?(?:for )?(?:your |the |an? )?(?:own )?(?:\w+ )?(?:dbs|crb|background check|training|uniform|starter (?:kit|pack)|equipment|registration)\b(?=[^.]{0,40}\b(?:up-?front|in advance|before|first|yourself|in order|to (?:start|apply|secure))\b)/i,
  /\bpay (?:£ ?\d+(?:\.\d\d)? )?(?:for )?(?:your |the )?(?:dbs|crb|training|registration)\b/i,
  /\b(?:send|transfer|wire) (?:us )?(?:the |some |a )?(?:money|payment|deposit|fee|£ ?\d+)/i,
  /\b(?:refundable|up-?front) (?:deposit|fee|payment|charge|cost)\b|\bpay(?:ment|able)? up-?front\b|\b(?:small|one-off) (?:initial )?(?:fee|investment)\b/i,
  /\binvest(?:ment)? of £|\bbuy (?:your |a )?(?:own )?starter (?:kit|pack)\b|\bwestern union\b|\bmoneygram\b|\bgift cards?\b(?= (?:number|code))|\bpay(?:ment)? (?:in|by|with) (?:bitcoin|crypto\w*|gift cards?)\b/i,
];

/** The employer pays, or it is paid out of wages that are named as free. */
const EMPLOYER_PAYS =
  /\b(?:we|employer|company|council|school|nursery|trust)(?: will| shall)? (?:pay|cover|meet|fund|reimburse)s?\b|\b(?:paid|covered|met|funded|reimbursed) (?:for )?by (?:us|the|your|our)\b|\bfree of charge\b|\brefunded\b/i;

export function asksForMoney(text: string): boolean {
  return text
    .split(/[.!?\n]+/)
    .some((sentence) => !EMPLOYER_PAYS.test(sentence) && MONEY.some((phrase) => isMeant(sentence, phrase)));
}

/** Numbers that cost more than a call (Ofcom National Telephone Numbering Plan): 09, 0871 to 0873, 070 and 118. */
const PREMIUM =
  /(?<![\d.,/£-])(?:\+44[\s-]?\(?0?\)?[\s-]?|0)(?:9[018]\d|9[1-9]\d|87[123]|70[\s-]?\d)[\s-]?(?:\d[\s-]?){5,8}\d(?!\d)|(?<![\d.,£-])118[\s-]?\d{3}(?![\d.,])/;

export function hasPremiumNumber(text: string): boolean {
  return PREMIUM.test(text);
}

/** A feed's way of cutting a text. */
export function endsCut(text: string): boolean {
  return /(?:…|\.\.\.|\[(?:…|\.\.\.|more)\]|read more)\s*[»>]*\s*$/i.test(text);
}

const TRAINING =
  /\b(?:full|free|all|on[\s-]the[\s-]job|paid|complete|comprehensive) training(?: (?:is|will be))?(?: (?:given|provided|offered|included|available))?\b|\btraining (?:is |will be )?(?:given|provided)\b|\bhyfforddiant (?:llawn|yn cael ei roi|ar gael)\b/i;
const NO_EXPERIENCE =
  /\b(?:no|without|not? need(?:ing)?) (?:previous |prior |formal )?(?:experience|qualifications or experience)\b(?! of| in)|\bexperience (?:is )?(?:not (?:needed|required|necessary|essential)|n't (?:needed|required))\b|\bdim (?:angen )?profiad\b|\bdoes not require experience\b/i;

export function givesTraining(text: string): boolean {
  return isMeant(text, TRAINING);
}

/** Said as a denial already, so what stands before it does not turn it round. */
export function needsNoExperience(text: string): boolean {
  return NO_EXPERIENCE.test(text);
}
