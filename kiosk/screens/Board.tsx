/** A whole board, as it looks at one moment. Draws what it is given and decides nothing. */
import type { VNode } from "preact";
import type { PublicCentre } from "#shared/centres/schema.ts";
import type { PackedCode } from "#shared/screens/code.ts";
import { say, type Language, type Said } from "#shared/languages.ts";
import { directionOf } from "#kiosk/language/tongue.ts";
import { tongue } from "#kiosk/language/tongues.ts";
import { voicesOf } from "#kiosk/language/voices.ts";
import { Words } from "#kiosk/language/Words.tsx";
import { panelColours } from "#kiosk/ui/colour.ts";
import { Guard } from "#kiosk/ui/Guard.tsx";
import { SlideFace, wordsOf } from "#kiosk/ui/SlideFace.tsx";
import { Header } from "./Header.tsx";
import type { Motion } from "./motion.ts";
import type { Showing } from "./showing.ts";
import { hasSide, Side } from "./Side.tsx";
import { Stage } from "./Stage.tsx";
import { Ten, type Card } from "./Ten.tsx";

export interface BoardProps {
  readonly centre: PublicCentre;
  readonly showing: Showing;
  readonly turn: readonly Language[];
  /** `null` where nothing is left to show: the centre's welcome stands in. */
  readonly slide: { readonly key: string; readonly node: VNode } | null;
  readonly pace: "calm" | "quick";
  readonly progress: { readonly at: number; readonly of: number };
  readonly cards: readonly Card[];
  readonly motion: Motion;
  readonly code: PackedCode | null;
  /** Of everything that the screen holds. */
  readonly version: number;
}

export function Board(props: BoardProps) {
  const { centre, showing, turn, cards, code, version } = props;
  const [language = "en"] = turn;
  const { panel, deep } = panelColours(centre.brand.colour);
  const side = hasSide(showing, code);
  const shape = `${side ? "" : "no-side"} ${cards.length > 0 ? "" : "no-ten"} spoken-${turn.length}`;
  return (
    <div
      class={`board ${shape}`}
      lang={language}
      dir={directionOf(language)}
      style={{ "--panel": panel, "--deep": deep }}
    >
      <Header centre={centre} clock={showing.clock} turn={turn} />
      <main>
        <div class="slides">
          <Stage slide={props.slide ?? welcomeOf(centre, turn)} pace={props.pace} />
          <Progress {...props.progress} />
        </div>
        <Guard version={version}>
          <Side showing={showing} code={code} turn={turn} />
        </Guard>
      </main>
      {cards.length > 0 && <Jobs {...props} />}
    </div>
  );
}

/** Beyond so many slides, dots say nothing. */
const MOST_DOTS = 12;

function Progress({ at, of }: BoardProps["progress"]) {
  if (of < 2 || of > MOST_DOTS) return null;
  return (
    <div class="progress" aria-hidden="true">
      {Array.from({ length: of }, (_, dot) => (
        <i key={dot} class={dot === at ? "here" : ""} />
      ))}
    </div>
  );
}

function Jobs({ cards, motion, turn }: BoardProps) {
  const [language = "en"] = turn;
  const spoken = (words: (language: Language) => string) =>
    turn.map((each) => <Words key={each} said={{ words: words(each), language: each }} class="line" />);
  return (
    <section class="ten" aria-label={tongue(language).say("jobs.title")}>
      <div class="ten-label">
        <h2>{spoken((each) => tongue(each).say("jobs.title"))}</h2>
        <p>{spoken((each) => tongue(each).count("jobs.today", cards.length))}</p>
      </div>
      <Ten cards={cards} motion={motion} direction={directionOf(language)} />
    </section>
  );
}

function welcomeOf(centre: PublicCentre, turn: readonly Language[]) {
  const voices = turn.map((language) => {
    const words = tongue(language);
    const title: Said = { words: words.say("welcome.title"), language };
    const own: Said = { words: words.say("welcome.words"), language };
    const said = wordsOf(centre.welcome, title);
    const kicker = say(centre.name, language)?.words ?? "";
    return { kicker, title, words: said.length > 0 ? said : [own], facts: [] };
  });
  const node = <SlideFace icon="centre" voices={voices} picture={null} film={null} />;
  return { key: `welcome ${turn.join()} ${voicesOf(centre.name, turn).length}`, node };
}

/** Where the screen has no centre yet: calm, and nothing that looks like a fault. */
export function Empty({ word }: { word: "welcome" | "setup" }) {
  const words = tongue("en");
  return (
    <main class="empty">
      <h1>{words.say(`${word}.title`)}</h1>
      <p>{words.say(`${word}.words`)}</p>
    </main>
  );
}
