/** The two questions that decide whether a job can be taken; each leads to the leaflet that answers it, else to the adviser. */
import type { Topic } from "#shared/leaflets/schema.ts";
import type { Saying } from "#kiosk/language/speech.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Pic, type PicName } from "#kiosk/ui/touch/Pic.tsx";

interface Question {
  readonly word: Saying;
  readonly pic: PicName;
  /** A leaflet about all of these answers it best. */
  readonly topics: readonly Topic[];
}

const QUESTIONS: readonly Question[] = [
  { word: "job.better-off", pic: "money", topics: ["money", "work"] },
  { word: "job.childcare", pic: "baby", topics: ["childcare"] },
];

export function Questions() {
  const { speech, offered, go } = useKiosk();
  const answer = ({ topics }: Question) => {
    const [first] = topics;
    const about = offered.leaflets.filter(({ leaflet }) => first && leaflet.topics.includes(first));
    const best = about.find(({ leaflet }) => topics.every((topic) => leaflet.topics.includes(topic)));
    return best ?? about[0];
  };
  return (
    <div class="questions wide" data-group>
      {QUESTIONS.map((question) => {
        const leaflet = answer(question);
        return (
          <button
            type="button"
            key={question.word}
            class="question-button"
            onClick={() => go(leaflet ? { page: "leaflet", id: leaflet.id } : { page: "adviser" })}
          >
            <Pic name={question.pic} />
            <b data-read>{speech.t(question.word)}</b>
          </button>
        );
      })}
    </div>
  );
}
