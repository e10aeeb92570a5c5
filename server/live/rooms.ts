/** The rooms that sockets stand in, and the type of the server that keeps them. */
import type { Server as SocketServer, Socket as OneSocket } from "socket.io";
import type { HubToCaller } from "#shared/calls/protocol.ts";
import type { Result } from "#shared/result.ts";
import type { ConsoleToHub, HubToConsole } from "#shared/people/protocol.ts";
import type { HubToScreen, ScreenToHub } from "#shared/screens/protocol.ts";
import type { Screen, ScreenKind } from "#shared/screens/screen.ts";
import { EVERYWHERE } from "#server/items/entries.ts";

/** What anyone who may give commands says over a socket. */
export interface Commanding {
  command: (
    name: string,
    input: unknown,
    requestId: string | null,
    reply: (result: Result<unknown>) => void,
  ) => void;
}

export interface SocketFacts {
  /** The paired screen whose token came with the handshake. */
  screen: Screen | null;
  /** The paired screen that it speaks for; a device that looks at another centre speaks for none. */
  own: Screen | null;
  /** Where it stands after its hello. */
  standing: { readonly centre: string; readonly kind: ScreenKind } | null;
  /** How much it has said since then (ms of the process), so that none says too much. */
  countedSince: number;
  said: number;
}

export type Server = SocketServer<
  ScreenToHub & ConsoleToHub & Commanding,
  HubToScreen & HubToConsole & HubToCaller,
  Record<string, never>,
  SocketFacts
>;
export type Socket = OneSocket<
  ScreenToHub & ConsoleToHub & Commanding,
  HubToScreen & HubToConsole & HubToCaller,
  Record<string, never>,
  SocketFacts
>;

export function centreRoom(centre: string, kind: ScreenKind): string {
  return `${centre}/${kind}`;
}

/** The rooms of a screen: its centre's, and every centre's. */
export function roomsOf(centre: string, kind: ScreenKind): string[] {
  return [centreRoom(centre, kind), centreRoom(EVERYWHERE, kind)];
}

/** A screen's own sockets, at this hub. A room for each screen would cost every one of them memory, for a rare word. */
export function* socketsOf(io: Server, screen: string): Generator<Socket> {
  for (const socket of io.sockets.sockets.values()) if (socket.data.own?.id === screen) yield socket;
}

/** Whoever looks at what is on a centre's screens. */
export function watchRoom(centre: string): string {
  return `watch/${centre}`;
}

export function personRoom(id: string): string {
  return `person/${id}`;
}

/** Whatever a person has open asks anew who they are. */
export function letGo(io: Server, person: string): void {
  io.in(personRoom(person)).disconnectSockets(true);
}
