/** The centre's own name, the day and the time. */
import type { PublicCentre } from "#shared/centres/schema.ts";
import type { Language } from "#shared/languages.ts";
import { clockFace, dateWords } from "#kiosk/language/dates.ts";
import { tongue } from "#kiosk/language/tongues.ts";
import { voicesOf } from "#kiosk/language/voices.ts";
import { Words } from "#kiosk/language/Words.tsx";
import { mediaUrl } from "#kiosk/live/media.ts";
import { Fit } from "#kiosk/ui/Fit.tsx";
import { Icon } from "#kiosk/ui/icons.tsx";
import type { Showing } from "./showing.ts";

interface Props {
  readonly centre: PublicCentre;
  readonly clock: Showing["clock"];
  readonly turn: readonly Language[];
}

const FIT_LEVELS = 4;

export function Header({ centre, clock, turn }: Props) {
  const { logo } = centre.brand;
  return (
    <header>
      {logo ? (
        <img class="logo" src={mediaUrl(logo)} alt="" />
      ) : (
        <span class="logo">
          <Icon name="centre" />
        </span>
      )}
      <Fit class="names" levels={FIT_LEVELS}>
        <h1>
          {voicesOf(centre.name, turn).map((said) => (
            <Words key={said.language} said={said} class="line" />
          ))}
        </h1>
      </Fit>
      {clock && (
        <p class="date">
          {turn.map((language) => (
            <Words
              key={language}
              said={{ words: dateWords(tongue(language), clock.day), language }}
              class="line"
            />
          ))}
        </p>
      )}
      {clock && <p class="clock">{clockFace(clock.minutes)}</p>}
    </header>
  );
}
