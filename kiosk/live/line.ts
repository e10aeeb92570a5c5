/**
 * One connection to the hub's Socket.IO server, in as much of its protocol as a screen speaks: text over a
 * WebSocket, one namespace, answers to what the screen asks (Engine.IO protocol 4, Socket.IO protocol 5). The
 * library for pages weighs nine kilobytes more, a third of what a board may weigh.
 */
import type { ScreenToHub } from "#shared/screens/protocol.ts";

export interface Line {
  /** `done` is told the answer, or `null` where none comes in time. */
  ask<Answer>(
    event: keyof ScreenToHub,
    data: readonly unknown[],
    done: (answer: Answer | null) => void,
  ): void;
  tell(event: keyof ScreenToHub, data: unknown): void;
  /** Lets the line go without another word. */
  close(): void;
}

export interface Listener {
  opened(): void;
  heard(event: string, data: unknown): void;
  /** Refused, cut, or silent for too long: said once, the last that is said. */
  closed(): void;
}

/** What the hub's packets begin with; a screen answers a ping, and joins when the line is open. */
const OPEN = "0";
const PING = "2";
const PONG = "3";
const JOIN = "40";
const LEAVE = "41";
const EVENT = "42";
const ANSWER = "43";
const REFUSED = "44";

/** `url`: the hub's origin, "" for the page's own. `patience`: for the line and for each answer (ms). */
export function openLine(url: string, patience: number, listener: Listener): Line {
  const origin = (url || location.origin).replace(/^http/, "ws");
  const socket = new WebSocket(`${origin}/socket.io/?EIO=4&transport=websocket`);
  const asked = new Map<string, (answer: unknown) => void>();
  let count = 0;
  /** The hub pings: so long after the last word the line is dead. */
  let silence = patience;
  let watchdog = setTimeout(end, silence);

  function close(): void {
    socket.onmessage = socket.onclose = null;
    clearTimeout(watchdog);
    socket.close();
  }

  function end(): void {
    close();
    listener.closed();
  }

  function take(packet: string): void {
    const [, type = "", id = "", body = ""] = /^(4?\d)(\d*)([^]*)$/.exec(packet) ?? [];
    if (type === LEAVE || type === REFUSED) return end();
    clearTimeout(watchdog);
    if (type === OPEN) {
      const { pingInterval, pingTimeout } = JSON.parse(body);
      silence = pingInterval + pingTimeout;
      socket.send(JOIN);
    }
    watchdog = setTimeout(end, silence);
    if (type === PING) socket.send(PONG);
    if (type === JOIN) listener.opened();
    if (type === EVENT) listener.heard(...(JSON.parse(body) as [string, unknown]));
    if (type === ANSWER) asked.get(id)?.(JSON.parse(body)[0]);
  }

  socket.onmessage = ({ data }) => take(data);
  socket.onclose = end;

  return {
    ask(event, data, done) {
      const id = String((count += 1));
      const settle = (answer: unknown) => {
        clearTimeout(timer);
        if (asked.delete(id)) done(answer as never);
      };
      const timer = setTimeout(settle, patience, null);
      asked.set(id, settle);
      socket.send(EVENT + id + JSON.stringify([event, ...data]));
    },
    tell: (event, data) => socket.send(EVENT + JSON.stringify([event, data])),
    close,
  };
}
