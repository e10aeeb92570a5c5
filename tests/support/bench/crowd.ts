/** Many screens in one process: real sockets that say hello and acknowledge every change as painted. */
import { io, type Socket } from "socket.io-client";
import type { Changes } from "#shared/programme.ts";
import { CONTRACT, type Hello, type HubToScreen, type ScreenToHub } from "#shared/screens/protocol.ts";
import { answer } from "./channel.mjs";
import { health } from "./screens.ts";

export interface Gathering {
  readonly url: string;
  /** A cookie a screen, or `null` for each where the server knows no screens. */
  readonly cookies: readonly (string | null)[];
}

const sockets: Socket<HubToScreen, ScreenToHub>[] = [];
let last: Changes | null = null;
/** So many connect at the same time. */
const AT_ONCE = 25;

const hello: Hello = { contract: CONTRACT, centre: null, kind: "board", epoch: null, version: 0, health };

async function connect(url: string, cookie: string | null): Promise<void> {
  const socket: Socket<HubToScreen, ScreenToHub> = io(url, {
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    extraHeaders: cookie === null ? {} : { cookie },
  });
  sockets.push(socket);
  socket.on("changes", (changes) => {
    last = changes;
    socket.emit("painted", changes.version);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  await socket.emitWithAck("hello", hello);
}

answer({
  async gather({ url, cookies }: Gathering) {
    const left = [...cookies];
    const lane = async () => {
      for (let cookie = left.pop(); cookie !== undefined; cookie = left.pop()) await connect(url, cookie);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return sockets.length;
  },
  /** The last changes that came, as they came. */
  last: () => last,
});
