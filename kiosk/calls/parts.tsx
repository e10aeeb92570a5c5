/** What the pages of a call share. */
import type { About, When, Way } from "#shared/calls/call.ts";
import { promiseOf } from "#shared/calls/hours.ts";
import type { CallOffer } from "#shared/calls/offer.ts";
import { readingAt } from "#shared/london.ts";
import { clockWords } from "#kiosk/language/closing.ts";
import { dayWords } from "#kiosk/language/dates.ts";
import { titleOf } from "#kiosk/live/offered.ts";
import { useKiosk, useSay, type Kiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Pic, type PicName } from "#kiosk/ui/touch/Pic.tsx";
import type { Keepable } from "#kiosk/ui/touch/visit.ts";
import type { Calls } from "./calls.ts";
import { useWords } from "./words.ts";

/** What every page is given on which somebody asks. */
export interface Asking {
  readonly calls: Calls;
  readonly offer: CallOffer;
  readonly about: Keepable | null;
  readonly topic: About;
}

/** How far one is: three steps, and a word for whoever cannot see them. */
export function Steps({ at }: { readonly at: 1 | 2 | 3 }) {
  return (
    <p class="call-steps" role="img" aria-label={`${at} / 3`}>
      {[1, 2, 3].map((step) => (
        <i key={step} class={step <= at ? "gone" : ""} />
      ))}
    </p>
  );
}

interface ChoiceProps {
  readonly pic: PicName;
  readonly title: string;
  readonly about?: string;
  act(): void;
}

export function Choice({ pic, title, about, act }: ChoiceProps) {
  return (
    <button type="button" class="call-choice" onClick={act}>
      <Pic name={pic} />
      <span>
        <b data-read>{title}</b>
        {about && <span data-read>{about}</span>}
      </span>
    </button>
  );
}

/** "Today, 5pm", as London's clocks have it. */
export function instantWords({ speech, offered }: Kiosk, at: number): string {
  const day = dayWords(speech, readingAt(at).day, offered.today);
  return speech.say("when.at", { day, times: clockWords(speech, at) });
}

/** Who rings and when: the team is there, or from when on it is. */
export function TeamWords({
  offer,
  way = "ring",
  when = "soon",
}: {
  offer: CallOffer;
  way?: Way;
  when?: When;
}) {
  const kiosk = useKiosk();
  const t = useWords();
  const { at } = kiosk.offered;
  if (at === null) return <>{t("closed-unknown")}</>;
  const { open, until, from } = promiseOf(offer.team, way, when, at);
  if (!open) return <>{from > at ? t("closed", { when: instantWords(kiosk, from) }) : t("closed-unknown")}</>;
  if (until === null || readingAt(until).day !== readingAt(at).day) return <>{t("open-always")}</>;
  return <>{t("open", { time: clockWords(kiosk.speech, until) })}</>;
}

/** What it is about: the job itself, else the topic. */
export function AboutWords({ about, topic }: Pick<Asking, "about" | "topic">) {
  const { offered } = useKiosk();
  const said = useSay();
  const t = useWords();
  const title = about && titleOf(about, offered);
  return (
    <p data-read>{t("about", { what: title ? `\u2068${said(title).words}\u2069` : t(`topic.${topic}`) })}</p>
  );
}

/** What it is about, and who rings when. */
export function Lead({ asking, way, when }: { asking: Asking; way?: Way; when?: When }) {
  return (
    <div class="lead">
      <AboutWords {...asking} />
      <p data-read>
        <TeamWords offer={asking.offer} {...(way ? { way } : {})} {...(when ? { when } : {})} />
      </p>
    </div>
  );
}

/** What is kept, and for how long. */
export function Safe({ words }: { readonly words: string }) {
  return (
    <p class="call-promise" data-read>
      <Pic name="safe" />
      <span>{words}</span>
    </p>
  );
}
