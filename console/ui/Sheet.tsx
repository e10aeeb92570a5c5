/** A sheet of paper to take home: whose it is, what it is, and the day on which it was printed. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import words from "../../content/translations/console.en.json";
import { centres, named } from "../live/centres.ts";
import { Button } from "./Button.tsx";
import "./look/sheet.css";

interface Props {
  readonly centre: string;
  readonly title: string;
  readonly lang?: string | undefined;
  readonly dir?: "ltr" | "rtl" | undefined;
  /** Stands under the day of printing. */
  readonly note?: string | undefined;
  /** Something of it is still on its way. */
  readonly isWaiting?: boolean;
  readonly children: ComponentChildren;
}

const dates = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "Europe/London" });

export function Sheet({ centre, title, lang, dir, note, isWaiting = false, children }: Props) {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => centres.follow(), []);
  const held = centres.held.value;
  const name = named().find(({ slug }) => slug === centre)?.name ?? centre;
  const isReady = held.state !== "loading" && !isWaiting;
  useEffect(() => {
    document.title = `${title} – ${name}`;
    if (isReady && new URLSearchParams(location.search).has("now")) void printWhole(sheet.current);
  }, [isReady]);
  return (
    <main class="sheet" id="main" ref={sheet} aria-busy={!isReady}>
      <header>
        <div>
          <h1 {...{ lang, dir }}>{title}</h1>
          <p>{name}</p>
        </div>
        <div>
          <p>{words.printed.replace("{day}", dates.format(Date.now()))}</p>
          {note === undefined ? null : <p>{note}</p>}
        </div>
      </header>
      {children}
      <p class="no-print">
        <Button kind="primary" onClick={() => window.print()}>
          {words.printNow}
        </Button>
      </p>
    </main>
  );
}

/** A page that has not come yet would be an empty sheet. */
async function printWhole(sheet: HTMLElement | null): Promise<void> {
  const pictures = [...(sheet?.querySelectorAll("img") ?? [])];
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => null)));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  window.print();
}
