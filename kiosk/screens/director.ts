/** Decides which slide is on, in which languages and with what beside its words, and for how long. */
import type { PublicCentre } from "#shared/centres/schema.ts";
import type { Language } from "#shared/languages.ts";
import type { Media } from "#shared/schema.ts";
import { turnsOf } from "#kiosk/language/voices.ts";
import { mediaUrl } from "#kiosk/live/media.ts";
import type { Art } from "#kiosk/ui/slide.ts";
import { keepPictures } from "./pictures.ts";
import { advance, follow, NO_SLIDES, type Rotation } from "./rotation.ts";
import type { AnySlide } from "./showing.ts";

/** The slide that is on. */
export interface Scene {
  readonly slide: AnySlide;
  readonly picture: Media | null;
  readonly film: Media | null;
  /** `quick` where the slide before it ended and must not stay. */
  readonly pace: "calm" | "quick";
  readonly progress: { readonly at: number; readonly of: number };
}

export interface Direction {
  /** `null` where there are no slides. */
  readonly scene: Scene | null;
  readonly turn: readonly Language[];
  /** Milliseconds until the next slide's turn. */
  readonly wait: number;
}

export interface Director {
  /** `now`: milliseconds of a clock that never goes back. */
  direct(slides: readonly AnySlide[], centre: PublicCentre, now: number): Direction;
  /** The film on the current slide came to its end; returns whether it plays again. */
  filmEnded(now: number): boolean;
  filmStuck(): void;
  stop(): void;
}

/** A film may keep its slide for so long (ms). */
const LONGEST_FILM = 90_000;

/** `changed` is called when something came that changes the scene; `turned` when a slide's turn begins. */
export function createDirector(
  artOf: (slide: AnySlide, turn: readonly Language[]) => Art,
  changed: () => void,
  turned: () => void,
): Director {
  const pictures = keepPictures();
  let rotation = NO_SLIDES;
  let pace: Scene["pace"] = "calm";
  let film: "none" | "playing" | "over" = "none";
  let seconds = 0;

  const due = () => rotation.since + (film === "playing" ? LONGEST_FILM : seconds * 1000);

  function begin(next: Rotation, how: Scene["pace"]): void {
    rotation = next;
    pace = how;
    film = "none";
    turned();
  }

  return {
    direct(slides, centre, now) {
      const turns = turnsOf(centre);
      const turnOf = ({ round }: Rotation) => turns[round % turns.length] ?? [];
      const slideOf = ({ current }: Rotation) => slides.find(({ key }) => key === current);
      const art = (at: Rotation): Art => {
        const slide = slideOf(at);
        return slide ? safely(() => artOf(slide, turnOf(at))) : NO_ART;
      };
      seconds = centre.board.secondsPerSlide;

      const followed = follow(rotation, slides.map(({ key }) => key), now); // prettier-ignore
      if (followed.current === rotation.current) rotation = followed;
      else begin(followed, rotation.current === null ? "calm" : "quick");
      const next = advance(rotation, now);
      const addresses = [rotation, next].map((at) => addressOf(art(at)));
      pictures.want(
        addresses.filter((address) => address !== null),
        changed,
      );
      const ready = addresses[1] === null || pictures.state(addresses[1]!) !== "waiting";
      if (rotation.current !== null && now >= due() && ready) begin(next, "calm");

      const slide = slideOf(rotation);
      if (!slide) return { scene: null, turn: turnOf(rotation), wait: Infinity };
      const { picture, film: reel } = art(rotation);
      if (reel && film === "none") film = "playing";
      const shown = picture && pictures.state(mediaUrl(picture)) === "ready" ? picture : null;
      const progress = { at: rotation.order.indexOf(slide.key), of: rotation.order.length };
      return {
        scene: { slide, picture: shown, film: film === "playing" ? reel : null, pace, progress },
        turn: turnOf(rotation),
        wait: now < due() ? due() - now : Infinity,
      };
    },
    filmEnded(now) {
      if (now - rotation.since < seconds * 1000) return true;
      film = "over";
      changed();
      return false;
    },
    filmStuck() {
      film = "over";
      changed();
    },
    stop: () => pictures.stop(),
  };
}

const NO_ART: Art = { picture: null, film: null };

/** A slide that cannot be understood is passed over when it is drawn, not here. */
function safely(art: () => Art): Art {
  try {
    return art();
  } catch {
    return NO_ART;
  }
}

function addressOf({ picture }: Art): string | null {
  return picture && mediaUrl(picture);
}
