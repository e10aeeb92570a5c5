/** A notice on the board: a few words from the centre, perhaps with a picture or a film. */
import type { Notice } from "#shared/notices/schema.ts";
import { tongue } from "#kiosk/language/tongues.ts";
import { voicesOf } from "#kiosk/language/voices.ts";
import type { Art, SlideProps } from "#kiosk/ui/slide.ts";
import { SlideFace, wordsOf } from "#kiosk/ui/SlideFace.tsx";

export function NoticeSlide({ body, turn, picture, film }: SlideProps<"notice">) {
  const voices = voicesOf(body.title, turn).map((title) => ({
    kicker: tongue(title.language).say("slide.notice"),
    title,
    words: wordsOf(body.text, title),
    facts: [],
  }));
  return <SlideFace icon="notice" voices={voices} picture={picture} film={film} />;
}

export function artOfNotice(notice: Notice): Art {
  return { picture: notice.picture, film: notice.video };
}
