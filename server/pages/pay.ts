/** Pay in words: the way it is offered, plus per hour where it can be worked out. */
import type { Language } from "#shared/languages.ts";
import type { Pay } from "#shared/vacancies/schema.ts";
import type { Words } from "./words.ts";

export interface PayInWords {
  readonly offered: string;
  /** Whether these are the employer's own words rather than the page's. */
  readonly verbatim: boolean;
  /** "about £12.50 an hour", where it is not offered by the hour. */
  readonly perHour: string | null;
}

/**
 * The employer's own words in the language they were written in; in another language the figures,
 * where there are any. `null` where nothing at all is known.
 */
export function payInWords(words: Words, pay: Pay, written: Language): PayInWords | null {
  const figures = figuresInWords(words, pay);
  const verbatim = pay.text !== null && !pay.predicted && (words.language === written || figures === null);
  const offered = verbatim ? pay.text : figures;
  if (offered === null) return null;
  const hourly = pay.unit !== "hour" && pay.perHour !== null;
  const perHour = hourly
    ? words("pay.about", { pay: words("pay.hour", { amount: money(pay, pay.perHour) }) })
    : null;
  return { offered, verbatim, perHour };
}

/** "£12.85 to £14 an hour"; what a source has only guessed is "about". */
function figuresInWords(words: Words, pay: Pay): string | null {
  const amount = amountInWords(words, pay);
  if (amount === null) return null;
  const said = pay.unit === null ? amount : words(`pay.${pay.unit}`, { amount });
  return pay.predicted ? words("pay.about", { pay: said }) : said;
}

function amountInWords(words: Words, pay: Pay): string | null {
  const { min, max } = pay;
  if (min !== null && max !== null && min !== max) {
    return words("pay.range", { min: money(pay, min), max: money(pay, max) });
  }
  if (min !== null && max === null) return words("pay.from", { min: money(pay, min) });
  if (min === null && max !== null) return words("pay.upTo", { max: money(pay, max) });
  return min === null ? null : money(pay, min);
}

/** As pay slips here write it, in every language. */
function money({ currency }: Pay, amount: number): string {
  const code = currency ?? "GBP";
  if (!/^[A-Za-z]{3}$/.test(code)) return `${code} ${amount}`;
  const style = { style: "currency", currency: code, trailingZeroDisplay: "stripIfInteger" } as const;
  return new Intl.NumberFormat("en-GB", style).format(amount);
}
