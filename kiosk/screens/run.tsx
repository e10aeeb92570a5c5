/** Runs a board: looks what there is to show, draws it, and looks again when that may have changed. */
import { render, type VNode } from "preact";
import type { PublicCentre } from "#shared/centres/schema.ts";
import type { Language } from "#shared/languages.ts";
import type { Media } from "#shared/schema.ts";
import { learn, speaks } from "#kiosk/language/tongues.ts";
import { turnsOf } from "#kiosk/language/voices.ts";
import type { Live } from "#kiosk/live/live.ts";
import { whenever } from "#kiosk/live/value.ts";
import { fitAgain } from "#kiosk/ui/Fit.tsx";
import { Guard } from "#kiosk/ui/Guard.tsx";
import { wearScripts } from "#kiosk/ui/scripts.ts";
import type { Art } from "#kiosk/ui/slide.ts";
import { Board, Empty } from "./Board.tsx";
import { createDirector, type Scene } from "./director.ts";
import { drawInFrames } from "./frame.ts";
import { whatShows, type AnySlide, type Job, type Showing, type SlideItem } from "./showing.ts";

/** What each kind of item looks like. */
export interface Faces {
  art(slide: AnySlide, turn: readonly Language[]): Art;
  slide(slide: AnySlide, around: Around): VNode | null;
  card(job: Job, number: number, turn: readonly Language[]): VNode;
  urgent(notice: SlideItem<"notice">, languages: readonly Language[]): VNode;
}

export interface Around {
  readonly turn: readonly Language[];
  readonly today: string | null;
  readonly picture: Media | null;
  readonly film: VNode | null;
}

interface Parts {
  readonly live: Live;
  readonly root: HTMLElement;
  readonly faces: Faces;
  /** Who decides which slide is on; by default each has its turn. */
  readonly direct?: typeof createDirector;
  /** A slide's turn begins, or the screen sleeps: the best moments for a reload. */
  readonly turned: () => void;
  readonly fault: (error: unknown) => void;
}

/** A slide that leaves at once is off the glass after so long (ms). */
const LEAVING = 200;
/** How long the first picture waits for the centre's languages, and until they are asked for again (ms). */
const TONGUES = 3_000;
const AGAIN = 60_000;

/** Returns the stop. */
export function runBoard({ live, root, faces, turned, fault, direct = createDirector }: Parts): () => void {
  const frames = drawInFrames(look, () => settle());
  const director = direct(faces.art, frames.ask, turned);
  const broken = new Map<string, number>();
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const started = performance.now();
  let Film: typeof import("#kiosk/ui/Film.tsx").Film | null = null;
  let asked = { at: -Infinity, languages: "" };
  let drawn: number | null = null;
  let leaving = false;
  let shown: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let painting: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    const showing = whatShows(live.holdings.value, live.clock.now(), live.about.value?.own);
    let wait = showing.nextChange;
    drawn = null;
    try {
      const view = viewOf(showing);
      wait = Math.min(wait, view.wait);
      render(view.node, root);
      wearScripts(root);
      if (view.whole) drawn = live.holdings.value.version;
      live.shows(view.what);
    } catch (error) {
      // What failed halfway cannot be mended in place.
      render(null, root);
      render(<Empty word="welcome" />, root);
      fault(error);
    }
    clearTimeout(timer);
    timer = setTimeout(frames.ask, wait);
  }

  function settle(): void {
    clearTimeout(painting);
    if (drawn === null) return;
    const version = drawn;
    if (leaving) painting = setTimeout(() => live.painted(version), LEAVING);
    else live.painted(version);
    leaving = false;
  }

  interface View {
    readonly node: VNode | null;
    /** What the console calls it: a slide's key and its languages, or a word. */
    readonly what: string;
    readonly wait: number;
    /** Whether everything that is held has its place in it. */
    readonly whole: boolean;
  }

  function viewOf(showing: Showing): View {
    const { centre, urgent } = showing;
    if (!centre) {
      if (live.state.value === "starting") return { node: null, what: "", wait: Infinity, whole: false };
      const word = live.state.value === "no-such-centre" ? "setup" : "welcome";
      return { node: <Empty word={word} />, what: word, wait: Infinity, whole: true };
    }
    const waitForTongues = learnFor(centre);
    if (waitForTongues > 0) return { node: null, what: "", wait: waitForTongues, whole: false };
    if (urgent && !isBroken(urgent)) {
      const face = guarded(urgent, faces.urgent(urgent, languagesOf(centre)));
      return { node: face, what: urgent.key, wait: Infinity, whole: true };
    }
    if (showing.awake) return boardOf(showing, centre);
    turned();
    return { node: <div class="sleep" />, what: "asleep", wait: Infinity, whole: true };
  }

  function boardOf(showing: Showing, centre: PublicCentre): View {
    for (const key of broken.keys())
      if (!showing.slides.some((slide) => slide.key === key)) broken.delete(key);
    const slides = showing.slides.filter((slide) => !isBroken(slide));
    const { scene, turn, wait } = director.direct(slides, centre, performance.now());
    const today = showing.clock?.day ?? null;
    const key = scene ? `${scene.slide.key} ${turn.join()}` : null;
    const pace = scene?.pace ?? "quick";
    leaving ||= pace === "quick" && key !== shown;
    shown = key;
    const spoken = turn.slice(0, 2);
    const cards = showing.ten.map((job, at) => ({
      key: job.key,
      node: <Guard version={job.version}>{faces.card(job, at + 1, spoken)}</Guard>,
    }));
    const node = (
      <Board
        centre={centre}
        showing={showing}
        turn={turn}
        slide={scene && key ? { key, node: faceOf(scene, turn, today) } : null}
        pace={pace}
        progress={scene?.progress ?? { at: 0, of: 0 }}
        cards={cards}
        motion={still.matches ? "pages" : centre.board.motion}
        code={live.about.value?.code ?? null}
        version={live.holdings.value.version}
      />
    );
    return { node, what: key ?? "welcome", wait, whole: true };
  }

  function faceOf({ slide, picture, film }: Scene, turn: readonly Language[], today: string | null): VNode {
    return guarded(slide, faces.slide(slide, { turn, today, picture, film: film && playerOf(film) }));
  }

  /** Few boards show a film, so the player is fetched with the first one. */
  function playerOf(film: Media): VNode | null {
    if (Film)
      return (
        <Film
          key={film.id}
          media={film}
          onEnd={() => director.filmEnded(performance.now())}
          onStuck={director.filmStuck}
        />
      );
    import("#kiosk/ui/Film.tsx").then((fetched) => {
      Film = fetched.Film;
      frames.ask();
    }, director.filmStuck);
    return null;
  }

  /** What cannot be drawn is passed over until it is changed. */
  function guarded({ key, version }: AnySlide, face: VNode | null): VNode {
    const onFail = () => {
      broken.set(key, version);
      frames.ask();
    };
    return (
      <Guard version={version} onFail={onFail}>
        {face}
      </Guard>
    );
  }

  function isBroken({ key, version }: AnySlide): boolean {
    if (broken.get(key) !== version) broken.delete(key);
    return broken.has(key);
  }

  /** Milliseconds to wait for the centre's languages; if they do not come, English stands in. */
  function learnFor(centre: PublicCentre): number {
    const missing = languagesOf(centre).filter((language) => !speaks(language));
    const now = performance.now();
    if (missing.length === 0) return 0;
    if (now - asked.at > AGAIN || asked.languages !== missing.join()) {
      asked = { at: now, languages: missing.join() };
      void learn(missing).then(frames.ask);
    }
    return root.firstChild === null ? Math.max(0, started + TONGUES - now) : 0;
  }

  function resized(): void {
    fitAgain();
    frames.ask();
  }

  const following = whenever([live.holdings, live.state, live.about, live.attuned], frames.ask);
  addEventListener("resize", resized);
  document.addEventListener("visibilitychange", frames.ask);
  document.fonts.addEventListener("loadingdone", fitAgain);
  still.addListener(frames.ask);

  return () => {
    following();
    removeEventListener("resize", resized);
    document.removeEventListener("visibilitychange", frames.ask);
    document.fonts.removeEventListener("loadingdone", fitAgain);
    still.removeListener(frames.ask);
    clearTimeout(timer);
    clearTimeout(painting);
    director.stop();
    frames.stop();
    render(null, root);
  };
}

function languagesOf(centre: PublicCentre): readonly Language[] {
  return [...new Set(turnsOf(centre).flat())];
}
