import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/** A line between the hub and its database, which can be cut and mended. */
export interface Line {
  /** The database's URL by way of this line. */
  readonly url: string;
  /** Ends every connection and takes no new one, as when a server goes away. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** @param target URL of a Postgres */
export async function openLine(target: string): Promise<Line> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let server: Server | null = null;
  let at = 0;

  async function mend(): Promise<void> {
    server = createServer((near) => {
      const far = connect(Number(port), hostname);
      for (const socket of [near, far]) {
        open.add(socket);
        socket
          .on("error", () => {})
          .once("close", () => {
            open.delete(socket);
            near.destroy();
            far.destroy();
          });
      }
      near.pipe(far).pipe(near);
    });
    server.listen(at, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    at = typeof address === "object" && address ? address.port : 0;
  }
  async function cut(): Promise<void> {
    const closing = server;
    server = null;
    for (const socket of open) socket.destroy();
    if (closing) await new Promise((resolve) => closing.close(resolve));
  }

  await mend();
  const url = new URL(target);
  url.port = String(at);
  return { url: url.href, cut, mend, close: cut };
}
