/** Useful websites: those that the centre has approved, each with a code that opens it on one's own phone. */
import type { OfferedWebsite } from "#kiosk/live/offered.ts";
import { useKiosk, useSay } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { PhoneCode } from "#kiosk/ui/touch/PhoneCode.tsx";
import { OtherLanguage, SaidText } from "#kiosk/ui/touch/Said.tsx";

export function WebsitesPage() {
  const { speech, offered } = useKiosk();
  const { websites } = offered;
  return (
    <Page title={speech.t("door.websites")}>
      <p class="lead" data-read>
        {speech.t(websites.length > 0 ? "websites.how" : "websites.none")}
      </p>
      <ul class="boxes">
        {websites.map((one) => (
          <Site key={one.id} {...one} />
        ))}
      </ul>
    </Page>
  );
}

function Site({ website }: OfferedWebsite) {
  const said = useSay();
  return (
    <li class="box site">
      <div>
        <h2 data-read>
          <SaidText text={website.title} /> <OtherLanguage text={website.title} />
        </h2>
        {website.description && <p data-read>{said(website.description).words}</p>}
        <p class="hint">
          <bdi>{new URL(website.address).host.replace(/^www\./, "")}</bdi>
        </p>
      </div>
      <PhoneCode address={website.address} />
    </li>
  );
}
