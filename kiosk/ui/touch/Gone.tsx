/** What was here has closed while somebody was on her way to it: said kindly, with a way on. */
import { useKiosk } from "./kiosk.ts";
import { Page } from "./Page.tsx";
import { Pic } from "./Pic.tsx";
import type { PageName } from "./visit.ts";

interface Props {
  readonly title: string;
  readonly text?: string;
  readonly to: Extract<PageName, "jobs" | "on" | "leaflets">;
}

const WAYS_ON = {
  jobs: ["door.jobs", "briefcase"],
  on: ["door.on", "calendar"],
  leaflets: ["door.leaflets", "leaflet"],
} as const;

export function Gone({ title, text, to }: Props) {
  const { speech, go } = useKiosk();
  const [word, pic] = WAYS_ON[to];
  return (
    <Page title={title} shape="detail">
      {text && (
        <p class="lead" data-read>
          {text}
        </p>
      )}
      <button type="button" class="big primary" onClick={() => go({ page: to })}>
        <Pic name={pic} />
        <span data-read>{speech.t(word)}</span>
      </button>
    </Page>
  );
}
