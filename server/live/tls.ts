/** The hub's listener: plain, or with certificate files that are read again when they change. */
import { readFileSync, watch } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import path from "node:path";
import { createSecureContext } from "node:tls";
import type { Config } from "#server/config.ts";
import type { Log } from "#server/log.ts";
import { Unusable } from "#server/unusable.ts";

export interface Listener {
  readonly server: Server;
  stopWatching(): void;
}

/**
 * A quiet connection is kept (ms) for longer than load balancers and browsers keep theirs, commonly a minute: else
 * one is closed here in the very moment in which a request comes over it, and is lost.
 */
const QUIET = 65_000;

/** Throws `Unusable` at the start where the certificate cannot be used; later a bad one leaves the old in use. */
export function openListener(tls: Config["tls"], handler: RequestListener, log: Log): Listener {
  if (tls === null)
    return { server: createServer({ keepAliveTimeout: QUIET }, handler), stopWatching: () => {} };
  const server = createTlsServer({ ...readFirst(tls), keepAliveTimeout: QUIET }, handler);
  const stopWatching = onChange([tls.cert, tls.key], () => {
    try {
      const pair = read(tls);
      server.setSecureContext(pair);
      log.info("the certificate was read again");
    } catch (error) {
      log.warn({ error }, "the new certificate cannot be used; the old one stays");
    }
  });
  return { server: server as unknown as Server, stopWatching };
}

type Files = NonNullable<Config["tls"]>;

/** Throws where certificate and key do not belong together, as between the writing of the two. */
function read({ cert, key }: Files): { readonly cert: Buffer; readonly key: Buffer } {
  const pair = { cert: readFileSync(cert), key: readFileSync(key) };
  createSecureContext(pair);
  return pair;
}

function readFirst(files: Files): ReturnType<typeof read> {
  try {
    return read(files);
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    throw new Unusable(`SIGNPOST_TLS_CERT and SIGNPOST_TLS_KEY cannot be used (${because}).`);
  }
}

/** Watches the files' folders, for certificates are renewed by renaming; returns the stop. */
function onChange(files: readonly string[], changed: () => void): () => void {
  const folders = new Set(files.map((file) => path.dirname(path.resolve(file))));
  const names = new Set(files.map((file) => path.basename(file)));
  let soon: NodeJS.Timeout | undefined;
  const watchers = [...folders].map((folder) =>
    watch(folder, (_event, name) => {
      if (name !== null && !names.has(name) && !name.startsWith("..data")) return;
      clearTimeout(soon);
      soon = setTimeout(changed, 200);
    }),
  );
  return () => {
    clearTimeout(soon);
    for (const watcher of watchers) watcher.close();
  };
}
