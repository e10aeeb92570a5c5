/** The screen's line to the hub: a socket where it can, asking over HTTP where sockets are blocked. */
import { startAsking, type Asking } from "./asking.ts";
import { PACE, type Pace, type Screen, type Whole } from "./path.ts";
import { openSocket, type HubSocket } from "./socket.ts";

export interface Hub {
  /** Everything the centre shows, over whichever way is live. */
  whole(): Promise<Whole>;
  tell: HubSocket["tell"];
  retry(): void;
  stop(): void;
}

/** Failures of the socket in a row after which to ask over HTTP, if patience has not run out before. */
const FAILURES = 2;

/**
 * Exactly one way is live at a time: asking starts when the socket has failed for a while, and ends
 * with the first answer on a socket, which goes on being tried. A screen that holds nothing asks
 * first: over HTTP the whole programme comes compressed, an eighth of what it is on a socket.
 * `url`: the hub's origin, "" for the page's own.
 */
export function talkToHub(screen: Screen, url = "", pace: Pace = PACE): Hub {
  let socket: HubSocket | null = null;
  let stopped = false;
  let asking: Asking | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;
  /** Since the hub last answered on the socket. */
  let failures = 0;

  function ask(): void {
    clearTimeout(patience);
    asking ??= startAsking(url, { ...screen, welcomed: answered, lost: unanswered }, pace);
  }

  const answered: Screen["welcomed"] = (welcome, roundTrip) => {
    screen.welcomed(welcome, roundTrip);
    open();
  };

  function unanswered(): void {
    screen.lost();
    open();
  }

  function hope(): void {
    patience ??= setTimeout(() => {
      screen.lost();
      ask();
    }, pace.patience);
  }

  function heard(): void {
    clearTimeout(patience);
    patience = undefined;
    failures = 0;
    asking?.stop();
    asking = null;
  }

  function open(): void {
    if (stopped) return;
    socket ??= openSocket(
      url,
      {
        ...screen,
        welcomed(welcome, roundTrip) {
          heard();
          screen.welcomed(welcome, roundTrip);
        },
        lost() {
          if (asking) return;
          failures += 1;
          screen.lost();
          if (failures >= FAILURES) ask();
          else hope();
        },
      },
      pace,
    );
  }

  if (screen.hello().epoch === null) ask();
  else {
    open();
    hope();
  }

  return {
    whole: () => (asking ?? socket)?.whole() ?? Promise.reject(new Error("stopped")),
    tell: (event, data) => socket?.tell(event, data),
    retry: () => socket?.retry(),
    stop() {
      stopped = true;
      heard();
      socket?.stop();
    },
  };
}
