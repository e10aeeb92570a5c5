/** `/c/SLUG`: a centre on a phone. The ten, what's on, when an adviser is there, who is welcome. */
import type { PublicCentre } from "#shared/centres/schema.ts";
import type { Agenda, Listed } from "./agenda.ts";
import { closingInWords } from "./dates.ts";
import { Events, Sessions } from "./Coming.tsx";
import { patternsInWords, placesInWords, travelInWords } from "./facts.ts";
import { Layout, Logo } from "./Layout.tsx";
import { payInWords } from "./pay.ts";
import { Section } from "./Section.tsx";
import { Prose, Said, plain } from "./text.tsx";
import { Visiting } from "./Visiting.tsx";
import { Pay } from "./VacancyPage.tsx";
import { linkTo, type Visit } from "./visit.ts";

interface CentrePageProps {
  readonly visit: Visit;
  readonly centre: PublicCentre;
  readonly agenda: Agenda;
}

export function CentrePage({ visit, centre, agenda }: CentrePageProps) {
  const { words } = visit;
  const name = plain(centre.name, words);
  return (
    <Layout visit={visit} title={name} description={words("centre.description", { centre: name })}>
      <div class="hero">
        <Logo centre={centre} />
        <h1>
          <Said text={centre.name} words={words} />
        </h1>
        {centre.address && (
          <p>
            <Said text={centre.address} words={words} />
          </p>
        )}
      </div>
      <nav class="parts screen-only" aria-label={words("parts")}>
        <a href="#jobs">{words("jobs.title")}</a> <a href="#on">{words("on.title")}</a>{" "}
        <a href="#visit">{words("visit.title")}</a>
      </nav>
      <Notices visit={visit} notices={agenda.notices} />
      <div class="columns">
        <Sessions visit={visit} sessions={agenda.sessions} />
        <div class="main">
          <Jobs visit={visit} ten={agenda.ten} />
          <Events visit={visit} events={agenda.events} />
        </div>
        <div class="side">
          {centre.welcome && (
            <Section id="welcome" icon="welcome" title={words("welcome.title")}>
              <Prose text={centre.welcome} words={words} marked />
            </Section>
          )}
          <Visiting visit={visit} centre={centre} />
          <Leaflets visit={visit} leaflets={agenda.leaflets} />
        </div>
      </div>
    </Layout>
  );
}

function Notices({
  visit: { words },
  notices,
}: {
  readonly visit: Visit;
  readonly notices: readonly Listed<"notice">[];
}) {
  if (notices.length === 0) return null;
  return (
    <Section id="notices" icon="news" title={words("notices.title")}>
      <ul class="plain">
        {notices.map(({ shown: { body } }) => (
          <li class={body.urgent ? "urgent" : undefined}>
            <h3>
              {body.urgent && <span class="flag">{words("notices.urgent")}</span>}{" "}
              <Said text={body.title} words={words} marked />
            </h3>
            {body.text && <Prose text={body.text} words={words} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Jobs({ visit, ten }: { readonly visit: Visit; readonly ten: Agenda["ten"] }) {
  const { words } = visit;
  return (
    <Section id="jobs" icon="briefcase" title={words("jobs.title")}>
      {ten.length === 0 && <p>{words("jobs.none")}</p>}
      <ol class="plain">
        {ten.map((one) => (
          <Job visit={visit} {...one} />
        ))}
      </ol>
    </Section>
  );
}

function Job({ visit, id, shown, placement }: Agenda["ten"][number] & { readonly visit: Visit }) {
  const { words } = visit;
  const vacancy = shown.body;
  const pay = vacancy.pay && payInWords(words, vacancy.pay, vacancy.title.original);
  const facts = [
    ...patternsInWords(words, vacancy).slice(0, 2),
    placement.travel ? travelInWords(words, placement.travel) : placesInWords(vacancy)[0],
  ].filter(Boolean);
  return (
    <li>
      <h3>
        <a href={linkTo(visit, `/j/${id}`, "language-and-centre")}>
          <Said text={vacancy.title} words={words} marked />
        </a>
      </h3>
      {vacancy.employer && (
        <p>
          <bdi>{vacancy.employer}</bdi>
        </p>
      )}
      {pay && <Pay pay={pay} words={words} predicted={false} />}
      {facts.length > 0 && (
        <p class="facts">
          {facts.map((fact) => (
            <bdi>{fact}</bdi>
          ))}
        </p>
      )}
      {shown.until !== null && (
        <p class="until">{closingInWords(words, Date.parse(shown.until), visit.now)}</p>
      )}
    </li>
  );
}

function Leaflets({
  visit,
  leaflets,
}: {
  readonly visit: Visit;
  readonly leaflets: readonly Listed<"leaflet">[];
}) {
  const { words } = visit;
  if (leaflets.length === 0) return null;
  return (
    <Section id="leaflets" icon="leaflet" title={words("leaflets.title")}>
      <ul class="plain">
        {leaflets.map(({ id, shown: { body } }) => (
          <li>
            <a href={linkTo(visit, `/l/${id}`, "language-and-centre")}>
              <Said text={body.title} words={words} marked />
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
