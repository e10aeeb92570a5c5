/** `/j/ID`: a vacancy to take home. */
import type { Shown } from "#shared/item.ts";
import type { Placement } from "#shared/vacancies/placement.ts";
import type { Vacancy } from "#shared/vacancies/schema.ts";
import { closingInWords } from "./dates.ts";
import { goodToKnow, hoursInWords, patternsInWords, placesInWords, travelInWords, vacancyInALine, webAddress } from "./facts.ts"; // prettier-ignore
import { Icon } from "./Icon.tsx";
import { JsonLd, jobPosting } from "./jsonld.tsx";
import { Layout, WayOn } from "./Layout.tsx";
import { payInWords, type PayInWords } from "./pay.ts";
import { Prose, Said, plain } from "./text.tsx";
import type { Visit } from "./visit.ts";
import type { Words } from "./words.ts";

interface VacancyPageProps {
  readonly visit: Visit;
  readonly id: string;
  readonly shown: Shown<"vacancy">;
  /** How the visit's centre has placed it. */
  readonly placement: Placement | null;
}

export function VacancyPage({ visit, id, shown, placement }: VacancyPageProps) {
  const { words } = visit;
  const vacancy = shown.body;
  const pay = vacancy.pay && payInWords(words, vacancy.pay, vacancy.title.original);
  return (
    <Layout
      visit={visit}
      title={plain(vacancy.title, words)}
      description={vacancyInALine(words, vacancy, pay?.offered ?? null)}
    >
      <JsonLd data={jobPosting(visit, shown, id)} />
      {shown.until !== null && (
        <p class="closes">
          <Icon name="clock" /> {closingInWords(words, Date.parse(shown.until), visit.now)}
        </p>
      )}
      <h1>
        <Said text={vacancy.title} words={words} marked />
      </h1>
      {vacancy.employer && (
        <p class="employer">
          <bdi>{vacancy.employer}</bdi>
        </p>
      )}
      {pay && <Pay pay={pay} words={words} predicted={vacancy.pay?.predicted ?? false} />}
      <div class="cards">
        <Card
          icon="clock"
          title={words("job.hours")}
          facts={[...patternsInWords(words, vacancy), ...hoursInWords(words, vacancy)]}
        />
        <Where visit={visit} vacancy={vacancy} placement={placement} />
        <Card icon="check" title={words("job.good")} facts={goodToKnow(words, vacancy)} />
      </div>
      {vacancy.description && (
        <section class="card">
          <h2>
            <Icon name="briefcase" /> {words("job.about")}
          </h2>
          <Prose text={vacancy.description} words={words} marked />
        </section>
      )}
      <Apply words={words} vacancy={vacancy} />
      <WayOn visit={visit} said="job.others" />
    </Layout>
  );
}

export function Pay({
  pay,
  words,
  predicted,
}: {
  readonly pay: PayInWords;
  readonly words: Words;
  readonly predicted: boolean;
}) {
  return (
    <>
      <p class="pay">
        <strong dir={pay.verbatim ? "auto" : undefined}>{pay.offered}</strong>{" "}
        {pay.perHour && <span>{pay.perHour}</span>}
      </p>
      {predicted && <p class="aside">{words("pay.estimated")}</p>}
    </>
  );
}

function Card({
  icon,
  title,
  facts,
}: {
  readonly icon: "clock" | "check";
  readonly title: string;
  readonly facts: readonly string[];
}) {
  if (facts.length === 0) return null;
  return (
    <section class="card">
      <h2>
        <Icon name={icon} /> {title}
      </h2>
      <ul class="plain">
        {facts.map((fact) => (
          <li>
            <bdi>{fact}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Where({
  visit,
  vacancy,
  placement,
}: {
  readonly visit: Visit;
  readonly vacancy: Vacancy;
  readonly placement: Placement | null;
}) {
  const { words, centre } = visit;
  const places = placesInWords(vacancy);
  const travel = placement?.travel ?? null;
  if (places.length === 0 && travel === null) return null;
  return (
    <section class="card">
      <h2>
        <Icon name="pin" /> {words("job.where")}
      </h2>
      <ul class="plain">
        {places.map((place) => (
          <li>
            <bdi>{place}</bdi>
          </li>
        ))}
      </ul>
      {travel && centre && (
        <p>
          {words("travel.title", { centre: plain(centre.name, words) })}
          <br />
          <strong>{travelInWords(words, travel)}</strong>
        </p>
      )}
    </section>
  );
}

function Apply({ words, vacancy }: { readonly words: Words; readonly vacancy: Vacancy }) {
  const address = webAddress(vacancy.applyUrl);
  return (
    <section class="card apply">
      <h2>
        <Icon name="way" /> {words("job.apply")}
      </h2>
      {vacancy.apply && <Prose text={vacancy.apply} words={words} marked />}
      {address && (
        <>
          <p>
            <a class="button" href={address.href} rel="noopener noreferrer nofollow">
              {words("job.applyLink")}
            </a>
          </p>
          <p class="aside screen-only">{words("job.applyOpens", { host: address.hostname })}</p>
        </>
      )}
      {!address && !vacancy.apply && <p>{words("job.ask")}</p>}
      {vacancy.reference && <p class="aside">{words("job.reference", { reference: vacancy.reference })}</p>}
    </section>
  );
}
