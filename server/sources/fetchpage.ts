/** One page of a source: asked for as its form wants it, politely, and only told to have changed if it has. */
import { createHash } from "node:crypto";
import type { Refusal, Result } from "#shared/result.ts";
import type { Keys } from "./keys.ts";
import { detailRequest, isPage, nextRequest, type Come, type Request, withoutKey } from "./requests.ts";
import type { Memory, StoredSource } from "./store.ts";

/** What of the outside a reading asks for; `server/outside/` answers it. */
export interface Fetching {
  fetch(ask: {
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly etag?: string | null;
    readonly lastModified?: string | null;
    readonly signal?: AbortSignal;
  }): Promise<Result<Fetched>>;
  allow(url: string): Promise<Result<null>>;
}

type Fetched =
  | { readonly state: "unchanged" }
  | {
      readonly state: "new";
      readonly url: string;
      readonly bytes: Uint8Array;
      readonly etag: string | null;
      readonly lastModified: string | null;
    };

export interface FetchNeeds {
  readonly outside: Fetching;
  readonly keys: Pick<Keys, "open">;
  now(): number;
  readonly signal?: AbortSignal;
}

/** Everything is asked for anew so often, though the first page may be as it was. */
const WHOLE_EVERY = 24 * 3_600_000;

export type Page =
  | { readonly state: "end" }
  | { readonly state: "unchanged" }
  | { readonly state: "failed"; readonly refusal: Refusal }
  | {
      readonly state: "new";
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly etag: string | null;
      readonly lastModified: string | null;
      readonly digest: string;
      readonly format: string | null;
    };

export async function onePage(
  stored: StoredSource,
  needs: FetchNeeds,
  memory: Memory,
  come: Come | null,
): Promise<Page> {
  const format = stored.source.format ?? memory.format;
  const key = needs.keys.open(stored.sealedKey);
  if (key === null && stored.sealedKey !== null) return { state: "failed", refusal: { code: "key-lost" } };
  const request = nextRequest(stored.source, key, format, come);
  return request
    ? fetchPage(stored, needs, memory, {
        request,
        format,
        asWas: come === null && isFresh(memory, needs.now()),
      })
    : { state: "end" };
}

/** The page of one record, of which the list said too little. */
export function oneDetail(
  stored: StoredSource,
  needs: FetchNeeds,
  format: string | null,
  id: string,
): Promise<Page> {
  const request = detailRequest(stored.source, needs.keys.open(stored.sealedKey), id);
  return fetchPage(stored, needs, stored.memory, { request, format, asWas: false });
}

async function fetchPage(
  { source }: StoredSource,
  { outside, signal }: FetchNeeds,
  memory: Memory,
  { request, format, asWas }: { readonly request: Request; readonly format: string | null; readonly asWas: boolean },
): Promise<Page> {
  if (isPage(format)) {
    const allowed = await outside.allow(request.url);
    if (!allowed.ok) return { state: "failed", refusal: allowed.refusal };
  }
  const fetched = await outside.fetch({
    ...request,
    ...(asWas ? { etag: memory.etag, lastModified: memory.lastModified } : {}),
    ...(signal ? { signal } : {}),
  });
  if (!fetched.ok) return { state: "failed", refusal: withoutKey(fetched.refusal, source.url) };
  if (fetched.value.state === "unchanged") return { state: "unchanged" };
  const { url, bytes, etag, lastModified } = fetched.value;
  const digest = createHash("sha256").update(bytes).digest("base64url");
  if (asWas && memory.failed === 0 && digest === memory.digest) return { state: "unchanged" };
  const name = new URL(url).pathname.split("/").at(-1) || "source";
  return { state: "new", name, bytes, etag, lastModified, digest, format };
} // prettier-ignore

function isFresh({ whole }: Memory, now: number): boolean {
  return whole !== null && now - Date.parse(whole) < WHOLE_EVERY;
}
