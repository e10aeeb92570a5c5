/** Somebody else's job site, as it really speaks: pages, keys, 304, 429 and everything that goes wrong. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import { createHash } from "node:crypto";
import type { AddressInfo } from "node:net";

export interface Asked {
  readonly path: string;
  readonly search: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly status: number;
}

export type Answer = (asked: Omit<Asked, "status">, response: ServerResponse) => string | Buffer | undefined;

export interface JobSite {
  readonly url: string;
  /** For SIGNPOST_ALLOW_PRIVATE. */
  readonly host: string;
  /** Every request so far, oldest first. */
  readonly asked: Asked[];
  /** What it answers from now on: what `answer` returns, with an ETag; `undefined` where it has answered itself. */
  answers(answer: Answer): void;
  close(): Promise<void>;
}

export async function openJobSite(): Promise<JobSite> {
  let answer: Answer = () => "";
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { pathname: path, searchParams: search } = new URL(request.url ?? "/", "http://x");
    const { headers } = request;
    response.on("close", () => asked.push({ path, search, headers, status: response.statusCode }));
    const body = answer({ path, search, headers }, response);
    if (body === undefined) return;
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 12)}"`;
    if (headers["if-none-match"] === etag) response.writeHead(304, { ETag: etag }).end();
    else response.writeHead(response.statusCode, { ETag: etag }).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    asked,
    answers: (now) => void (answer = now),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export interface Advert {
  readonly slug: string;
  readonly title?: string;
  readonly employer?: string;
  readonly postcode?: string;
  readonly closes?: string | null;
  readonly pay?: string;
  readonly description?: string;
}

/** A page of the Teaching Vacancies API, from 1; so many adverts a page. */
export function teachingVacanciesPage(site: string, adverts: readonly Advert[], page = 1, size = 100): string {
  const pages = Math.max(1, Math.ceil(adverts.length / size));
  const address = (number: number) => `${site}/api/v1/jobs.json?page=${number}`;
  return JSON.stringify({
    info: { title: "GOV UK - Teaching Vacancies" },
    openapi: "3.0.0",
    data: adverts.slice((page - 1) * size, page * size).map((advert) => posting(site, advert)),
    links: { self: address(page), first: address(1), last: address(pages), prev: page > 1 ? address(page - 1) : null, next: page < pages ? address(page + 1) : null },
    meta: { totalPages: pages, count: adverts.length },
  });
} // prettier-ignore

function posting(site: string, advert: Advert) {
  const { slug, title = "Teaching Assistant", employer = "St Mary’s Primary School", postcode = "LS9 7AB", pay = "£12.85 per hour", closes = "2030-12-04T12:00:00+00:00", description = "Term time only." } = advert;
  return {
    "@context": "http://schema.org",
    "@type": "JobPosting",
    title,
    datePosted: "2026-11-09",
    description,
    employmentType: ["PART_TIME"],
    industry: "Education",
    jobLocation: { "@type": "Place", address: { "@type": "PostalAddress", addressLocality: "Leeds", postalCode: postcode, addressCountry: "GB" } },
    baseSalary: { "@type": "MonetaryAmount", currency: "GBP", value: { "@type": "QuantitativeValue", value: pay, unitText: "HOUR" } },
    url: `${site}/jobs/${slug}`,
    hiringOrganization: { "@type": "Organization", name: employer },
    ...(closes === null ? {} : { validThrough: closes }),
  };
} // prettier-ignore
