/** Directs a mirror: the slide that the screen itself is on, by the name that it gives it. */
import type { Language } from "#shared/languages.ts";
import { turnsOf } from "#kiosk/language/voices.ts";
import type { createDirector, Director } from "./director.ts";

/** `showing`: as the screen reports it, a slide's key and its languages. */
export function followScreen(showing: () => string): typeof createDirector {
  return (artOf): Director => ({
    direct(slides, centre) {
      const [key = "", languages] = showing().split(" ");
      const turn = (languages?.split(",") as Language[] | undefined) ?? turnsOf(centre)[0] ?? [];
      const at = slides.findIndex((slide) => slide.key === key);
      const slide = slides[at];
      if (!slide) return { scene: null, turn, wait: Infinity };
      const { picture } = artOf(slide, turn);
      const progress = { at, of: slides.length };
      return { scene: { slide, picture, film: null, pace: "calm", progress }, turn, wait: Infinity };
    },
    filmEnded: () => false,
    filmStuck: () => {},
    stop: () => {},
  });
}
