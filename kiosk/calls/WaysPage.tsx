/** How she is reached; what this centre or this moment does not have is not there. */
import { canSeal } from "#shared/calls/seal.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { NoLine } from "./NoLine.tsx";
import { type Asking, Choice, Lead, Safe, Steps } from "./parts.tsx";
import { useWords } from "./words.ts";

export function WaysPage(asking: Asking) {
  const { offer, about, topic } = asking;
  const { go, online } = useKiosk();
  const t = useWords();
  const item = about ? { about } : {};
  const to = (way: "handset" | "voice" | "ring" | "text") => () =>
    go({
      page: "call",
      ...item,
      call: { step: way === "handset" || way === "voice" ? "sure" : "number", topic, way },
    });
  const taken = online || canSeal();
  return (
    <Page title={t("ways")} shape="detail" aside={<Steps at={2} />}>
      {taken && <Lead asking={asking} />}
      {!taken && <NoLine />}
      <div class="call-choices" data-group>
        {online && offer.handset && (
          <Choice pic="phone" title={t("way.handset")} about={t("way.handset-about")} act={to("handset")} />
        )}
        {online && offer.voice && offer.voiceNow && hasMicrophone() && (
          <Choice pic="microphone" title={t("way.voice")} about={t("way.voice-about")} act={to("voice")} />
        )}
        {taken && (
          <>
            <Choice pic="ringing" title={t("way.ring")} about={t("way.ring-about")} act={to("ring")} />
            <Choice pic="text" title={t("way.text")} about={t("way.text-about")} act={to("text")} />
          </>
        )}
        <Choice
          pic="calendar"
          title={t("way.come")}
          about={t("way.come-about")}
          act={() => go({ page: "adviser" })}
        />
      </div>
      {taken && <Safe words={`${t("who")} ${t.wiped(offer.keptDays)}`} />}
    </Page>
  );
}

/** Browsers give a microphone to safe addresses only. */
function hasMicrophone(): boolean {
  return (
    Boolean((navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia) &&
    "RTCPeerConnection" in globalThis
  );
}
