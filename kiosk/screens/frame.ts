/** Draws in step with the display, and tells when what was drawn is really there. */

export interface Frames {
  /** Draws with the next frame, however often it is asked for before. */
  ask(): void;
  /** Draws what has been asked for without waiting for a frame: somebody touched the glass. */
  hurry(): void;
  stop(): void;
}

/** A page that nobody sees gets no frames; it is drawn after so long all the same (ms). */
const UNSEEN = 250;

/** `drawn` is called once the frame that holds what `draw` did has been handed to the display. */
export function drawInFrames(draw: () => void, drawn: () => void): Frames {
  let frame = 0;
  let fallback: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  const channel = new MessageChannel();
  channel.port1.addEventListener("message", drawn);
  channel.port1.start();

  // Taken up after this frame's layout and paint: an animation frame's callback runs before them.
  const tell = () => channel.port2.postMessage(null);

  function turn(): void {
    asked = false;
    cancelAnimationFrame(frame);
    clearTimeout(fallback);
    draw();
  }
  function now(): void {
    turn();
    tell();
  }

  return {
    ask() {
      if (asked) return;
      asked = true;
      frame = requestAnimationFrame(now);
      fallback = setTimeout(now, UNSEEN);
    },
    hurry() {
      // Not within what is being drawn, which may be what asks for it.
      void Promise.resolve().then(() => {
        if (!asked) return;
        turn();
        requestAnimationFrame(tell);
      });
    },
    stop() {
      cancelAnimationFrame(frame);
      clearTimeout(fallback);
      channel.port1.close();
    },
  };
}
