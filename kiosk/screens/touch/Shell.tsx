/** What stays while pages change: the bar, the sheets, the question whether anybody is there. */
import type { ComponentType, VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Language } from "#shared/languages.ts";
import { Guard } from "#kiosk/ui/Guard.tsx";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { here, startedAgain, type PageName, type Place } from "#kiosk/ui/touch/visit.ts";
import { Bar } from "./Bar.tsx";
import { DoneSheet, IdleSheet, LanguageSheet, LookSheet } from "./sheets.tsx";

export type SheetName = "languages" | "look" | "done";

export type Pages = Readonly<Record<PageName, ComponentType<{ place: Place }>>>;

interface Props {
  readonly pages: Pages;
  /** Seconds until the wipe, `null` where somebody is there. */
  readonly left: number | null;
  /** `null` where nothing has been read aloud in this visit. */
  readonly readOut: (() => void) | null;
  readonly switches: boolean;
  readonly urgent: VNode | null;
  readonly version: number;
  setSwitches(on: boolean): void;
  choose(language: Language): void;
  stay(): void;
  wipe(): void;
  fault(error: unknown): void;
}

export function Shell(props: Props) {
  const { pages, left, wipe, version, fault } = props;
  const { visit, change, speech } = useKiosk();
  const [sheet, open] = useState<SheetName | null>(null);
  const place = here(visit);
  const Face = pages[place.page];
  const close = () => open(null);
  useFocusOn(place);
  useEffect(() => {
    if (left !== null) close();
  }, [left === null]);
  const failed = (error: unknown) => {
    fault(error);
    change(startedAgain);
  };
  return (
    <div class="shell">
      <a class="skip" href="#main">
        {speech.t("skip")}
      </a>
      <Guard version={version} key={`${place.page} ${place.id ?? ""}`} onFail={failed}>
        <Face place={place} />
      </Guard>
      <Bar open={open} />
      {left === null && sheet === "languages" && (
        <LanguageSheet
          close={close}
          choose={(language) => {
            props.choose(language);
            close();
          }}
        />
      )}
      {left === null && sheet === "look" && (
        <LookSheet close={close} switches={props.switches} setSwitches={props.setSwitches} />
      )}
      {left === null && sheet === "done" && <DoneSheet close={close} wipe={wipe} />}
      {left !== null && <IdleSheet left={left} readOut={props.readOut} stay={props.stay} wipe={wipe} />}
      {left === null && props.urgent}
    </div>
  );
}

/** A new page is read from its name on, by whoever hears it instead of seeing it; once it is seen, as focus costs a layout. */
function useFocusOn(place: Place): void {
  const last = useRef<Place | null>(null);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    const heading = document.querySelector<HTMLElement>("#main h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
}
