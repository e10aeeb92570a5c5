/**
 * The two questions that decide whether a job can be taken. Each is answered by what the centre has: the leaflet, the
 * approved website, the adviser.
 */
import { useState } from "preact/hooks";
import type { Text } from "#shared/languages.ts";
import type { Topic } from "#shared/topics.ts";
import type { Saying } from "#kiosk/language/speech.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Pic, type PicName } from "#kiosk/ui/touch/Pic.tsx";
import { OtherLanguage, SaidText } from "#kiosk/ui/touch/Said.tsx";
import { CloseButton, Sheet } from "#kiosk/ui/touch/Sheet.tsx";
import type { Place } from "#kiosk/ui/touch/visit.ts";

interface Question {
  readonly word: Saying;
  readonly pic: PicName;
  /** What is about all of these answers it best; it must be about the first. */
  readonly topics: readonly Topic[];
  /** So many leaflets answer it: what one would gain is one sum, who minds a child may be many. */
  readonly leaflets: number;
}

const QUESTIONS: readonly Question[] = [
  { word: "job.better-off", pic: "money", topics: ["money", "work"], leaflets: 1 },
  { word: "job.childcare", pic: "baby", topics: ["childcare", "money"], leaflets: 3 },
];

export function Questions() {
  const { speech } = useKiosk();
  const [asked, ask] = useState<Question | null>(null);
  return (
    <div class="questions wide" data-group>
      {QUESTIONS.map((question) => (
        <button type="button" key={question.word} class="question-button" onClick={() => ask(question)}>
          <Pic name={question.pic} />
          <b data-read>{speech.t(question.word)}</b>
        </button>
      ))}
      {asked && <Answers question={asked} close={() => ask(null)} />}
    </div>
  );
}

interface Answer {
  readonly pic: PicName;
  readonly title: Text;
  readonly topics: readonly string[];
  readonly place: Place;
}

function Answers({ question, close }: { readonly question: Question; close(): void }) {
  const { speech, offered, go } = useKiosk();
  const leaflets = offered.leaflets.map(({ id, leaflet: { title, topics } }): Answer => ({
    pic: "leaflet",
    title,
    topics,
    place: { page: "leaflet", id },
  }));
  const sites = offered.centre.offer === "enhanced" ? offered.websites : [];
  const websites = sites.map(({ id, website: { title, topics } }): Answer => ({
    pic: "globe",
    title,
    topics,
    place: { page: "websites", id },
  }));
  const answers = [...best(leaflets, question, question.leaflets), ...best(websites, question, 1)];
  return (
    <Sheet title={speech.t(question.word)} foot={<CloseButton close={close} />} onClose={close}>
      <div class="choices answers-to" data-group>
        {answers.map(({ pic, title, place }) => (
          <button type="button" key={place.id} class="choice" onClick={() => go(place)}>
            <Pic name={pic} />
            <span data-read>
              <SaidText text={title} /> <OtherLanguage text={title} />
            </span>
          </button>
        ))}
        <button type="button" class="choice" onClick={() => go({ page: "adviser" })}>
          <Pic name="adviser" />
          <span data-read>{speech.t("adviser.title")}</span>
        </button>
      </div>
    </Sheet>
  );
}

/** Those that say most of what was asked, and least of anything else. */
function best(list: readonly Answer[], { topics }: Question, most: number): readonly Answer[] {
  const [must] = topics;
  const asked: readonly string[] = topics;
  const fit = (one: Answer) =>
    2 * one.topics.filter((topic) => asked.includes(topic)).length - one.topics.length;
  return list
    .filter((one) => must && one.topics.includes(must))
    .toSorted((one, other) => fit(other) - fit(one))
    .slice(0, most);
}
