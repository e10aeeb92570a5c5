/** What something is about, by which parents find it on a kiosk. */
import type { Topic } from "#shared/leaflets/topics.ts";
import { sayer } from "../../language/say.ts";
import catalogue from "../../../content/translations/console.items.en.json";
import { Group } from "../Field.tsx";

const say = sayer(catalogue);

interface Props {
  /** In the order in which a kiosk shows them. */
  readonly offered: readonly Topic[];
  readonly topics: readonly string[];
  onToggle(topic: Topic): void;
}

export function TopicsField({ offered, topics, onToggle }: Props) {
  return (
    <Group legend={say("topics")}>
      <div class="chips">
        {offered.map((topic) => (
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
