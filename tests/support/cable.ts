import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface Cable {
  /** What the screen opens: the same address wherever the hub is. */
  readonly url: string;
  /** The hub is found at this address from now on. */
  lead(hub: string): void;
  unplug(): void;
  plug(): void;
  /** Refuses WebSockets from now on, as some networks do, and lets all else through. */
  blockSockets(): void;
  close(): Promise<void>;
}

/** The network between a screen and its hub, which a test can unplug. */
export async function openCable(hub: string): Promise<Cable> {
  const open = new Set<Socket>();
  let port = portOf(hub);
  let plugged = true;
  let blocked = false;

  function hold(socket: Socket): void {
    open.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => open.delete(socket));
  }

  const server = createServer((near) => {
    if (!plugged) return void near.destroy();
    hold(near);
    near.once("data", (first) => {
      if (blocked && /\r\nupgrade: *websocket/i.test(first.toString("latin1"))) {
        return void near.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      }
      const far = connect(port, "127.0.0.1");
      hold(far);
      near.on("close", () => far.destroy());
      far.on("close", () => near.destroy());
      far.write(first);
      near.pipe(far).pipe(near);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lead: (address) => void (port = portOf(address)),
    unplug() {
      plugged = false;
      cut();
    },
    plug: () => void (plugged = true),
    blockSockets() {
      blocked = true;
      cut();
    },
    async close() {
      plugged = false;
      cut();
      server.close();
      await once(server, "close");
    },
  };
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}
