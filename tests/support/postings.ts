import { readFile } from "#server/sources/readfile.ts";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

export const now = Date.parse("2026-11-22T10:00:00Z");

export function read(text: string, name = "page.html") {
  const reading = readFile(name, new TextEncoder().encode(text), { now });
  return { ...reading, vacancies: reading.read as readonly ReadVacancy[] };
}
export const block = (json: string, attributes = 'type="application/ld+json"') =>
  `<script ${attributes}>${json}</script>`;
export const page = (inside: string) =>
  `<!DOCTYPE html><html lang="en-GB"><head><title>Jobs</title></head><body>${inside}</body></html>`;
export const posting = (properties: Record<string, unknown> = {}) => ({
  "@context": "https://schema.org", "@type": "JobPosting", title: "Cook", hiringOrganization: { "@type": "Organization", name: "Cafe" }, ...properties,
}); // prettier-ignore
export const one = (properties: Record<string, unknown>) =>
  read(page(block(JSON.stringify(posting(properties))))).vacancies[0]!;
export const cook = { title: "Cook", employer: "Cafe" };

export const pay = (baseSalary: unknown, more: Record<string, unknown> = {}) =>
  one({ baseSalary, ...more }).pay;
export const amount = (value: unknown, more: Record<string, unknown> = {}) => ({
  "@type": "MonetaryAmount",
  currency: "GBP",
  value,
  ...more,
});
export const place = (jobLocation: unknown, more: Record<string, unknown> = {}) =>
  one({ jobLocation, ...more });
