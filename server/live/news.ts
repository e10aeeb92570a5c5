/** Tells the consoles what may have changed, a few times a second at most. */
import type { Topic } from "#shared/people/protocol.ts";
import type { Server } from "./rooms.ts";

/** Where everyone stands who has the console open. */
export const CONSOLES = "consoles";
const GATHER = 150;

export interface News {
  tell(topic: Topic): void;
  stop(): void;
}

export function openNews(io: () => Server | null): News {
  const waiting = new Set<Topic>();
  let timer: NodeJS.Timeout | undefined;
  function send(): void {
    timer = undefined;
    io()
      ?.to(CONSOLES)
      .emit("news", [...waiting]);
    waiting.clear();
  }
  return {
    tell(topic) {
      // The first is told at once, so that what one person does another sees as it happens.
      if (timer === undefined && waiting.size === 0) io()?.to(CONSOLES).emit("news", [topic]);
      else waiting.add(topic);
      timer ??= setTimeout(() => (waiting.size > 0 ? send() : (timer = undefined)), GATHER);
    },
    stop: () => clearTimeout(timer),
  };
}
