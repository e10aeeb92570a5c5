/** The usual way to the hub: one socket, on which it pushes every change. */
import type { Changes } from "#shared/programme.ts";
import type { Beat, Welcome } from "#shared/screens/protocol.ts";
import { openLine, type Line } from "./line.ts";
import { between, type Pace, type Screen, type Whole } from "./path.ts";

export interface HubSocket {
  whole(): Promise<Whole>;
  /** Says it if the hub knows this screen at present. */
  tell(event: "painted" | "showing", data: unknown): void;
  /** The network is said to be back or gone: tries the line soon rather than at the next due time. */
  retry(): void;
  stop(): void;
}

/**
 * Connects and keeps at it. Says hello on every connection and beats while welcome; an answer that
 * does not come counts as a dead line, which heals a sleep, a new wifi, or a proxy that eats frames.
 */
export function openSocket(url: string, screen: Screen, pace: Pace): HubSocket {
  let line: Line | null = null;
  let state: "away" | "greeting" | "welcome" = "away";
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function later(act: () => void, delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  }

  /** Drops the line and takes a new one after a while drawn from `rest`. */
  function renew(rest: readonly [number, number]): void {
    line?.close();
    line = null;
    state = "away";
    later(connect, between(rest));
  }

  function fail(rest: readonly [number, number]): void {
    renew(rest);
    screen.lost();
  }

  function connect(): void {
    line = openLine(url, pace.patience, {
      opened: greet,
      heard(event, data) {
        if (event === "changes") screen.changed(data as Changes);
        else if (event === "revoked") screen.revoked();
        else screen.told(event, data);
      },
      closed() {
        failures += 1;
        fail([pace.retry / 8, Math.min(pace.retry * 2 ** failures, pace.retryMost)]);
      },
    });
  }

  /** Without an answer in time the line is renewed. */
  function ask<Answer>(
    event: "hello" | "heartbeat",
    data: unknown,
    rest: readonly [number, number],
    use: (answer: Answer, roundTrip: number) => void,
  ): void {
    const asked = performance.now();
    const asking = line;
    asking?.ask<Answer>(event, [data], (answer) => {
      if (line !== asking) return;
      if (answer === null) fail(rest);
      else use(answer, performance.now() - asked);
    });
  }

  function greet(): void {
    state = "greeting";
    screen.greeting();
    const rest = [pace.retryMost, pace.retryMost * 2] as const;
    ask<Welcome>("hello", screen.hello(), rest, (answer, roundTrip) => {
      if (answer.state === "welcome") {
        state = "welcome";
        failures = 0;
        later(beat, between(pace.beat));
      } else fail(pace.rest);
      screen.welcomed(answer, roundTrip);
    });
  }

  function beat(): void {
    ask<Beat>("heartbeat", screen.heartbeat(), [0, pace.retry], (answer, roundTrip) => {
      later(beat, between(pace.beat));
      screen.beaten(answer, roundTrip);
    });
  }

  connect();
  return {
    whole: () =>
      new Promise((resolve, reject) => {
        if (!line) return reject(new Error("no line"));
        line.ask<Whole>("whole", [], (answer) => (answer ? resolve(answer) : reject(new Error("no answer"))));
      }),
    tell(event, data) {
      if (state === "welcome") line?.tell(event, data);
    },
    retry() {
      if (state === "welcome") later(beat, between([0, pace.retry]));
      else if (state === "away") renew([0, pace.retry]);
    },
    stop() {
      clearTimeout(timer);
      line?.close();
      line = null;
    },
  };
}
