/** A leaflet's pages as they were printed: one at a time, bigger and smaller by buttons. */
import type { Language } from "#shared/languages.ts";
import type { Media } from "#shared/schema.ts";
import { mediaUrl } from "#kiosk/live/media.ts";
import { useKiosk, useNote } from "#kiosk/ui/touch/kiosk.ts";
import { Pic, type PicName } from "#kiosk/ui/touch/Pic.tsx";

interface Props {
  readonly id: string;
  readonly pages: readonly Media[];
  readonly language: Language;
}

/** Of the width that there is. */
const SIZES = [1, 1.5, 2, 3] as const;

export function PrintedPages({ id, pages, language }: Props) {
  const { speech } = useKiosk();
  const [at, turn] = useNote(`page ${id}`, 0);
  const [size, zoom] = useNote(`zoom ${id}`, 0);
  const page = pages[Math.min(at, pages.length - 1)];
  if (!page) return null;
  const label = speech.t("leaflet.page", { n: at + 1, of: pages.length });
  const button = (pic: PicName, words: string, can: boolean, act: () => void) => (
    <button type="button" class="step" disabled={!can} onClick={act}>
      <Pic name={pic} />
      <span>{words}</span>
    </button>
  );
  return (
    <div class="printed">
      <div class="mover" data-group>
        {button("smaller", speech.t("leaflet.smaller"), size > 0, () => zoom(size - 1))}
        {button("bigger", speech.t("leaflet.bigger"), size < SIZES.length - 1, () => zoom(size + 1))}
        {pages.length > 1 && button("up", speech.t("leaflet.before"), at > 0, () => turn(at - 1))}
        {pages.length > 1 &&
          button("down", speech.t("leaflet.next"), at < pages.length - 1, () => turn(at + 1))}
      </div>
      <p class="hint" aria-live="polite">
        {label}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys */}
      <div class="printed-page" tabIndex={0} role="group" aria-label={label}>
        <img
          src={mediaUrl(page)}
          alt={page.alt?.words[language] ?? label}
          style={{ width: `${100 * SIZES[size]!}%` }}
        />
      </div>
    </div>
  );
}
