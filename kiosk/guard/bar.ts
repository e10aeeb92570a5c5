/**
 * The bar over an outside page. The page is a stranger that may try anything to hide it, so it lies in the top layer,
 * in a closed shadow, under styles that no page's overrule; it is shown anew whenever it is not seen, and touches
 * are taken before the page gets them. A page on which it cannot be kept is left.
 */
import { RIGHT_TO_LEFT, type Language } from "#shared/languages.ts";
import style from "./bar.css?inline";
import { listen } from "./listen.ts";
import { filled, type Words } from "./words.ts";

export interface Bar {
  /** Somebody is there. */
  touched(): void;
}

export interface BarNeeds {
  readonly language: Language;
  readonly words: Words;
  readonly site: string;
  readonly idle: number;
  readonly countdown: number;
  home(): void;
}

const LOOK = 500;
/** So many looks in a row at which it could not be seen: the page is left. */
const LOST = 6;

/** Every touch of the page, before the page has it. */
export interface Touches {
  /** Whom to ask for the button that lies there, and whom to tell that it was touched. */
  face: Pick<Face, "buttonAt"> | null;
  act: ((button: Button) => void) | null;
}

/** Where a touch falls on one of our buttons, it is ours, whatever the page has laid over it. */
export function takeTouches(): Touches {
  const touches: Touches = { face: null, act: null };
  const take = (event: PointerEvent | MouseEvent): void => {
    const button = event.isTrusted ? (touches.face?.buttonAt(event.clientX, event.clientY) ?? null) : null;
    if (button === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === "pointerup") touches.act?.(button);
  };
  listen(window, ["pointerdown", "pointerup", "mousedown", "mouseup", "click"], take, { capture: true });
  return touches;
}

/** Draws it and keeps it there. */
export function drawBar(touches: Touches, needs: BarNeeds): Bar {
  const face = faceOf(needs);
  let seen = performance.now();
  let lost = 0;

  const touched = (): void => {
    seen = performance.now();
    face.ask(null);
  };
  const act = (button: Button): void => {
    touched();
    if (button === "home") needs.home();
  };
  touches.face = face;
  touches.act = act;
  face.onKey(act);

  const look = (): void => {
    lost = face.keep() ? 0 : lost + 1;
    if (lost >= LOST) return needs.home();
    const idle = (performance.now() - seen) / 1000 - needs.idle;
    if (idle >= needs.countdown) needs.home();
    else face.ask(idle >= 0 ? Math.ceil(needs.countdown - idle) : null);
  };
  look();
  setInterval(look, LOOK);
  return { touched };
}

type Button = "home" | "stay";

interface Face {
  /** Puts it back where the page took it away; whether it had stayed on the glass since the last time. */
  keep(): boolean;
  /** Seconds that are left; `null` while nobody needs to be asked. */
  ask(left: number | null): void;
  buttonAt(x: number, y: number): Button | null;
  onKey(act: (button: Button) => void): void;
}

function faceOf({ language, words, site }: BarNeeds): Face {
  const host = document.createElement("div");
  host.popover = "manual";
  const shadow = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  shadow.adoptedStyleSheets = [sheet];

  const part = <K extends keyof HTMLElementTagNameMap>(
    name: K,
    className: string,
    text = "",
  ): HTMLElementTagNameMap[K] => {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const home = part("button", "home", `${RIGHT_TO_LEFT.has(language) ? "→" : "←"} ${words.back}`);
  const where = part("span", "where", filled(words.at, { site }));
  const bar = part("div", "bar");
  bar.append(home, where);
  const stay = part("button", "stay", words.stay);
  const leave = part("button", "quiet", words.finished);
  const question = part("p", "");
  const closing = part("span", "");
  question.append(part("strong", "", words.there), " ", closing);
  const ask = part("div", "ask");
  ask.hidden = true;
  ask.append(question, stay, leave);
  const root = part("div", "");
  root.lang = language;
  root.dir = RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
  root.append(bar, ask);
  shadow.append(root);

  let placed = false;
  const buttons: readonly (readonly [HTMLButtonElement, Button])[] = [
    [home, "home"],
    [leave, "home"],
    [stay, "stay"],
  ];
  return {
    keep() {
      const stayed = !placed || (host.isConnected && host.matches(":popover-open"));
      if (host.parentNode !== document.documentElement) document.documentElement?.append(host);
      placed = host.isConnected;
      if (!placed) return false;
      if (!host.matches(":popover-open") || !onTop(host)) {
        if (host.matches(":popover-open")) host.hidePopover();
        host.showPopover();
      }
      return stayed && isSeen(host);
    },
    ask(left) {
      ask.hidden = left === null;
      if (left !== null) closing.textContent = filled(words.closing, { n: left });
    },
    buttonAt(x, y) {
      return buttons.find(([button]) => holds(button, x, y))?.[1] ?? null;
    },
    onKey(act) {
      for (const [button, name] of buttons)
        listen(button, ["click"], (event) => {
          if (event.isTrusted) act(name);
        });
    },
  };
}

function holds(button: HTMLElement, x: number, y: number): boolean {
  if (button.closest("[hidden]")) return false;
  const { left, right, top, bottom } = button.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}

function isSeen(host: HTMLElement): boolean {
  const { width, bottom, height } = host.getBoundingClientRect();
  const inPlace = width >= innerWidth * 0.9 && height > 60 && Math.abs(bottom - innerHeight) < 8;
  return inPlace && host.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** Whether nothing lies over it. What a page made inert is passed over here, and so shown anew: that does no harm. */
function onTop(host: HTMLElement): boolean {
  const { left, top, width, height } = host.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === host;
}
