/** One of the ten, as it runs along the board. */
import type { Language } from "#shared/languages.ts";
import type { Travel } from "#shared/vacancies/placement.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import { directionOf } from "#kiosk/language/tongue.ts";
import { tongue } from "#kiosk/language/tongues.ts";
import { voicesOf } from "#kiosk/language/voices.ts";
import { Words } from "#kiosk/language/Words.tsx";
import { Fit } from "#kiosk/ui/Fit.tsx";
import { factWords, payWords } from "./words.ts";

interface Props {
  readonly vacancy: Vacancy;
  readonly travel: Travel | null;
  /** From 1. */
  readonly number: number;
  readonly turn: readonly Language[];
}

const FIT_LEVELS = 6;

export function VacancyCard({ vacancy, travel, number, turn }: Props) {
  const [first = "en"] = turn;
  return (
    <article class="job" lang={first} dir={directionOf(first)}>
      <Fit class="job-words" levels={FIT_LEVELS}>
        <div class="job-lines">
          <div class="job-title">
            <span class="number">{number}</span>
            <h3>
              {voicesOf(vacancy.title, turn).map((said) => (
                <Words key={said.language} said={said} class="line" />
              ))}
            </h3>
          </div>
          {vacancy.employer && <p class="employer">{vacancy.employer}</p>}
          <p class="pay">
            <Pieces pieces={payWords(turn.map(tongue), vacancy.pay)} />
          </p>
          {turn.map((language) => (
            <p class="job-facts" key={language} lang={language} dir={directionOf(language)}>
              <Pieces pieces={factWords(tongue(language), vacancy, travel)} />
            </p>
          ))}
        </div>
      </Fit>
    </article>
  );
}

/** Facts in a row that each stay whole: what finds no room is left out, never cut. */
function Pieces({ pieces }: { pieces: readonly string[] }) {
  return (
    <span class="pieces">
      {pieces.map((piece) => (
        <span class="piece" key={piece}>
          <bdi>{piece}</bdi>
        </span>
      ))}
    </span>
  );
}
