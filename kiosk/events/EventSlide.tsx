/** An event on the board: what, when, where, and whether the children can come. */
import type { Event } from "#shared/events/schema.ts";
import type { Said } from "#shared/languages.ts";
import { whenWords } from "#kiosk/language/dates.ts";
import { namesOf } from "#kiosk/language/names.ts";
import type { Tongue } from "#kiosk/language/tongue.ts";
import { tongue } from "#kiosk/language/tongues.ts";
import { voicesOf } from "#kiosk/language/voices.ts";
import type { Art, SlideProps } from "#kiosk/ui/slide.ts";
import { SlideFace, wordsOf, type Fact, type Voice } from "#kiosk/ui/SlideFace.tsx";

export function EventSlide(props: SlideProps<"event">) {
  const voices = voicesOf(props.body.title, props.turn).map((title) => voiceOf(props, title));
  return <SlideFace icon="calendar" voices={voices} picture={props.picture} film={null} />;
}

export function artOfEvent(event: Event): Art {
  return { picture: event.picture, film: null };
}

function voiceOf({ body, occurrence, today }: SlideProps<"event">, title: Said): Voice {
  const words = tongue(title.language);
  const own = (said: string): Said => ({ words: said, language: title.language });
  const facts: Fact[] = [];
  if (occurrence) facts.push({ icon: "clock", said: own(whenWords(words, occurrence, today)), tone: "sun" });
  if (occurrence?.cancelled) facts.push({ icon: "notice", said: own(words.say("event.cancelled")), tone: "coral" }); // prettier-ignore
  for (const said of wordsOf(body.place, title)) facts.push({ icon: "place", said });
  return {
    kicker: words.say("slide.event"),
    title,
    words: [body.summary, body.capacity ?? null, body.booking].flatMap((text) => wordsOf(text, title)),
    facts: [...facts, ...extras(body, words, own)],
  };
}

function extras(body: Event, words: Tongue, own: (said: string) => Said): readonly Fact[] {
  const facts: Fact[] = [];
  if (body.creche) facts.push({ icon: "baby", said: own(words.say(`event.creche-${body.creche}`)) });
  if (body.free) facts.push({ icon: "free", said: own(words.say("event.free")) });
  if (body.languages.some((language) => language !== "en")) {
    facts.push({
      icon: "languages",
      said: own(words.say("also.in", { languages: namesOf(body.languages) })),
    });
  }
  return facts;
}
