/** What something is about, by which parents find it on a kiosk. */
import { type Topic, TOPICS } from "#shared/topics.ts";
import { sayer } from "../../language/say.ts";
import catalogue from "../../../content/translations/console.items.en.json";
import { Group } from "../Field.tsx";

const say = sayer(catalogue);

interface Props {
  readonly topics: readonly string[];
  onToggle(topic: Topic): void;
}

export function TopicsField({ topics, onToggle }: Props) {
  return (
    <Group legend={say("topics")}>
      <div class="chips">
        {TOPICS.map((topic) => (
          <button
            key={topic}
            type="button"
            class="chip"
            aria-pressed={topics.includes(topic)}
            onClick={() => onToggle(topic)}
          >
            {say(`topic_${topic}`)}
          </button>
        ))}
      </div>
    </Group>
  );
}
