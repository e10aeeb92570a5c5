/** A keyboard on the glass for big fingers, in the visitor's own letters and in those of the adverts. */
import type Keyboard from "simple-keyboard";
import { useEffect, useRef } from "preact/hooks";
import { LATIN, LETTERS, SIGNS, type Rows } from "#kiosk/language/keys.ts";
import type { Speech } from "#kiosk/language/speech.ts";
import { useKiosk } from "./kiosk.ts";

interface Props {
  readonly value: string;
  /** Letters that a first touch finds: those of an e-mail address are Latin. */
  readonly latin?: boolean;
  type(value: string): void;
  done(): void;
}

type Set = "own" | "latin" | "signs";

/** Loaded with the first page that needs it. */
export function Keys(props: Props) {
  const { speech } = useKiosk();
  const box = useRef<HTMLDivElement>(null);
  const now = useRef(props);
  now.current = props;

  useEffect(() => {
    let keyboard: Keyboard | null = null;
    let gone = false;
    let set: Set = props.latin ? "latin" : "own";

    /** The next key may come before this one is drawn. */
    function type(value: string): void {
      now.current = { ...now.current, value };
      now.current.type(value);
    }

    function press(key: string): void {
      const { value, done } = now.current;
      if (key === "{done}") return done();
      if (key === "{bksp}") return type([...value].slice(0, -1).join(""));
      if (key === "{space}") return type(`${value} `);
      if (!key.startsWith("{")) return type(value + key);
      set = key.slice(1, -1) as Set;
      keyboard?.setOptions(optionsFor(speech, set));
    }

    void import("simple-keyboard/build/index.modern.esm.js").then(({ default: KeyboardOnGlass }) => {
      if (gone || !box.current) return;
      keyboard = new KeyboardOnGlass(box.current, {
        ...optionsFor(speech, set),
        onKeyPress: press,
        // Plain clicks: what a palm or a second tap must not do, and what a switch can, is settled for all buttons alike.
        useMouseEvents: true,
        useButtonTag: true,
        disableButtonHold: true,
        mergeDisplay: true,
      });
    });
    return () => {
      gone = true;
      keyboard?.destroy();
    };
  }, [speech.language]);

  return <div class="keys" dir="ltr" data-group ref={box} />;
}

function optionsFor(speech: Speech, set: Set) {
  const rows: Rows = { own: LETTERS[speech.language], latin: LATIN, signs: SIGNS }[set];
  const hasOwn = LETTERS[speech.language] !== LATIN;
  const others = (["own", "latin", "signs"] as const).filter(
    (one) => one !== set && (one !== "latin" || hasOwn),
  );
  const last = [...others.map((one) => `{${one}}`), "{space}", "{bksp}", "{done}"].join(" ");
  const own = [...(LETTERS[speech.language][0] ?? "")]
    .slice(0, 5)
    .filter((letter) => letter !== " ")
    .join("");
  return {
    layout: { default: [...rows, last] },
    display: {
      "{bksp}": "⌫",
      "{space}": speech.t("keys.space"),
      "{done}": speech.t("close"),
      "{own}": own,
      "{latin}": "abc",
      "{signs}": "123",
    },
    buttonAttributes: [
      { attribute: "aria-label", value: speech.t("keys.delete"), buttons: "{bksp}" },
      { attribute: "lang", value: speech.language, buttons: "{space} {done}" },
    ],
  };
}
