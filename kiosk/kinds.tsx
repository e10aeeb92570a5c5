/** One line per kind of item: its slide on a board, and what that shows beside its words. */
import type { ComponentType } from "preact";
import type { Bodies, Kind } from "#shared/kinds.ts";
import type { Language } from "#shared/languages.ts";
import { EventSlide, artOfEvent } from "./events/EventSlide.tsx";
import { LeafletSlide, artOfLeaflet } from "./leaflets/LeafletSlide.tsx";
import { NoticeSlide, artOfNotice } from "./notices/NoticeSlide.tsx";
import { UrgentNotice } from "./notices/UrgentNotice.tsx";
import type { Faces } from "./screens/run.tsx";
import type { Art, SlideProps } from "./ui/slide.ts";
import { VacancyCard } from "./vacancies/VacancyCard.tsx";

interface OnBoard<K extends Kind> {
  readonly Slide: ComponentType<SlideProps<K>>;
  readonly art: (body: Bodies[K], turn: readonly Language[]) => Art;
}

/** `null`: has no slides. Vacancies run along the board as the ten; websites are for kiosks. */
export const kinds = {
  vacancy: null,
  leaflet: { Slide: LeafletSlide, art: artOfLeaflet },
  event: { Slide: EventSlide, art: artOfEvent },
  notice: { Slide: NoticeSlide, art: artOfNotice },
  website: null,
} as const satisfies { readonly [K in Kind]: OnBoard<K> | null };

/** What a board draws of them. */
export const faces: Faces = {
  art(slide, turn) {
    const kind = kinds[slide.kind];
    return kind ? kind.art(slide.body as never, turn) : { picture: null, film: null };
  },
  slide({ kind, body, occurrence }, around) {
    const Slide = kinds[kind]?.Slide;
    return Slide ? <Slide body={body as never} occurrence={occurrence} {...around} /> : null;
  },
  card: ({ vacancy, placement }, number, turn) => (
    <VacancyCard vacancy={vacancy} travel={placement.travel} number={number} turn={turn} />
  ),
  urgent: ({ body }, languages) => <UrgentNotice notice={body} languages={languages} />,
};
