/** A leaflet on the board: what it helps with, beside its first page, and the languages it comes in. */
import { LANGUAGES, type Language, type Said } from "#shared/languages.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import { namesOf } from "#kiosk/language/names.ts";
import { tongue } from "#kiosk/language/tongues.ts";
import { voicesOf } from "#kiosk/language/voices.ts";
import type { Art, SlideProps } from "#kiosk/ui/slide.ts";
import { SlideFace, wordsOf, type Voice } from "#kiosk/ui/SlideFace.tsx";

export function LeafletSlide({ body, turn, picture }: SlideProps<"leaflet">) {
  const voices = voicesOf(body.title, turn).map((title) => voiceOf(body, title));
  return <SlideFace icon="leaflet" voices={voices} picture={picture} film={null} />;
}

/** The first page as printed, in the language of the turn where it was printed in it. */
export function artOfLeaflet(leaflet: Leaflet, turn: readonly Language[]): Art {
  for (const language of [...turn, leaflet.title.original, ...LANGUAGES]) {
    const page = leaflet.pdfs[language]?.pages[0];
    if (page) return { picture: page, film: null };
  }
  return { picture: leaflet.picture, film: null };
}

function voiceOf(leaflet: Leaflet, title: Said): Voice {
  const words = tongue(title.language);
  const languages = LANGUAGES.filter((language) => leaflet.title.words[language] ?? leaflet.pdfs[language]);
  const said = { words: words.say("also.in", { languages: namesOf(languages) }), language: title.language };
  return {
    kicker: words.say("slide.leaflet"),
    title,
    words: wordsOf(leaflet.summary, title),
    facts: languages.length > 1 ? [{ icon: "languages", said }] : [],
  };
}
