/** A job: what, where and how to get there, pay, hours over a school day, what is needed, how to apply. */
import { closingWords } from "#kiosk/language/closing.ts";
import { whenWords } from "#kiosk/language/dates.ts";
import { inLanguage } from "#kiosk/language/speech.ts";
import { jobById, type Job } from "#kiosk/live/offered.ts";
import { hostOf } from "#kiosk/ui/hostOf.ts";
import { AskButton } from "#kiosk/ui/touch/AskButton.tsx";
import { Card } from "#kiosk/ui/touch/Card.tsx";
import { Gone } from "#kiosk/ui/touch/Gone.tsx";
import { useKiosk, useSay } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import { Paragraphs, TitleText } from "#kiosk/ui/touch/Said.tsx";
import { KeepButton, TakeButton } from "#kiosk/ui/touch/TakeButtons.tsx";
import type { Place } from "#kiosk/ui/touch/visit.ts";
import { workingDay } from "./day.ts";
import { Day } from "./Day.tsx";
import { goodToKnow, payLines, placesOf } from "./facts.ts";
import { Questions } from "./Questions.tsx";
import { Sketch, wayWords } from "./Sketch.tsx";
import { pointOf, wayBetween } from "./way.ts";
import { travelWords } from "./words.ts";

export function JobPage({ place }: { place: Place }) {
  const { speech, offered } = useKiosk();
  const job = place.id === undefined ? undefined : jobById(offered.jobs, place.id);
  if (!job) {
    return <Gone title={speech.t("gone.vacancy.title")} text={speech.t("gone.vacancy.text")} to="jobs" />;
  }
  const item = { kind: "vacancy", id: job.id } as const;
  const { vacancy, until } = job;
  return (
    <Page
      title={<TitleText text={vacancy.title} />}
      shape="detail"
      aside={
        <>
          {until !== null && (
            <p class="closing" data-read>
              <Pic name="clock" />
              <span>{closingWords(speech, until, offered.today)}</span>
            </p>
          )}
          <KeepButton item={item} />
        </>
      }
      actions={
        <>
          <TakeButton items={[item]} />
          <AskButton item={item} />
        </>
      }
    >
      {vacancy.employer && (
        <p class="employer-name" data-read>
          <bdi>{vacancy.employer}</bdi>
        </p>
      )}
      <PayLine job={job} />
      <Facts job={job} />
    </Page>
  );
}

function PayLine({ job }: { readonly job: Job }) {
  const { speech } = useKiosk();
  const [offered, ...more] = payLines(speech, job.vacancy);
  return (
    <p class="pay-line" data-read>
      <strong>
        <bdi>{offered}</bdi>
      </strong>
      {more.map((words) => (
        <span key={words}>
          <bdi>{words}</bdi>
        </span>
      ))}
      {job.vacancy.pay?.predicted && <span>{speech.t("pay.estimated")}</span>}
    </p>
  );
}

function Facts({ job }: { readonly job: Job }) {
  const { speech } = useKiosk();
  const { vacancy } = job;
  const day = workingDay(vacancy.hours?.text ?? null);
  const facts = goodToKnow(speech, vacancy);
  return (
    <div class="boxes">
      {day && (
        <Card pic="clock" title={speech.t("job.days")} wide>
          <Day day={day} vacancy={vacancy} />
        </Card>
      )}
      <Where job={job} />
      {facts.length > 0 && (
        <Card pic="baby" title={speech.t("job.good")}>
          <ul class="plain ticks">
            {facts.map((fact) => (
              <li key={fact} data-read>
                <Pic name="check" />
                <bdi>{fact}</bdi>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Questions />
      <Description job={job} />
      <Apply job={job} />
      <WhoToAsk />
    </div>
  );
}

function Where({ job }: { readonly job: Job }) {
  const { speech, offered } = useKiosk();
  const { vacancy, placement } = job;
  const [from, to] = [pointOf(offered.centre), pointOf(vacancy.locations[0])];
  const way = from && to && wayBetween(from, to);
  const places = placesOf(vacancy);
  if (!way && places.length === 0 && !placement.travel && !vacancy.remote) return null;
  return (
    <Card pic="place" title={speech.t("job.way")}>
      <div class="way">
        <div>
          {placement.travel && (
            <p class="travel" data-read>
              <Pic name={placement.travel.by} />
              <b>{travelWords(speech, placement.travel)}</b>
            </p>
          )}
          {vacancy.remote && <p data-read>{speech.t("job.at-home")}</p>}
          {places.map((words) => (
            <p key={words} data-read>
              <bdi>{words}</bdi>
            </p>
          ))}
          {way && <p data-read>{wayWords(speech, way)}</p>}
        </div>
        {way && <Sketch way={way} />}
      </div>
    </Card>
  );
}

function Description({ job }: { readonly job: Job }) {
  const { speech, visit } = useKiosk();
  const said = useSay();
  const { description } = job.vacancy;
  if (!description) return null;
  const { language } = said(description);
  return (
    <Card pic="todo" title={speech.t("job.what")} wide>
      {language !== visit.language && (
        <p class="hint" data-read>
          {speech.t("job.advert", { language: inLanguage(speech, language) })}
        </p>
      )}
      <Paragraphs text={description} />
    </Card>
  );
}

function Apply({ job }: { readonly job: Job }) {
  const { speech } = useKiosk();
  const { apply, applyUrl, reference } = job.vacancy;
  return (
    <Card pic="briefcase" title={speech.t("job.apply")} wide>
      {apply && <Paragraphs text={apply} />}
      {applyUrl && (
        <p data-read>
          {speech.t("job.apply-code")} <bdi class="address">{hostOf(applyUrl)}</bdi>
        </p>
      )}
      {reference && !reference.startsWith("demo-") && (
        <p class="hint">{speech.t("job.reference", { reference: `\u2068${reference}\u2069` })}</p>
      )}
    </Card>
  );
}

/** Whoever helps with it: the adviser, with the next time; the desk; the centre's own number. */
function WhoToAsk() {
  const { speech, offered } = useKiosk();
  const next = offered.events
    .flatMap(({ event, times }) => {
      const time = event.session && times.find(({ cancelled }) => !cancelled);
      return time ? [{ name: event.session?.name, time }] : [];
    })
    .toSorted((one, other) => one.time.starts - other.time.starts)[0];
  const when = next && whenWords(speech, next.time, offered.today);
  const { phone } = offered.centre;
  return (
    <Card pic="adviser" title={speech.t("job.who")} wide>
      {when && (
        <p data-read>
          {next.name
            ? speech.t("job.who-name", { name: `\u2068${next.name}\u2069`, when })
            : speech.t("job.who-adviser", { when })}
        </p>
      )}
      <p data-read>{speech.t("job.who-here")}</p>
      {phone && <p data-read>{speech.t("adviser.ring", { phone: `\u2066${phone}\u2069` })}</p>}
    </Card>
  );
}
