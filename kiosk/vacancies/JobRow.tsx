/** A job in a list. It is drawn anew only where something of it has changed: a list follows every key. */
import { Component } from "preact";
import type { Speech } from "#kiosk/language/speech.ts";
import type { Job } from "#kiosk/live/offered.ts";
import { useKiosk, type Kiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Row } from "#kiosk/ui/touch/Row.tsx";
import { firstPay, tagsOf } from "./facts.ts";

export function JobRow({ job }: { readonly job: Job }) {
  const { speech, go } = useKiosk();
  return <Still job={job} speech={speech} go={go} />;
}

interface Props {
  readonly job: Job;
  readonly speech: Speech;
  readonly go: Kiosk["go"];
}

class Still extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { job, speech, go } = this.props;
    return next.job !== job || next.speech !== speech || next.go !== go;
  }

  override render({ job, speech, go }: Props) {
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
}
