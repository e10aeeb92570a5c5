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

type Fetched = typeof import("./CallPages.tsx");

let fetched: Fetched | null = null;

function useFetched(): Fetched | "coming" | "failed" {
  const [state, setState] = useState<"coming" | "here" | "failed">("coming");
  useEffect(() => {
    if (fetched) return;
    import("./CallPages.tsx").then(
      (pages) => {
        fetched = pages;
        setState("here");
      },
      () => setState("failed"),
    );
  }, []);
  return fetched ?? (state === "failed" ? "failed" : "coming");
}

interface Props extends CallProps {
  /** Where they cannot be had: when an adviser is here. */
  readonly instead: ComponentType;
}

export function CallDoor({ place, calls, instead: Instead }: Props) {
  const { speech } = useKiosk();
  const pages = useFetched();
  if (pages === "failed") return <Instead />;
  if (pages === "coming") return <Page title={speech.t("door.talk")}>{null}</Page>;
  return <pages.CallPages place={place} calls={calls} />;
}

/** What of them can be read aloud, for whoever has its sounds made ahead. */
export function CallSounds({ calls }: { readonly calls: Calls }) {
  const pages = useFetched();
  if (calls.offer.value === null || pages === "failed") return null;
  return pages === "coming" ? <p data-coming /> : <pages.EveryWord calls={calls} />;
}
