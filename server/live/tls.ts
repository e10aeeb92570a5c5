/** The hub's listener: plain, or with certificate files that are read again when they change. */
import { readFileSync, watch } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import path from "node:path";
import { createSecureContext } from "node:tls";
import type { Config } from "#server/config.ts";
import type { Log } from "#server/log.ts";

export interface Listener {
  readonly server: Server;
  stopWatching(): void;
}

/** Throws at the start where the certificate cannot be read; later a bad one leaves the old in use. */
export function openListener(tls: Config["tls"], handler: RequestListener, log: Log): Listener {
  if (tls === null) return { server: createServer(handler), stopWatching: () => {} };
  const read = () => ({ cert: readFileSync(tls.cert), key: readFileSync(tls.key) });
  const server = createTlsServer(read(), handler);
  const stopWatching = onChange([tls.cert, tls.key], () => {
    try {
      const pair = read();
      // Throws where certificate and key do not belong together, as between the writing of the two.
      createSecureContext(pair);
      server.setSecureContext(pair);
      log.info("the certificate was read again");
    } catch (error) {
      log.warn({ error }, "the new certificate cannot be used; the old one stays");
    }
  });
  return { server: server as unknown as Server, stopWatching };
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
