/** How a slide looks, of whatever kind: in each language a headline, some words and some facts, beside them a picture. */
import type { VNode } from "preact";
import { say, type Said, type Text } from "#shared/languages.ts";
import type { Media } from "#shared/schema.ts";
import { directionOf } from "#kiosk/language/tongue.ts";
import { Words } from "#kiosk/language/Words.tsx";
import { mediaUrl } from "#kiosk/live/media.ts";
import { Fit } from "./Fit.tsx";
import { Icon, type IconName } from "./icons.tsx";

/** A short fact that stands by itself. */
export interface Fact {
  readonly icon: IconName;
  readonly said: Said;
  readonly tone?: "sun" | "coral";
}

/** The whole slide in one language. */
export interface Voice {
  readonly kicker: string;
  readonly title: Said;
  readonly words: readonly Said[];
  readonly facts: readonly Fact[];
}

interface Props {
  readonly icon: IconName;
  readonly voices: readonly Voice[];
  readonly picture: Media | null;
  readonly film: VNode | null;
}

const FIT_LEVELS = 12;

export function SlideFace({ icon, voices, picture, film }: Props) {
  const art = film ?? (picture && <Picture media={picture} voices={voices} />);
  const shape = film || picture?.kind === "picture" ? "with-picture" : "with-page";
  return (
    <article class={`slide ${art ? shape : ""}`}>
      <Fit class={`voices voices-${voices.length}`} levels={FIT_LEVELS}>
        {voices.map((voice) => (
          <VoiceBlock key={voice.title.language} icon={icon} voice={voice} />
        ))}
      </Fit>
      {art && <div class="art">{art}</div>}
    </article>
  );
}

function VoiceBlock({ icon, voice }: { icon: IconName; voice: Voice }) {
  const { language } = voice.title;
  return (
    <section class="voice" lang={language} dir={directionOf(language)}>
      <p class="kicker">
        <Icon name={icon} />
        <span>{voice.kicker}</span>
      </p>
      <h2>{voice.title.words}</h2>
      {voice.words.map((said) => (
        <p class="words" key={said.words} lang={said.language} dir={directionOf(said.language)}>
          {said.words}
        </p>
      ))}
      {voice.facts.length > 0 && (
        <ul class="facts">
          {voice.facts.map((fact) => (
            <li key={fact.icon} class={fact.tone}>
              <Icon name={fact.icon} />
              <Words said={fact.said} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Picture({ media, voices }: { media: Media; voices: readonly Voice[] }) {
  const [first] = voices;
  const alt = media.alt && first ? say(media.alt, first.title.language) : null;
  return <img src={mediaUrl(media)} alt={alt?.words ?? ""} lang={alt?.language} />;
}

/** A text as the words of a voice, in the voice's language where it has it. */
export function wordsOf(text: Text | null, voice: Said): readonly Said[] {
  const said = text && say(text, voice.language);
  return said ? [said] : [];
}
