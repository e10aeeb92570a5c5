/** Amounts of money as the language writes them, with the digits that a payslip shows. */
import { fill, type Tongue } from "./tongue.ts";

/** "£12.85", "£24,071"; pence are left out where there are none on a large amount. */
export function moneyWords(tongue: Tongue, amount: number, currency: string | null): string {
  const { pounds, point, group } = tongue.catalogue.money;
  const whole = amount >= 1000 || Number.isInteger(amount);
  const [units = "", pence] = amount.toFixed(whole ? 0 : 2).split(".");
  const grouped = units.replace(/\B(?=(\d{3})+$)/g, group);
  const n = pence === undefined ? grouped : grouped + point + pence;
  return currency === null || currency === "GBP" ? fill(pounds, { n }) : `${n} ${currency}`;
}
