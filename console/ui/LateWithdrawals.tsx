/** What was withdrawn and may still be on a screen: red until the last one has confirmed or its copy has ended. */
import type { Text } from "#shared/languages.ts";
import type { Painting } from "#shared/screens/painting.ts";
import { useAsked } from "../live/collection.ts";
import { SHOWN_TOPICS, Standing } from "./OnScreens.tsx";

interface Late {
  readonly item: string;
  readonly title: Text | null;
  readonly painting: Painting;
}

export function LateWithdrawals() {
  const held = useAsked<readonly Late[], "lateWithdrawals">("lateWithdrawals", {}, SHOWN_TOPICS);
  const late = held.state === "loading" ? [] : (held.value ?? []);
  return (
    <div role="status">
      {late.map(({ item, title, painting }) => (
        <section key={item} class="late">
          <h2>{title?.words[title.original] ?? item}</h2>
          <Standing painting={painting} />
        </section>
      ))}
    </div>
  );
}
