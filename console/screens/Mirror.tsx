/** What is on a screen now, small: the kiosk's own page for it, on the slide that the screen says it is on. */
import { useEffect, useRef, useState } from "preact/hooks";
import { ownOf } from "#shared/screens/screen.ts";
import type { ScreenReport } from "#shared/screens/report.ts";
import { sayer } from "../language/say.ts";
import { showing } from "../live/client.ts";
import catalogue from "../../content/translations/console.screens.en.json";

const say = sayer(catalogue);

export function Mirror({ screen }: { readonly screen: ScreenReport }) {
  const frame = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLIFrameElement>(null);
  const [scale, setScale] = useState(0);
  const [isSeen, setSeen] = useState(false);
  const { health, settings, presence, name, id, centre } = screen;
  const size = health?.picture ?? { width: 1920, height: 1080 };
  const what = showing.value.get(id) ?? health?.showing ?? "";
  const own = JSON.stringify(ownOf(settings, Date.now()));

  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const measured = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setScale(Math.min(width / size.width, height / size.height));
    });
    // A page for each of a hundred screens would be too much: only for those that are looked at.
    const seen = new IntersectionObserver((entries) => setSeen(entries.some(({ isIntersecting }) => isIntersecting)), { rootMargin: "200px" }); // prettier-ignore
    measured.observe(box);
    seen.observe(box);
    return () => {
      measured.disconnect();
      seen.disconnect();
    };
  }, [size.width, size.height]);

  useEffect(() => {
    const tell = () => page.current?.contentWindow?.postMessage({ showing: what, own: JSON.parse(own) }, location.origin); // prettier-ignore
    const ready = ({ source }: MessageEvent) => source === page.current?.contentWindow && tell();
    addEventListener("message", ready);
    tell();
    return () => removeEventListener("message", ready);
  }, [what, own]);

  const isInUse = what === "in-use" && presence === "online";
  return (
    <div class={`mirror ${presence}`} ref={frame}>
      {isSeen && scale > 0 && !isInUse ? (
        <iframe
          ref={page}
          src={`/mirror?centre=${centre}`}
          title={say("mirror", { name })}
          tabIndex={-1}
          inert
          style={{ width: `${size.width}px`, height: `${size.height}px`, transform: `translate(-50%, -50%) scale(${scale})` }} // prettier-ignore
        />
      ) : null}
      {isInUse ? <p class="mirror-word">{say("inUse")}</p> : null}
      {presence === "online" ? null : <p class="mirror-word away">{say("lastKnown")}</p>}
    </div>
  );
}
