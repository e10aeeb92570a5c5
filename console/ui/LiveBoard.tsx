/** The very board of a centre, small and live, as everyone in its reception sees it now. */
import { useEffect, useRef, useState } from "preact/hooks";
import monitor from "lucide-static/icons/monitor.svg?raw";
import { sayer } from "../language/say.ts";
import { centres, here, lookAt, nameOf } from "../live/centres.ts";
import catalogue from "../../content/translations/console.en.json";
import { Icon } from "./Icon.tsx";

const say = sayer(catalogue);
/** The picture that a board is made for, CSS pixels. */
const WIDTH = 1920;

export function LiveBoard() {
  useEffect(() => centres.follow(), []);
  const centre = here.value;
  const held = centres.held.value;
  const all = held.state === "loading" ? [] : (held.value ?? []);
  if (centre === null) return <p class="soft">{held.state === "here" ? say("noCentres") : say("loading")}</p>;
  return (
    <section class="live-board" aria-label={say("liveBoard", { centre: nameOf(centre) })}>
      <header>
        <Icon of={monitor} />
        {all.length > 1 ? (
          <select
            aria-label={say("centre")}
            value={centre.slug}
            onChange={(event) => lookAt(event.currentTarget.value)}
          >
            {all.map((one) => (
              <option key={one.centre.slug} value={one.centre.slug}>
                {nameOf(one.centre)}
              </option>
            ))}
          </select>
        ) : (
          <h2>{nameOf(centre)}</h2>
        )}
        <span class="soft">{say("live")}</span>
      </header>
      <Small
        key={centre.slug}
        address={`/board?centre=${centre.slug}`}
        title={say("liveBoard", { centre: nameOf(centre) })}
      />
    </section>
  );
}

/** A page of another size, made small; it is looked at, never used. */
function Small({ address, title }: { readonly address: string; readonly title: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0);
  useEffect(() => {
    const measured = new ResizeObserver(([entry]) => setScale((entry?.contentRect.width ?? 0) / WIDTH));
    if (frame.current) measured.observe(frame.current);
    return () => measured.disconnect();
  }, []);
  return (
    <div class="small-board" ref={frame}>
      {scale === 0 ? null : (
        <iframe src={address} title={title} tabIndex={-1} inert style={{ transform: `scale(${scale})` }} />
      )}
    </div>
  );
}
