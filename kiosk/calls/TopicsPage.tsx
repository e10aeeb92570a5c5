/** The first question: what about. */
import { ABOUTS, type About } from "#shared/calls/call.ts";
import type { CallOffer } from "#shared/calls/offer.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { Pic, type PicName } from "#kiosk/ui/touch/Pic.tsx";
import { Choice, Steps, TeamWords } from "./parts.tsx";
import { useWords } from "./words.ts";

const PICS: Readonly<Record<About, PicName>> = {
  job: "briefcase",
  childcare: "baby",
  money: "money",
  training: "learn",
  other: "adviser",
};

export function TopicsPage({ offer }: { readonly offer: CallOffer }) {
  const { go } = useKiosk();
  const t = useWords();
  return (
    <Page title={t("title")} shape="detail" aside={<Steps at={1} />}>
      <p class="lead" data-read>
        {t("who")} <TeamWords offer={offer} />
      </p>
      <h2 class="part" data-read>
        {t("about-what")}
      </h2>
      <div class="call-choices" data-group>
        {ABOUTS.map((topic) => (
          <Choice
            key={topic}
            pic={PICS[topic]}
            title={t(`topic.${topic}`)}
            act={() => go({ page: "call", call: { step: "ways", topic } })}
          />
        ))}
      </div>
      <button
        type="button"
        class="big call-aside"
        onClick={() => go({ page: "call", call: { step: "cancel" } })}
      >
        <Pic name="close" />
        <span>{t("cancel")}</span>
      </button>
    </Page>
  );
}
