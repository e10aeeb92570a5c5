/** The same bar at the foot of every page: the start, the language, how it looks, reading aloud, and the way out. */
import { LANGUAGES, type Language } from "#shared/languages.ts";
import { NAMES } from "#kiosk/language/names.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Pic, type PicName } from "#kiosk/ui/touch/Pic.tsx";
import { here, startedAgain } from "#kiosk/ui/touch/visit.ts";
import type { SheetName } from "./Shell.tsx";

interface Props {
  open(sheet: SheetName): void;
}

export function Bar({ open }: Props) {
  const { speech, visit, offered, callable, reader, change, go } = useKiosk();
  const { page } = here(visit);
  const other = otherLanguage(visit.language, offered.centre.languages);
  const others = speech.t("bar.languages", {
    language: `\u2068${NAMES[other]}\u2069`,
    n: LANGUAGES.length - 2,
  });
  return (
    <nav class="bar" aria-label={speech.t("bar.label")} data-group>
      <Item
        pic="home"
        words={speech.t("bar.start")}
        here={page === "start"}
        act={() => change(startedAgain)}
      />
      <Item
        pic="languages"
        words={others}
        label={`${speech.t("bar.languages-label")}: ${others}`}
        act={() => open("languages")}
      />
      <Item pic="size" words={speech.t("bar.size")} act={() => open("look")} />
      {reader && (
        <Item
          pic={reader.reading ? "silent" : "aloud"}
          words={speech.t(reader.reading ? "bar.stop" : "bar.read")}
          act={reader.reading ? reader.stop : reader.read}
        />
      )}
      {visit.kept.length > 0 && (
        <Item
          pic="list"
          words={speech.t("bar.list", { n: visit.kept.length })}
          here={page === "list"}
          act={() => go({ page: "list" })}
        />
      )}
      <Item pic="leave" words={speech.t("bar.done")} act={() => open("done")} />
      {callable && page !== "start" && (
        <Item
          pic="phone"
          words={speech.t("bar.talk")}
          tone="plum"
          here={page === "call"}
          act={() => page !== "call" && go({ page: "call" })}
        />
      )}
    </nav>
  );
}

interface ItemProps {
  readonly pic: PicName;
  readonly words: string;
  readonly label?: string;
  readonly here?: boolean;
  readonly tone?: "plum";
  act(): void;
}

function Item({ pic, words, label, here: isHere = false, tone, act }: ItemProps) {
  return (
    <button
      type="button"
      class={tone ?? ""}
      aria-current={isHere ? "page" : undefined}
      aria-label={label}
      onClick={act}
    >
      <Pic name={pic} />
      <span>{words}</span>
    </button>
  );
}

/** The one that is named on the button: another of the centre's own, else Welsh, else English. */
function otherLanguage(spoken: Language, own: readonly Language[]): Language {
  const order: readonly Language[] = [...own, "cy", "en"];
  return order.find((language) => language !== spoken) ?? "en";
}
