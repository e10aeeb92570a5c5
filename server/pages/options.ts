import type { Language } from "#shared/languages.ts";
import type { PageUse } from "#shared/uses/uses.ts";
import type { PageReader } from "./reader.ts";

/** What the hub gives the light pages. */
export interface PageOptions {
  readonly read: PageReader;
  /** Where phones can open the hub, `null` where no public address is set. */
  readonly publicUrl: string | null;
  /** The hub's clock, epoch ms. */
  now(): number;
  /** A leaflet's Markdown as clean HTML. */
  leafletHtml(markdown: string): Promise<string>;
  /** A page was read by a person, as far as one can tell: counted, and nothing else kept of it. */
  opened(what: PageUse, centre: string, item: string | null, language: Language): void;
  /** Told of what went wrong while the visitor was told to come back. */
  report(error: unknown): void;
}
