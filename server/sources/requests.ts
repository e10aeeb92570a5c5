/** How each form is asked for: its pages, and where it wants the key that its owner was given. */
import type { Refusal } from "#shared/result.ts";
import type { Source } from "#shared/sources/schema.ts";
import type { More } from "./reading.ts";

export interface Request {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is known after a page: what it said of the rest, and how many records have come so far. */
export interface Come {
  /** The page that came last; the first is 1. */
  readonly page: number;
  readonly more: More;
  readonly records: number;
}

type Asking = (url: URL, key: string, page: number, come: Come | null) => Request | null;

/** The next page's number is known: it goes on while the form says that there are more. */
const isMore = (come: Come | null): boolean => {
  if (!come) return true;
  const { pages, results } = come.more;
  if (pages !== undefined) return come.page < pages;
  return results !== undefined && come.records < results;
};

const FORMS: Readonly<Record<string, Asking>> = {
  "nhs-jobs"(url, _key, page, come) {
    if (!isMore(come)) return null;
    url.searchParams.set("page", String(page));
    if (!url.searchParams.has("limit")) url.searchParams.set("limit", "100");
    return plain(url);
  },
  "display-advert"(url, key, page, come) {
    if (!isMore(come)) return null;
    url.searchParams.set("PageNumber", String(page));
    if (!url.searchParams.has("PageSize")) url.searchParams.set("PageSize", "100");
    return { url: url.href, headers: { "X-Version": "2", ...(key ? { "Ocp-Apim-Subscription-Key": key } : {}) } };
  },
  "open-referral"(url, _key, page, come) {
    if (!isMore(come)) return null;
    if (page > 1) url.searchParams.set("page", String(page));
    return plain(url);
  },
  adzuna(url, key, page, come) {
    if (!isMore(come)) return null;
    url.pathname = url.pathname.replace(/\/search(?:\/\d*)?\/?$/, `/search/${page}`);
    if (!url.searchParams.has("results_per_page")) url.searchParams.set("results_per_page", "50");
    const [id = "", secret = ""] = key.split(":");
    if (id) url.searchParams.set("app_id", id);
    if (secret) url.searchParams.set("app_key", secret);
    return plain(url);
  },
  reed(url, key, _page, come) {
    if (!isMore(come)) return null;
    url.searchParams.set("resultsToTake", "100");
    url.searchParams.set("resultsToSkip", String(come?.records ?? 0));
    const headers = key ? { Authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` } : {};
    return { url: url.href, headers: headers as Record<string, string> };
  },
}; // prettier-ignore

/** Every other form names its next page by its address, or has none. A key goes where most want it. */
function byAddress(url: URL, key: string, _page: number, come: Come | null): Request | null {
  const headers: Record<string, string> = key ? { Authorization: `Bearer ${key}` } : {};
  if (!come) return { url: url.href, headers };
  const { next } = come.more;
  if (!next || !URL.canParse(next, url)) return null;
  const to = new URL(next, url);
  // Somebody else's site was not asked for, and must not get the key.
  return to.origin === url.origin && to.href !== url.href ? { url: to.href, headers } : null;
}

const plain = (url: URL): Request => ({ url: url.href, headers: {} });

/** The request for the next page; `null` where there is none. The first where nothing has `come` yet. */
export function nextRequest(
  source: Source,
  key: string | null,
  format: string | null,
  come: Come | null,
): Request | null {
  const ask = (format !== null && Object.hasOwn(FORMS, format) && FORMS[format]) || byAddress;
  return ask(new URL(source.url), key ?? "", (come?.page ?? 0) + 1, come);
}

/** A service of Open Referral by itself: `/services/{id}` beside the list. */
export function detailRequest(source: Source, key: string | null, id: string): Request {
  const url = new URL(source.url);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/${encodeURIComponent(id)}`;
  url.search = "";
  return { url: url.href, headers: key ? { Authorization: `Bearer ${key}` } : {} };
}

/** Forms that are a page for people: a site's wish not to be read by programs counts. */
export function isPage(format: string | null): boolean {
  return format === "jobposting" || format === "schema-event";
}

/** What is said of a request that went wrong names the source's address as it was given: some keys travel in the address. */
export function withoutKey({ code, details }: Refusal, url: string): Refusal {
  return typeof details === "object" ? { code, details: { ...details, url } } : { code };
}
