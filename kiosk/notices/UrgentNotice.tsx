/** An urgent notice takes the whole screen, in every language of the centre that it was written in. */
import type { Language } from "#shared/languages.ts";
import type { Notice } from "#shared/notices/schema.ts";
import { directionOf } from "#kiosk/language/tongue.ts";
import { tongue } from "#kiosk/language/tongues.ts";
import { voicesOf } from "#kiosk/language/voices.ts";
import { Fit } from "#kiosk/ui/Fit.tsx";
import { Icon } from "#kiosk/ui/icons.tsx";
import { wordsOf } from "#kiosk/ui/SlideFace.tsx";

const FIT_LEVELS = 12;

export function UrgentNotice({ notice, languages }: { notice: Notice; languages: readonly Language[] }) {
  const voices = voicesOf(notice.title, languages);
  return (
    <main class="urgent">
      <Icon name="urgent" />
      <Fit class={`voices voices-${voices.length}`} levels={FIT_LEVELS}>
        {voices.map((title) => (
          <section
            class="voice"
            role="alert"
            key={title.language}
            lang={title.language}
            dir={directionOf(title.language)}
          >
            <p class="kicker">{tongue(title.language).say("urgent.title")}</p>
            <h1>{title.words}</h1>
            {wordsOf(notice.text, title).map((said) => (
              <p class="words" key={said.language} lang={said.language} dir={directionOf(said.language)}>
                {said.words}
              </p>
            ))}
          </section>
        ))}
      </Fit>
    </main>
  );
}
