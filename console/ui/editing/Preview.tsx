/** What is being written, as the very board and the very kiosk will show it. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Bodies, Kind } from "#shared/kinds.ts";
import type { Language } from "#shared/languages.ts";
import type { Entry } from "#shared/programme.ts";
import type { Previewed } from "#kiosk/live/draft.ts";
import { sayer } from "../../language/say.ts";
import { here } from "../../live/centres.ts";
import catalogue from "../../../content/translations/console.items.en.json";
import { Chips } from "../Chips.tsx";

const say = sayer(catalogue);

export type Screen = "board" | "kiosk";

interface Props<K extends Kind> {
  readonly kind: K;
  readonly body: Bodies[K];
  readonly language: Language | null;
  /** Which kinds of screen have something to show of it. */
  readonly screens: readonly Screen[];
}

/** Typing is not followed letter by letter. */
const PAUSE = 250;
const SIZES = { board: [1920, 1080], kiosk: [1080, 1920] } as const;

export function Preview<K extends Kind>({ kind, body, language, screens }: Props<K>) {
  const [screen, choose] = useState<Screen>(screens[0] ?? "board");
  return (
    <section class="preview" aria-label={say("preview")}>
      <header class="row">
        <h2>{say("preview")}</h2>
        {screens.length > 1 ? (
          <Chips
            label={say("previewOn")}
            chips={screens.map((value) => ({ value, word: say(`on_${value}`) }))}
            value={screen}
            onValue={(value) => choose(value)}
          />
        ) : null}
      </header>
      <Glass key={screen} screen={screen} kind={kind} body={body} language={language} />
    </section>
  );
}

/** The screen itself, made small; it is looked at, never used. */
export function Glass<K extends Kind>({
  screen,
  kind,
  body,
  language,
}: Omit<Props<K>, "screens"> & { readonly screen: Screen }) {
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [scale, setScale] = useState(0);
  const [isReady, setReady] = useState(false);
  const [width, height] = SIZES[screen];
  const shown = JSON.stringify(previewOf(screen, kind, body, language));

  useEffect(() => {
    const measured = new ResizeObserver(([entry]) => setScale((entry?.contentRect.width ?? 0) / width));
    if (box.current) measured.observe(box.current);
    const listen = ({ source, data }: MessageEvent): void => {
      if (source === frame.current?.contentWindow && data?.signpost === "ready") setReady(true);
    };
    addEventListener("message", listen);
    return () => {
      measured.disconnect();
      removeEventListener("message", listen);
    };
  }, [width]);

  useEffect(() => {
    if (!isReady) return;
    const timer = setTimeout(
      () => frame.current?.contentWindow?.postMessage(JSON.parse(shown), location.origin),
      PAUSE,
    );
    return () => clearTimeout(timer);
  }, [isReady, shown]);

  return (
    <div class={`glass ${screen}`} ref={box}>
      <iframe
        ref={frame}
        src="/draft.html"
        title={say(`previewOf_${screen}`)}
        tabIndex={-1}
        inert
        style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}
      />
    </div>
  );
}

/** The page of a kiosk on which something of a kind is read. */
const PAGES: Readonly<Partial<Record<Kind, NonNullable<Previewed["page"]>["page"]>>> = {
  leaflet: "leaflet",
  event: "event",
  website: "websites",
};

/** Lit, whatever the hour, and in the language that is being written. */
function previewOf<K extends Kind>(
  screen: Screen,
  kind: K,
  body: Bodies[K],
  language: Language | null,
): Previewed | null {
  const centre = here.value;
  if (!centre) return null;
  const { adviser: _adviser, deputy: _deputy, staffLink: _staffLink, ...known } = centre;
  const languages = language === null ? known.languages : [language];
  const timing = { from: null, until: null, pattern: [], exceptDates: [], termTimeOnly: false };
  const entries = [
    {
      type: "centre",
      id: centre.slug,
      version: 1,
      value: { ...known, languages, opening: [], closedDays: [] },
    },
    { type: kind, id: "preview", version: 2, value: { ...timing, body } },
  ] as unknown as readonly Entry[];
  const page = PAGES[kind];
  return {
    signpost: "preview",
    entries,
    at: Date.now(),
    page: screen === "kiosk" && page ? { page, id: "preview", language: languages[0] ?? "en" } : null,
  };
}
