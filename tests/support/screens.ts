import { io, type Socket } from "socket.io-client";
import type { Changes } from "#shared/programme.ts";
import {
  type Beat,
  CONTRACT,
  type Hello,
  type HubToScreen,
  type Pairing,
  type ScreenToHub,
  type Welcome,
} from "#shared/screens/protocol.ts";
import type { Health, ScreenKind } from "#shared/screens/screen.ts";
import type { RunningHub } from "./hub.ts";

export const health: Health = {
  app: "test",
  painted: 0,
  clockError: 0,
  picture: { width: 1920, height: 1080 },
  storageLeft: null,
  keepsCopy: true,
};

export interface TestScreen {
  readonly socket: Socket<HubToScreen, ScreenToHub>;
  hello(more?: Partial<Hello>): Promise<Welcome>;
  beat(epoch: string, version: number, more?: Partial<Health>): Promise<Beat>;
  /** The next changes that the hub pushes. */
  nextChanges(): Promise<Changes>;
  close(): void;
}

/** A real socket that speaks the screens' protocol; `cookie` as a paired screen has it. */
export async function connectScreen(
  url: string,
  cookie?: string,
  headers: Record<string, string> = {},
): Promise<TestScreen> {
  const socket: Socket<HubToScreen, ScreenToHub> = io(url, {
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    extraHeaders: { ...headers, ...(cookie === undefined ? {} : { cookie }) },
  });
  let arrived: Changes[] = [];
  const waiting: ((changes: Changes) => void)[] = [];
  /** What it was welcomed with; a change of just then may be pushed as well, and is no next one. */
  let known = -1;
  const isNew = ({ entries }: Changes) => entries.some((entry) => entry.version > known);
  socket.on("changes", (changes) => {
    if (!isNew(changes)) return;
    const first = waiting.shift();
    if (first) first(changes);
    else arrived.push(changes);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  return {
    socket,
    async hello(more) {
      const hello = { contract: CONTRACT, centre: null, kind: "board", epoch: null, version: 0, health, ...more } as const; // prettier-ignore
      const welcome = await socket.emitWithAck("hello", hello);
      if (welcome.state === "welcome") known = welcome.changes.version;
      arrived = arrived.filter(isNew);
      return welcome;
    },
    beat: (epoch, version, more) =>
      socket.emitWithAck("heartbeat", { epoch, version, health: { ...health, ...more } }),
    nextChanges: () =>
      new Promise((resolve) => {
        const first = arrived.shift();
        if (first) resolve(first);
        else waiting.push(resolve);
      }),
    close: () => void socket.disconnect(),
  };
}

/** Pairs a device as an installer and an adviser do, and gives its cookie. */
export async function pairScreen(
  running: RunningHub,
  centre: string,
  kind: ScreenKind,
  name: string,
): Promise<{ cookie: string; id: string }> {
  const begun = await fetch(`${running.url}/api/v1/pairings`, { method: "POST" });
  const waiting = (await begun.json()) as Extract<Pairing, { state: "waiting" }>;
  const screen = await running.done("pairScreen", { code: waiting.code, centre, kind, name });
  const collected = await fetch(`${running.url}/api/v1/pairings/mine`, {
    headers: { cookie: cookieFrom(begun) },
  });
  return { cookie: cookieFrom(collected), id: screen.id };
}

export function cookieFrom(response: Response): string {
  const [first = ""] = response.headers.getSetCookie();
  return first.split(";")[0] ?? "";
}
