/**
 * What a screen and the hub say to each other over a socket. The same facts travel over HTTP where
 * sockets are blocked. Types only for screens; the hub checks what comes in with schemas of its own.
 */
import type { Changes } from "../programme.ts";
import type { PackedCode } from "./code.ts";
import type { Own } from "./own.ts";
import type { Health, ScreenKind } from "./screen.ts";

/** Goes up with every change that an older page could not read. */
export const CONTRACT = 1;

export interface Hello {
  readonly contract: number;
  /** The centre an unpaired board asks for; a paired screen is known by its token. */
  readonly centre: string | null;
  readonly kind: ScreenKind;
  /** What the screen holds; `epoch: null` holds nothing. */
  readonly epoch: string | null;
  readonly version: number;
  readonly health: Health;
}

/** The hub's answer to a hello and to a heartbeat. */
export type Welcome =
  | {
      readonly state: "welcome";
      readonly centre: string;
      readonly kind: ScreenKind;
      /** The screen's own name, `null` for an unpaired one. */
      readonly name: string | null;
      readonly own: Own;
      readonly changes: Changes;
      /** Fingerprint of the hub's entries as of `changes.now`; if the screen's differs, it asks for the whole. */
      readonly digest: string;
      /** Where phones can open the hub's pages, `null` where no public address is set. */
      readonly publicUrl: string | null;
      /** Opens the centre's own page on a phone, `null` where no public address is set. */
      readonly code: PackedCode | null;
      /** Contract and build that the hub serves. */
      readonly app: string;
      /** What a person at the console wants done now; over HTTP only, on a socket it comes by itself. */
      readonly order?: Order;
    }
  /** The page is too old or too new: update the service worker and reload once. */
  | { readonly state: "update"; readonly app: string }
  /** Token revoked or never known: show the pairing page. */
  | { readonly state: "unpaired" }
  | { readonly state: "no-such-centre" };

export interface Heartbeat {
  readonly health: Health;
  readonly epoch: string;
  readonly version: number;
}

export interface Beat {
  readonly epoch: string;
  /**
   * The number of the last change to what this screen holds. A screen that holds at least this
   * compares digests; one still behind it at two beats running asks for the whole.
   */
  readonly version: number;
  readonly now: number;
  readonly digest: string;
}

export interface ScreenToHub {
  hello: (hello: Hello, reply: (welcome: Welcome) => void) => void;
  heartbeat: (beat: Heartbeat, reply: (beat: Beat) => void) => void;
  /** Everything, because the digests differ. */
  whole: (reply: (changes: Changes & { readonly digest: string }) => void) => void;
  /** The frame that shows everything up to this version has been drawn. */
  painted: (version: number) => void;
  /** What is on the screen now, by the screen's own name for it: a slide's key and its languages. */
  showing: (what: string) => void;
}

export interface HubToScreen {
  changes: (changes: Changes) => void;
  /** The token is no longer valid: show the pairing page at once. */
  revoked: () => void;
  /** The screen's own settings have changed. */
  about: (about: { readonly name: string; readonly own: Own }) => void;
  order: (order: Order) => void;
}

/** What a person in front of the console has a screen do once. */
export type Order =
  /** Shows its name large, so that one knows which device it is. */
  | { readonly what: "identify"; readonly name: string }
  | { readonly what: "reload" }
  /** It is of another kind from now on: goes to that page. */
  | { readonly what: "become"; readonly kind: ScreenKind };

/** What a device that waits to be paired is told. */
export type Pairing =
  | {
      readonly state: "waiting";
      readonly code: string;
      /** epoch ms */
      readonly expires: number;
      /** Where an adviser's phone can open the console; absent where no public address is set. */
      readonly publicUrl?: string | null;
    }
  | { readonly state: "paired"; readonly kind: ScreenKind; readonly centre: string };
