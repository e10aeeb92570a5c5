/** For those not looking yet: courses and taster days, volunteering, learning while being paid. */
import type { ComponentChildren } from "preact";
import type { Contract } from "#shared/vacancies/schema.ts";
import type { Saying } from "#kiosk/language/speech.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { Rows } from "#kiosk/ui/touch/Rows.tsx";
import { Row } from "#kiosk/ui/touch/Row.tsx";
import { EventRow, inOrder } from "./parts.tsx";

export function LearnPage() {
  const { speech, offered, go } = useKiosk();
  const courses = inOrder(offered.events.filter(({ event }) => event.about === "learning"));
  const reading = offered.leaflets.filter(({ leaflet }) =>
    leaflet.topics.some((topic) => topic === "training" || topic === "language"),
  );
  const ofContract = (contract: Contract) =>
    offered.jobs
      .filter(({ vacancy }) => vacancy.contract === contract)
      .map(({ id, vacancy }) => (
        <Row key={id} title={vacancy.title} about={vacancy.employer} open={() => go({ page: "job", id })} />
      ));
  const parts: readonly [Saying, ComponentChildren[]][] = [
    ["learn.courses", courses.map((one) => <EventRow key={one.id} {...one} />)],
    ["learn.volunteering", ofContract("volunteer")],
    ["learn.apprenticeships", ofContract("apprenticeship")],
    [
      "learn.leaflets",
      reading.map(({ id, leaflet }) => (
        <Row key={id} title={leaflet.title} open={() => go({ page: "leaflet", id })} />
      )),
    ],
  ];
  const full = parts.filter(([, rows]) => rows.length > 0);
  return (
    <Page title={speech.t("door.learn")}>
      {full.length === 0 && (
        <p class="nothing" data-read>
          {speech.t("learn.none")}
        </p>
      )}
      {full.map(([word, rows]) => (
        <section key={word}>
          <h2 class="part" data-read>
            {speech.t(word)}
          </h2>
          <Rows>{rows}</Rows>
        </section>
      ))}
    </Page>
  );
}
