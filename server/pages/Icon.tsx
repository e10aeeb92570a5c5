/** Lucide's icons (ISC), drawn in the colour of the text beside them and silent to a screen reader. */
import arrowLeft from "lucide-static/icons/arrow-left.svg?raw";
import briefcase from "lucide-static/icons/briefcase.svg?raw";
import calendar from "lucide-static/icons/calendar-heart.svg?raw";
import check from "lucide-static/icons/list-checks.svg?raw";
import clock from "lucide-static/icons/clock.svg?raw";
import heart from "lucide-static/icons/message-circle-heart.svg?raw";
import leaflet from "lucide-static/icons/file-text.svg?raw";
import news from "lucide-static/icons/megaphone.svg?raw";
import phone from "lucide-static/icons/phone.svg?raw";
import pin from "lucide-static/icons/map-pin.svg?raw";
import screen from "lucide-static/icons/monitor.svg?raw";
import welcome from "lucide-static/icons/door-open.svg?raw";
import way from "lucide-static/icons/footprints.svg?raw";

const SHAPES = {
  "arrow-left": shapesOf(arrowLeft),
  briefcase: shapesOf(briefcase),
  calendar: shapesOf(calendar),
  check: shapesOf(check),
  clock: shapesOf(clock),
  heart: shapesOf(heart),
  leaflet: shapesOf(leaflet),
  news: shapesOf(news),
  phone: shapesOf(phone),
  pin: shapesOf(pin),
  screen: shapesOf(screen),
  welcome: shapesOf(welcome),
  way: shapesOf(way),
};

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class={`i ${name}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: SHAPES[name] }}
    />
  );
}

/** What stands between the svg element's own tags, without the line breaks. */
function shapesOf(file: string): string {
  const inner = file.slice(file.indexOf(">", file.indexOf("<svg")) + 1, file.lastIndexOf("</svg>"));
  return inner.replace(/>\s+</g, "><").trim();
}
