/** What every page of a kiosk is given, and how a page changes what it shows. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Text, Said } from "#shared/languages.ts";
import { say } from "#shared/languages.ts";
import type { Speech } from "#kiosk/language/speech.ts";
import type { KioskUse } from "#shared/uses/uses.ts";
import type { Offered } from "#kiosk/live/offered.ts";
import { noted, type Place, type Visit } from "./visit.ts";

export interface Kiosk {
  readonly visit: Visit;
  readonly offered: Offered;
  readonly speech: Speech;
  readonly online: boolean;
  /** Whether it is paired: only then may it send a message. */
  readonly paired: boolean;
  /** Whether one may ask here for a call. */
  readonly callable: boolean;
  /** Where phones can open the hub's pages, without a slash at the end; `null` where they cannot. */
  readonly publicUrl: string | null;
  change(next: (visit: Visit) => Visit): void;
  go(place: Place): void;
  back(): void;
  /** Counts a use that the address of a page does not tell; nobody is named. */
  count(what: KioskUse, item?: string): void;
  /** Somebody is reading, listening or printing: the wipe waits longer. */
  busy(): void;
  /** `null` where nothing here speaks the visitor's language. */
  readonly reader: Reader | null;
}

/** Reads aloud what lies open: the sheet over a page, else the page. */
export interface Reader {
  readonly reading: boolean;
  read(): void;
  stop(): void;
}

const Context = createContext<Kiosk | null>(null);
export const KioskProvider = Context.Provider;

export function useKiosk(): Kiosk {
  const kiosk = useContext(Context);
  if (!kiosk) throw new Error("a page stands outside the kiosk");
  return kiosk;
}

/** What a page remembers while the visitor goes elsewhere and back; gone at the start. */
export function useNote<T>(name: string, initial: T): [T, (value: T) => void] {
  const { visit, change } = useKiosk();
  const known = visit.notes.has(name) ? (visit.notes.get(name) as T) : initial;
  return [known, (value) => change((before) => noted(before, name, value))];
}

/** A text in the visitor's language if it has it, else in another. */
export function useSay(): (text: Text) => Said {
  const { visit } = useKiosk();
  return (text) => say(text, visit.language) ?? { words: "", language: "en" };
}
