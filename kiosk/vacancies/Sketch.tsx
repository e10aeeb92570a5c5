/** Where a job is, seen from the centre: rings of miles, north above, and the way as the crow flies. */
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import type { Way } from "./way.ts";

/** Rings that are drawn, in miles; the outermost is the first that holds the job. */
const RINGS = [0.5, 1, 2, 5, 10, 20, 50] as const;
const RADIUS = 90;

export function Sketch({ way }: { readonly way: Way }) {
  const { speech } = useKiosk();
  const outer = RINGS.find((ring) => ring >= way.miles);
  if (outer === undefined) return null;
  const angle = (way.bearing * Math.PI) / 180;
  const reach = (way.miles / outer) * RADIUS;
  const [x, y] = [Math.sin(angle) * reach, -Math.cos(angle) * reach];
  return (
    <svg class="sketch" viewBox="-110 -110 220 220" role="img" aria-label={wayWords(speech, way)}>
      {[RADIUS, RADIUS / 2].map((ring) => (
        <circle key={ring} r={ring} class="ring" />
      ))}
      <path class="north" d="M0 -108l6 12h-12z" />
      <line class="crow" x2={x} y2={y} />
      <circle class="us" r="7" />
      <path
        class="them"
        transform={`translate(${x} ${y})`}
        d="M0 0c-7-9-11-13-11-19a11 11 0 0 1 22 0c0 6-4 10-11 19z"
      />
    </svg>
  );
}

/** "1.2 miles north-east of here". */
export function wayWords(speech: ReturnType<typeof useKiosk>["speech"], { miles, direction }: Way): string {
  if (miles < 0.15) return speech.t("job.very-near");
  const n = miles < 10 ? miles.toFixed(1) : String(Math.round(miles));
  const { point } = speech.catalogue.money;
  return speech.t("job.from-here", { n: n.replace(".", point), direction: speech.t(`compass.${direction}`) });
}
