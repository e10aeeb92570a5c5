/** Lucide's icons (ISC licence), drawn in the colour of the words beside them and silent to a screen reader. */
import type { RefCallback } from "preact";
import accessibility from "lucide-static/icons/accessibility.svg?raw";
import arrow from "lucide-static/icons/arrow-left.svg?raw";
import baby from "lucide-static/icons/baby.svg?raw";
import bookmark from "lucide-static/icons/bookmark.svg?raw";
import kept from "lucide-static/icons/bookmark-check.svg?raw";
import leaflet from "lucide-static/icons/book-open-text.svg?raw";
import briefcase from "lucide-static/icons/briefcase.svg?raw";
import bus from "lucide-static/icons/bus.svg?raw";
import calendar from "lucide-static/icons/calendar-heart.svg?raw";
import car from "lucide-static/icons/car.svg?raw";
import check from "lucide-static/icons/check.svg?raw";
import down from "lucide-static/icons/chevron-down.svg?raw";
import up from "lucide-static/icons/chevron-up.svg?raw";
import clock from "lucide-static/icons/clock.svg?raw";
import contrast from "lucide-static/icons/contrast.svg?raw";
import remove from "lucide-static/icons/delete.svg?raw";
import foot from "lucide-static/icons/footprints.svg?raw";
import globe from "lucide-static/icons/globe.svg?raw";
import learn from "lucide-static/icons/graduation-cap.svg?raw";
import hand from "lucide-static/icons/hand.svg?raw";
import home from "lucide-static/icons/house.svg?raw";
import languages from "lucide-static/icons/languages.svg?raw";
import size from "lucide-static/icons/a-large-small.svg?raw";
import todo from "lucide-static/icons/list-checks.svg?raw";
import list from "lucide-static/icons/list.svg?raw";
import leave from "lucide-static/icons/door-open.svg?raw";
import mail from "lucide-static/icons/mail.svg?raw";
import place from "lucide-static/icons/map-pin.svg?raw";
import notice from "lucide-static/icons/megaphone.svg?raw";
import adviser from "lucide-static/icons/message-circle-heart.svg?raw";
import phone from "lucide-static/icons/phone.svg?raw";
import microphone from "lucide-static/icons/mic.svg?raw";
import muted from "lucide-static/icons/mic-off.svg?raw";
import right from "lucide-static/icons/circle-check.svg?raw";
import ringing from "lucide-static/icons/phone-call.svg?raw";
import safe from "lucide-static/icons/shield-check.svg?raw";
import text from "lucide-static/icons/message-square-text.svg?raw";
import money from "lucide-static/icons/piggy-bank.svg?raw";
import print from "lucide-static/icons/printer.svg?raw";
import code from "lucide-static/icons/qr-code.svg?raw";
import search from "lucide-static/icons/search.svg?raw";
import sliders from "lucide-static/icons/sliders-horizontal.svg?raw";
import still from "lucide-static/icons/wand-sparkles.svg?raw";
import switches from "lucide-static/icons/pointer.svg?raw";
import train from "lucide-static/icons/train-front.svg?raw";
import aloud from "lucide-static/icons/volume-2.svg?raw";
import silent from "lucide-static/icons/volume-x.svg?raw";
import close from "lucide-static/icons/x.svg?raw";
import bigger from "lucide-static/icons/zoom-in.svg?raw";
import smaller from "lucide-static/icons/zoom-out.svg?raw";

const FILES = {
  accessibility, adviser, aloud, arrow, baby, bigger, bookmark, briefcase, bus, calendar, car, check, clock,
  close, code, contrast, down, foot, globe, hand, home, kept, languages, leaflet, learn, leave, list, mail,
  microphone, money, muted, notice, phone, place, print, remove, right, ringing, safe, search, silent, size,
  sliders, smaller, still, switches, text, todo, train, up,
} as const; // prettier-ignore

export type PicName = keyof typeof FILES;

export function Pic({ name }: { name: PicName }) {
  return (
    <svg key={name} ref={drawnBy(name)} class={`pic pic-${name}`} viewBox="0 0 24 24" aria-hidden="true" />
  );
}

/** One for each picture: another one would draw it once more into the same place. */
const drawers = new Map<PicName, RefCallback<SVGSVGElement>>();

/** Shapes are copied: reading its file anew for each picture took a third of the time in which a page is drawn. */
function drawnBy(name: PicName): RefCallback<SVGSVGElement> {
  let drawer = drawers.get(name);
  if (!drawer) {
    const read = document.createElement("div");
    read.innerHTML = FILES[name];
    const shapes = [...read.querySelector("svg")!.children];
    drawer = (drawn) => drawn?.append(...shapes.map((shape) => shape.cloneNode(true)));
    drawers.set(name, drawer);
  }
  return drawer;
}
