/** Bringing in a file or a link: what the commands do. Nothing is kept of a look; what is chosen goes the usual way. */
import type { bringingCommands, LookedAt } from "#shared/bringing.ts";
import type { Handlers } from "#server/live/door.ts";
import type { Kept } from "#server/media/media.ts";
import type { Outside } from "#server/outside/outside.ts";
import { done, refused, type Result } from "#shared/result.ts";
import { columnsMeant, rememberColumns } from "./columnchoices.ts";
import type { BroughtPdf, Looker, LookJob } from "./looker.ts";

/** A page or a feed; what else lies at an address is not fetched to its end. */
const READABLE =
  /^(?:text\/|application\/(?:(?:[\w.-]+\+)?(?:json|xml)|octet-stream|ics|pdf|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)$)/;
const MOST_BYTES = 5 * 1024 * 1024;

/** `keep` cleans a PDF and draws its pages; what nobody takes in is tidied away. */
export function bringingHandlers(
  looker: Looker,
  outside: Pick<Outside, "fetch" | "allow">,
  keep: (bytes: Uint8Array, name: string) => Promise<Result<unknown>>,
): Pick<Handlers, keyof typeof bringingCommands> {
  async function look(job: Omit<LookJob, "pdf">): Promise<Result<LookedAt>> {
    const pdf = isPdf(job.bytes) ? await keptPdf(await keep(job.bytes, job.name)) : done(null);
    return pdf.ok
      ? looker.look({ ...job, ...(pdf.value && { bytes: new Uint8Array(), pdf: pdf.value }) })
      : pdf;
  }
  return {
    async lookAtFile(db, { name, content, fields }, { now }) {
      const job = { name, bytes: Buffer.from(content, "base64"), fields, url: null, now };
      const first = await look(job);
      if (!first.ok || Object.keys(fields).length > 0) return first;
      const meant = await columnsMeant(db, first.value.columns.map((column) => column.name)); // prettier-ignore
      return meant ? look({ ...job, fields: meant }) : first;
    },

    async rememberColumns(tx, { columns, fields }, act) {
      await rememberColumns(tx, columns, fields, act);
      return done(null);
    },

    async lookAtLink(_db, { url: written }, { now }) {
      // People paste "www.example.org/jobs/1" too.
      const url =
        /^[a-z][a-z0-9+.-]*:/i.test(written) && !/^[\w.-]+:\d+/.test(written)
          ? written
          : `https://${written}`;
      const allowed = await outside.allow(url);
      if (!allowed.ok) return allowed;
      const got = await outside.fetch({ url, types: READABLE, mostBytes: MOST_BYTES, milliseconds: 20_000 });
      if (!got.ok) return got;
      if (got.value.state !== "new") return refused("page-not-found", { url });
      const { bytes, url: found } = got.value;
      const name = new URL(found).pathname.split("/").at(-1) || new URL(found).hostname;
      return look({ name: name.slice(0, 200), bytes, fields: {}, url: found, now });
    },
  };
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-");
}

function keptPdf(kept: Result<unknown>): Result<BroughtPdf> {
  if (!kept.ok) return kept;
  const value = kept.value as Kept;
  if (value.kind !== "pdf") return refused("not-a-pdf");
  const pages = value.pages.map((page) => ({ ...page, kind: "page" as const, alt: null }));
  const file = value.pdf && { ...value.pdf, kind: "pdf" as const, alt: null };
  return done({ file, pages, text: value.text, flags: value.flags });
}
