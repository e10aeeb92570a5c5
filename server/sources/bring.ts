/** Bringing in a file or a link: what the two commands do. Nothing is kept here; what is chosen goes the usual way. */
import type { bringingCommands } from "#shared/bringing.ts";
import type { Handlers } from "#server/live/door.ts";
import type { Outside } from "#server/outside/outside.ts";
import { refused } from "#shared/result.ts";
import type { Looker } from "./looker.ts";

/** A page or a feed; what else lies at an address is not fetched to its end. */
const READABLE =
  /^(?:text\/|application\/(?:(?:[\w.-]+\+)?(?:json|xml)|octet-stream|ics|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)$)/;
const MOST_BYTES = 5 * 1024 * 1024;

export function bringingHandlers(
  looker: Looker,
  outside: Pick<Outside, "fetch" | "allow">,
): Pick<Handlers, keyof typeof bringingCommands> {
  return {
    lookAtFile: (_db, { name, content, fields }, { now }) =>
      looker.look({ name, bytes: Buffer.from(content, "base64"), fields, url: null, now }),

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
      return looker.look({ name: name.slice(0, 200), bytes, fields: {}, url: found, now });
    },
  };
}
