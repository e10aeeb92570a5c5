/** Gives the hub its commands: over the socket, and over HTTP where that is blocked or away. */
import { signal, type ReadonlySignal } from "@preact/signals";
import { io } from "socket.io-client";
import type { SaidToAdviser } from "#shared/calls/protocol.ts";
import type { CommandName, Sent } from "#shared/contract.ts";
import type { Topic } from "#shared/people/protocol.ts";
import { newId } from "#shared/newId.ts";
import { refused, type Result } from "#shared/result.ts";

/** How long to wait for an answer over the socket before trying the other road, milliseconds. */
const PATIENCE = 6_000;
/** How often an order is tried again while the hub cannot be reached, and how long between. */
const TRIES = 3;
const PAUSE = 1_500;

type Line = "connecting" | "here" | "away";

const line = signal<Line>("connecting");
/** Whether the hub is there: `away` once a connection was lost and until it is back. */
export const connection: ReadonlySignal<Line> = line;

const socket = io({
  autoConnect: false,
  transports: ["websocket", "polling"],
  reconnectionDelayMax: 5_000,
  // Whoever is nobody to the hub by then is let go at once, and not taken for a screen.
  auth: { console: true },
});
const listeners = new Set<(topics: readonly Topic[] | "all") => void>();
let onLetGo: () => void = () => {};

socket.on("connect", () => {
  const again = line.value === "away";
  line.value = "here";
  if (watched.length > 0) socket.emit("watch", watched);
  // What happened meanwhile nobody has told us.
  if (again) tell("all");
});
socket.on("disconnect", (reason) => {
  line.value = "away";
  if (reason !== "io server disconnect") return;
  // The hub let us go: who we are has changed.
  onLetGo();
});
socket.on("connect_error", () => {
  if (line.value === "here") line.value = "away";
});
/** What is on the screens that are watched, by the screen's id, as they say it. */
export const showing = signal<ReadonlyMap<string, string>>(new Map());
let watched: readonly string[] = [];

/** Has the hub tell what is on these centres' screens from now on; returns the stop. */
export function watchScreens(centres: readonly string[]): () => void {
  watched = centres;
  if (socket.connected) socket.emit("watch", watched);
  return () => watchScreens([]);
}

socket.on("showing", (screen: string, what: string) => {
  showing.value = new Map(showing.value).set(screen, what);
});
socket.on("news", (topics: readonly Topic[]) => tell(topics));

/** Hears what is said of calls to whoever may know of them; returns the stop. */
export function onCall(listener: (said: SaidToAdviser) => void): () => void {
  callListeners.add(listener);
  return () => void callListeners.delete(listener);
}
const callListeners = new Set<(said: SaidToAdviser) => void>();
socket.on("call", (said: SaidToAdviser) => {
  if (said.what !== "voice") tell(["calls"]);
  for (const listener of callListeners) listener(said);
});

function tell(topics: readonly Topic[] | "all"): void {
  for (const listener of listeners) listener(topics);
}

/** Opens the socket for whoever is signed in; `letGo` is called when the hub wants to know anew who that is. */
export function connect(letGo: () => void): () => void {
  onLetGo = letGo;
  socket.connect();
  return () => void socket.disconnect();
}

/** Calls `listener` when one of these may have changed, and after a lost connection; returns the stop. */
export function onNews(topics: readonly Topic[], listener: () => void): () => void {
  const hear = (news: readonly Topic[] | "all"): void => {
    if (news === "all" || news.some((topic) => topics.includes(topic))) listener();
  };
  listeners.add(hear);
  return () => void listeners.delete(hear);
}

/**
 * Has a command carried out. It is tried again under the same number while the hub is away, so it
 * happens once however often it was sent; `hub-away` where that did not help.
 */
export async function order<T = unknown, Name extends CommandName = CommandName>(
  name: Name,
  input: Sent<Name>,
): Promise<Result<T>> {
  const requestId = newId();
  for (let tried = 1; ; tried += 1) {
    const result = await send(name, input, requestId);
    if (result !== null) return result as Result<T>;
    if (tried === TRIES) return refused("hub-away");
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** `null`: nobody answered. */
async function send(name: string, input: unknown, requestId: string): Promise<Result<unknown> | null> {
  if (socket.connected) {
    try {
      return await socket.timeout(PATIENCE).emitWithAck("command", name, input, requestId);
    } catch {
      // No answer in time: by the other road, under the same number.
    }
  }
  return post(`/commands/${name}`, input, { "Idempotency-Key": requestId });
}

/** An answer of the API that is no command's; `null`: nobody answered. */
export async function post(
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
  method: "POST" | "DELETE" = "POST",
): Promise<Result<unknown> | null> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Result<unknown>;
  } catch {
    return null;
  }
}
