/** The pages of a call, which are fetched when somebody first wants one. */
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import type { Place } from "#kiosk/ui/touch/visit.ts";
import type { Calls } from "./calls.ts";

export interface CallProps {
  readonly place: Place;
  readonly calls: Calls;
}

let fetched: ComponentType<CallProps> | null = null;

interface Props extends CallProps {
  /** Where they cannot be had: when an adviser is here. */
  readonly instead: ComponentType;
}

export function CallDoor({ place, calls, instead: Instead }: Props) {
  const { speech } = useKiosk();
  const [state, setState] = useState<"coming" | "here" | "failed">(fetched ? "here" : "coming");
  useEffect(() => {
    if (fetched) return;
    import("./CallPages.tsx").then(
      ({ CallPages }) => {
        fetched = CallPages;
        setState("here");
      },
      () => setState("failed"),
    );
  }, []);
  if (state === "failed") return <Instead />;
  if (!fetched) return <Page title={speech.t("door.talk")}>{null}</Page>;
  const Pages = fetched;
  return <Pages place={place} calls={calls} />;
}
