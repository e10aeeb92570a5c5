/** What goes to the printer: one A5 page of the things themselves, with the code that opens them. */
import type { ComponentType } from "preact";
import { Paper } from "#kiosk/ui/touch/Paper.tsx";
import { SaidText } from "#kiosk/ui/touch/Said.tsx";
import type { Keepable } from "#kiosk/ui/touch/visit.ts";
import type { Thing } from "./things.ts";

/** What each kind says of itself on paper: in full where it stands alone, in a few lines on a list. */
export type Sheets = Readonly<Record<Keepable["kind"], ComponentType<{ id: string; alone: boolean }>>>;

interface Props {
  readonly things: readonly Thing[];
  readonly address: string | null;
  readonly sheets: Sheets;
}

export function TakenHome({ things, address, sheets }: Props) {
  return (
    <Paper address={address}>
      {things.map(({ item, title }) => {
        const Sheet = sheets[item.kind];
        return (
          <article key={`${item.kind} ${item.id}`}>
            <h1>
              <SaidText text={title} />
            </h1>
            <Sheet id={item.id} alone={things.length === 1} />
          </article>
        );
      })}
    </Paper>
  );
}
