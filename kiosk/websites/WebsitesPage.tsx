/**
 * Useful websites: those that the centre has approved, by topic. A kiosk that is guarded opens them; any other, and
 * one without the network, offers each as a code for one's own phone.
 */
import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { guarded } from "#kiosk/live/guarded.ts";
import { mediaUrl } from "#kiosk/live/media.ts";
import type { OfferedWebsite } from "#kiosk/live/offered.ts";
import { useKiosk, useNote, useSay } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import { PhoneCode } from "#kiosk/ui/touch/PhoneCode.tsx";
import { OtherLanguage, SaidText } from "#kiosk/ui/touch/Said.tsx";
import { Sheet } from "#kiosk/ui/touch/Sheet.tsx";
import type { Place } from "#kiosk/ui/touch/visit.ts";
import { byTopic, topicKey } from "./topics.ts";

export function WebsitesPage({ place }: { place: Place }) {
  const { speech, offered, online, count } = useKiosk();
  const { websites } = offered;
  /** Whoever comes for one finds it first. */
  const wanted = websites.filter(({ id }) => id === place.id);
  const others = websites.filter(({ id }) => id !== place.id);
  const [shown, setShown] = useNote("websites.shown", false);
  const [asking, setAsking] = useState<OfferedWebsite | null>(null);
  const opens = guarded() !== null && online;
  const how = opens ? "websites.opens" : guarded() === null ? "websites.how" : "websites.offline";

  function leaveFor({ id, website }: OfferedWebsite): void {
    count("website", id);
    location.assign(website.address);
  }

  /** Before the first time it is shown how to come back. */
  function open(one: OfferedWebsite): void {
    if (shown) leaveFor(one);
    else setAsking(one);
  }

  function go(): void {
    setShown(true);
    leaveFor(asking!);
  }

  return (
    <Page title={speech.t("door.websites")}>
      <p class="lead" data-read>
        {speech.t(websites.length > 0 ? how : "websites.none")}
      </p>
      {wanted.length > 0 && (
        <ul class="boxes">
          {wanted.map((one) => (
            <Site key={one.id} {...one} open={opens ? () => open(one) : null} />
          ))}
        </ul>
      )}
      {byTopic(others).map(({ topic, sites }) => (
        <section key={topic ?? ""} class="site-topic">
          {topic && <h2 data-read>{speech.t(topicKey(topic))}</h2>}
          <ul class="boxes">
            {sites.map((one) => (
              <Site key={one.id} {...one} open={opens ? () => open(one) : null} />
            ))}
          </ul>
        </section>
      ))}
      {asking && (
        <Sheet title={speech.t("websites.back")} foot={<GoButton go={go} />} onClose={() => setAsking(null)}>
          <p data-read>{speech.t("websites.back-how")}</p>
        </Sheet>
      )}
    </Page>
  );
}

function GoButton({ go }: { go(): void }) {
  const { speech } = useKiosk();
  return (
    <button type="button" class="action sun" onClick={go}>
      <Pic name="globe" />
      <b data-read>{speech.t("websites.go")}</b>
    </button>
  );
}

interface SiteProps extends OfferedWebsite {
  /** `null` where it is not opened here. */
  readonly open: (() => void) | null;
}

function Site({ website, open }: SiteProps) {
  const { speech } = useKiosk();
  const said = useSay();
  const { picture, title, description, address } = website;
  return (
    <li class="box site">
      {picture && (
        <img class="site-picture" src={mediaUrl(picture)} alt={picture.alt ? said(picture.alt).words : ""} />
      )}
      <div>
        <h3 data-read>
          <SaidText text={title} /> <OtherLanguage text={title} />
        </h3>
        {description && (
          <p data-read>
            <SaidText text={description} />
          </p>
        )}
        <p class="hint">
          <bdi>
            {hostParts(address).map((part, at) => (
              <Fragment key={at}>
                <wbr />
                {part}
              </Fragment>
            ))}
          </bdi>
        </p>
      </div>
      {open ? (
        <button type="button" class="action" onClick={open}>
          <Pic name="globe" />
          <b>{speech.t("websites.open")}</b>
        </button>
      ) : (
        <PhoneCode address={address} />
      )}
    </li>
  );
}

/** "jobs", ".service", ".gov", ".uk": a long name is broken before a dot. What is still being written may have none. */
function hostParts(address: string): readonly string[] {
  const host = /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(address)?.[1] ?? "";
  return host.split(/(?=\.)/);
}
