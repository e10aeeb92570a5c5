/** A leaflet on paper: its text where it stands alone, its summary on a list. */
import { directionOf } from "#kiosk/language/tongue.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Paragraphs } from "#kiosk/ui/touch/Said.tsx";
import { Markdown } from "#kiosk/ui/Markdown.tsx";
import { bestLanguage } from "./reading.ts";

export function LeafletSheet({ id, alone }: { id: string; alone: boolean }) {
  const { offered, visit } = useKiosk();
  const leaflet = offered.leaflets.find((one) => one.id === id)?.leaflet;
  if (!leaflet) return null;
  const language = bestLanguage(leaflet, visit.language);
  const text = leaflet.text?.words[language];
  if (!alone || text === undefined) return <Paragraphs text={leaflet.summary} />;
  return (
    <div lang={language} dir={directionOf(language)}>
      <Markdown text={text} />
    </div>
  );
}
