/** What an adviser should look at before a vacancy goes on a board. */
import { isMeant } from "./negation.ts";

/** An honest employer never takes money from who applies (JobsAware; Employment Agencies Act 1973, section 6). */
const MONEY: readonly RegExp[] = [
  /\b(?:registration|admin(?:istration)?|application|joining|sign[\s-]?up|processing|starter|training|vetting|enrolment) (?:fee|charge|payment|cost|deposit)s?\b/i,
  /\bpay (?:us )?(?:for )?(?:your |the |an? )?(?:own )?(?:\w+ )?(?:dbs|crb|background check|training|uniform|starter (?:kit|pack)|equipment|registration)\b(?=[^.]{0,40}\b(?:up-?front|in advance|before|first|yourself|in order|to (?:start|apply|secure))\b)/i,
  /\bpay (?:£ ?\d+(?:\.\d\d)? )?(?:for )?(?:your |their |the )?(?:own )?(?:enhanced )?(?:dbs|crb|training|registration)\b/i,
  /\b(?:dbs|crb|background check|uniform|training|registration)\b[^.]{0,25}\b(?:payable|paid|charged|chargeable|deducted|recovered) (?:by (?:the |each )?(?:candidate|applicant|employee|worker)s?|by you|from (?:your |the )?(?:first |initial )?(?:wages?|pay|salary))\b/i,
  /\b(?:applicants?|candidates?|you)(?: will| must)?(?: be)? charged (?:a )?(?:£ ?\d|fee\b)|£ ?\d+(?:\.\d\d)? starter (?:kit|pack)\b|\b(?:must|need to|have to) buy (?:your|their|the) (?:own )?(?:uniform|equipment|starter|kit)\b/i,
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

/** Nothing but what is sold is paid: no wage that could be held against the minimum. */
const COMMISSION =
  /\bcommission[\s-]only\b|\b(?:100%|pure(?:ly)?|solely|only) (?:on )?commission\b(?![\s-]free)|\bno (?:basic|base|fixed) (?:salary|pay|wage)\b|\bcommission[\s-]based\b[^.]{0,30}\bno basic\b|\b100% commission|\b(?:pay|salary|earnings|income) (?:is|are) (?:entirely|purely|solely|only|100%) (?:by |from |on )?commission\b|\bcomisiwn yn unig\b/i;

export function isCommissionOnly(text: string): boolean {
  return COMMISSION.test(text);
}

const MESSENGER =
  /\b(?:whats\s?app|telegram|signal|messenger|wechat|snapchat|instagram|facebook|t\.me\/|wa\.me\/)/i;
const BY_MESSENGER = new RegExp(
  `\\b(?:contact|message|text|apply|reply|write|add|dm|reach|get in touch|interview\\w*)\\b[^.!?\\n]{0,60}${MESSENGER.source}|${MESSENGER.source}[^.!?\\n]{0,40}(?:\\+?\\d[\\d\\s-]{8,}|only|to apply|for details|interview)`,
  "i",
);
/** Some other way to whoever is behind it: an address for post or e-mail, a landline, a site of its own. */
const OTHER_WAY =
  /[\w.+-]+@[\w-]+\.[\w.]{2,}|(?<![\d+])0[1238]\d{2,3}[\s-]?\d{3}[\s-]?\d{3,4}\b|\b(?:apply|application form|our website|in person|online at)\b[^.!?\n]{0,40}\b(?:www\.|https?:|website|reception|school office|jobcentre)/i;
const MESSENGER_LINK =
  /^https?:\/\/(?:[\w-]+\.)*(?:wa\.me|whatsapp\.com|t\.me|telegram\.me|telegram\.org|m\.me)\b/i;

/** Only a messenger to turn to, and no way to see who is behind it (JobsAware's commonest warning). */
export function isMessagingOnly(text: string, applyUrl: string | null): boolean {
  if (applyUrl !== null) return MESSENGER_LINK.test(applyUrl);
  return BY_MESSENGER.test(text) && !OTHER_WAY.test(text);
}

const AGENCY =
  /\b(?:acting as|operat(?:es|ing) as|is) an? (?:employment|recruitment) (?:agency|business)\b|\bwe are an? (?:\w+ )?(?:recruitment|employment) (?:agency|business|consultancy)\b|\bon behalf of (?:our|a|their) client\b|\bour client, (?:an?|the)\b|\bour client (?:is|are|has|requires?|needs?|based)\b|\brecruitment (?:agency|consultancy)\b(?= (?:is|are|on behalf|seek))/i;

/** Said as the Conduct of Employment Agencies and Employment Businesses Regulations 2003 ask agencies to. */
export function isByAgency(text: string): boolean {
  return AGENCY.test(text);
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
