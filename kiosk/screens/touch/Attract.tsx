/** What lies over the board's slides until somebody touches: the whole glass is one button. */
import type { Language } from "#shared/languages.ts";
import { INVITATIONS } from "#kiosk/language/invitations.ts";
import { Words } from "#kiosk/language/Words.tsx";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";

export function Attract({ languages, wake }: { readonly languages: readonly Language[]; wake(): void }) {
  return (
    <button type="button" class="attract" onClick={wake}>
      <span class="attract-bar">
        <Pic name="hand" />
        {languages.map((language) => (
          <Words key={language} said={{ words: INVITATIONS[language], language }} />
        ))}
        <Pic name="languages" />
      </span>
    </button>
  );
}
