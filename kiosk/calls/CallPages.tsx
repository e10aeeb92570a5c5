/** Which page of a call one is on. */
import { useEffect, useState } from "preact/hooks";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import type { CallProps } from "./CallDoor.tsx";
import { CancelPage } from "./CancelPage.tsx";
import { KeptPage } from "./KeptPage.tsx";
import { NumberPage } from "./NumberPage.tsx";
import { SurePage } from "./SurePage.tsx";
import { TalkPage } from "./TalkPage.tsx";
import { topicOf } from "./topic.ts";
import { TopicsPage } from "./TopicsPage.tsx";
import { WaysPage } from "./WaysPage.tsx";
import { useWordsLoaded } from "./words.ts";
export { EveryWord } from "./EveryWord.tsx";
import "./look/call.css";
import "./look/keys.css";

export function CallPages({ place, calls }: CallProps) {
  const { speech } = useKiosk();
  const [, draw] = useState<unknown>(null);
  useEffect(() => calls.offer.watch(() => draw({})), [calls]);
  useEffect(calls.refresh, []);
  const here = useWordsLoaded();
  const offer = calls.offer.value;
  if (!here || !offer) return <Page title={speech.t("door.talk")}>{null}</Page>;
  const { call, about } = place;
  if (call?.step === "kept") return <KeptPage calls={calls} offer={offer} />;
  if (call?.step === "cancel") return <CancelPage />;
  const asking = { calls, offer, about: about ?? null };
  if (!call)
    return about ? <WaysPage {...asking} topic={topicOf(about.kind)} /> : <TopicsPage offer={offer} />;
  if (call.step === "ways") return <WaysPage {...asking} topic={call.topic} />;
  if (call.step === "number") return <NumberPage {...asking} topic={call.topic} way={call.way} />;
  if (call.step === "sure") return <SurePage {...asking} topic={call.topic} way={call.way} />;
  return <TalkPage {...asking} topic={call.topic} />;
}
