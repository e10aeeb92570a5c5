/** The board as it will be at another time: the very board, with its clock set. */
import { useEffect, useRef, useState } from "preact/hooks";
import { instantOf, readingAt } from "#shared/london.ts";
import { TextField } from "../ui/Field.tsx";
import { say } from "./words.ts";

/** The picture that a board is made for, CSS pixels. */
const WIDTH = 1920;

export function AsOn({ centre }: { readonly centre: string }) {
  const [when, setWhen] = useState("");
  const at = instantOfField(when);
  return (
    <section class="card as-on">
      <div class="as-on-choice">
        <TextField
          label={say("asOn")}
          hint={say("asOnHint")}
          type="datetime-local"
          value={when}
          onValue={setWhen}
        />
        {at === null ? null : (
          <button type="button" class="button quiet" onClick={() => setWhen("")}>
            {say("asOnNow")}
          </button>
        )}
      </div>
      {at === null ? null : <Preview centre={centre} at={at} />}
    </section>
  );
}

/** What the field says is London's time, wherever the browser is; `null` for nothing. */
function instantOfField(text: string): number | null {
  const [day, time] = text.split("T");
  if (!day || !time || !/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  return instantOf(day, time.slice(0, 5));
}

function Preview({ centre, at }: { readonly centre: string; readonly at: number }) {
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0);
  useEffect(() => {
    const measured = new ResizeObserver(([entry]) => setScale((entry?.contentRect.width ?? 0) / WIDTH));
    if (frame.current) measured.observe(frame.current);
    return () => measured.disconnect();
  }, []);
  const { day } = readingAt(at);
  return (
    <div class="small-board" ref={frame}>
      {scale === 0 ? null : (
        <iframe
          src={`/preview?centre=${centre}&at=${new Date(at).toISOString()}`}
          title={say("asOnTitle", { centre, when: day })}
          tabIndex={-1}
          inert
          style={{ transform: `scale(${scale})` }}
        />
      )}
    </div>
  );
}
