/** The little list of this visit, taken home as one code or one sheet. */
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { Rows } from "#kiosk/ui/touch/Rows.tsx";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import { SaidText } from "#kiosk/ui/touch/Said.tsx";
import { TakeButton } from "#kiosk/ui/touch/TakeButtons.tsx";
import { toggled } from "#kiosk/ui/touch/visit.ts";
import { thingsOf, type Thing } from "./things.ts";

const PAGES = { vacancy: "job", leaflet: "leaflet", event: "event" } as const;

export function ListPage() {
  const kiosk = useKiosk();
  const { speech, visit } = kiosk;
  const things = thingsOf(visit.kept, kiosk);
  return (
    <Page
      title={speech.t("take.list")}
      actions={things.length > 0 && <TakeButton items={things.map(({ item }) => item)} />}
    >
      <p class="lead" data-read>
        {speech.t(things.length > 0 ? "take.list-how" : "take.list-empty")}
      </p>
      <Rows>
        {things.map((thing) => (
          <Kept key={`${thing.item.kind} ${thing.item.id}`} {...thing} />
        ))}
      </Rows>
    </Page>
  );
}

function Kept({ item, title }: Thing) {
  const { speech, go, change } = useKiosk();
  return (
    <li class="kept">
      <button type="button" class="row" onClick={() => go({ page: PAGES[item.kind], id: item.id })}>
        <span class="row-head">
          <b data-read>
            <SaidText text={title} />
          </b>
        </span>
      </button>
      <button
        type="button"
        class="square"
        aria-label={speech.t("take.drop")}
        onClick={() => change((before) => toggled(before, item))}
      >
        <Pic name="close" />
      </button>
    </li>
  );
}
