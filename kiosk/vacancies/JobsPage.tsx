/** Jobs near here. */
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { JobRow } from "./JobRow.tsx";

export function JobsPage() {
  const { speech, offered } = useKiosk();
  return (
    <Page title={speech.t("door.jobs")}>
      <ul class="rows" data-group>
        {offered.jobs.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
    </Page>
  );
}
