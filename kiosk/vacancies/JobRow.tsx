/** A job in a list. */
import { firstPay, tagsOf } from "./facts.ts";
import type { Job } from "#kiosk/live/offered.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Row } from "#kiosk/ui/touch/Row.tsx";

export function JobRow({ job }: { readonly job: Job }) {
  const { speech, go } = useKiosk();
  return (
    <Row
      title={job.vacancy.title}
      about={job.vacancy.employer && <bdi>{job.vacancy.employer}</bdi>}
      end={firstPay(speech, job.vacancy)}
      tags={tagsOf(speech, job)}
      open={() => go({ page: "job", id: job.id })}
    />
  );
}
