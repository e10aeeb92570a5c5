/** A list of rows: those that are seen at first are there at once, the rest a moment later. */
import { type ComponentChildren, toChildArray } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useKiosk } from "./kiosk.ts";
import { leftAt } from "./Scroller.tsx";
import { here } from "./visit.ts";

/** About as many as a glass shows before it is moved. */
const SEEN = 6;

export function Rows({ children }: { readonly children: ComponentChildren }) {
  const { visit } = useKiosk();
  const rows = toChildArray(children);
  // Whoever comes back to where she had moved to must find it there.
  const [whole, setWhole] = useState(rows.length <= SEEN || leftAt(here(visit)) > 0);
  useEffect(() => setWhole(true), []);
  return (
    <ul class="rows" data-group>
      {whole ? rows : rows.slice(0, SEEN)}
      {!whole && <li data-coming hidden />}
    </ul>
  );
}
