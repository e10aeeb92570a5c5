/** The usual way to the hub: one socket, on which it pushes every change. */
import { io, type Socket } from "socket.io-client";
import type { HubToScreen, ScreenToHub } from "#shared/screens/protocol.ts";
import { between, type Pace, type Screen, type Whole } from "./path.ts";

export interface HubSocket {
  whole(): Promise<Whole>;
  painted(version: number): void;
  /** The network is said to be back: tries the line soon rather than at the next due time. */
  retry(): void;
  stop(): void;
}

/**
 * Connects and keeps at it. Says hello on every connection and beats while welcome; an answer that
 * does not come counts as a dead line, which heals a sleep, a new wifi, or a proxy that eats frames.
 */
export function openSocket(url: string, screen: Screen, pace: Pace): HubSocket {
  const socket: Socket<HubToScreen, ScreenToHub> = io(url, {
    transports: ["websocket"],
    reconnectionDelay: pace.retry,
    reconnectionDelayMax: pace.retryMost,
    randomizationFactor: 0.9,
    timeout: pace.patience,
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let welcome = false;

  function later(act: () => void, delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  }

  /** Drops the line and takes a new one after a while drawn from `rest`. */
  function renew(rest: readonly [number, number]): void {
    later(() => socket.connect(), between(rest));
    socket.disconnect();
  }

  /** Takes an answer of the connection that was asked; without one in time the line is renewed. */
  function timed<T>(use: (answer: T, roundTrip: number) => void, rest: readonly [number, number]) {
    const { id } = socket;
    const asked = performance.now();
    return (error: Error | null, answer: T) => {
      if (!socket.connected || socket.id !== id) return;
      if (error) renew(rest);
      else use(answer, performance.now() - asked);
    };
  }

  function greet(): void {
    screen.greeting();
    socket.timeout(pace.patience).emit(
      "hello",
      screen.hello(),
      timed(
        (answer, roundTrip) => {
          welcome = answer.state === "welcome";
          if (welcome) later(beat, between(pace.beat));
          else renew(pace.rest);
          screen.welcomed(answer, roundTrip);
        },
        [pace.retryMost, pace.retryMost * 2],
      ),
    );
  }

  function beat(): void {
    socket.timeout(pace.patience).emit(
      "heartbeat",
      screen.heartbeat(),
      timed(
        (answer, roundTrip) => {
          later(beat, between(pace.beat));
          screen.beaten(answer, roundTrip);
        },
        [0, pace.retry],
      ),
    );
  }

  socket.on("connect", greet);
  socket.on("changes", (changes) => screen.changed(changes));
  socket.on("revoked", () => screen.revoked());
  socket.on("connect_error", () => {
    screen.lost();
    if (!socket.active) renew([pace.retry, pace.retryMost]);
  });
  socket.on("disconnect", (reason) => {
    welcome = false;
    if (reason === "io server disconnect") renew([pace.retry / 8, pace.retry * 2]);
    else if (reason !== "io client disconnect") clearTimeout(timer);
    screen.lost();
  });

  return {
    whole: () => socket.timeout(pace.patience).emitWithAck("whole"),
    painted(version) {
      if (welcome) socket.emit("painted", version);
    },
    retry() {
      if (welcome) later(beat, between([0, pace.retry]));
      else if (!socket.connected) renew([0, pace.retry]);
    },
    stop() {
      clearTimeout(timer);
      socket.off();
      socket.disconnect();
    },
  };
}
