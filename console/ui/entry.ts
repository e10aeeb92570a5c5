/** A page as the registry names it. */
import type { ComponentType } from "preact";
import type { CommandName, Sent } from "#shared/contract.ts";
import type { PersonRole } from "#shared/command.ts";
import type { Topic } from "#shared/people/protocol.ts";
import type words from "../../content/translations/console.en.json";

/** What stands beside a page's name in the navigation, as a number. */
export interface Badge<Name extends CommandName = CommandName> {
  readonly command: Name;
  readonly input: Sent<Name>;
  readonly topics: readonly Topic[];
  /** From the command's answer; none is not shown. */
  count(value: never): number;
  /** It cannot wait. */
  readonly urgent?: boolean;
  /** Who may ask; left out: whoever may open the page. */
  readonly roles?: readonly PersonRole[];
}

/** What a page gets: the parts of its address that its path names. */
export type RouteProps = Readonly<Record<string, string>>;

export interface PageEntry {
  /** Below /console; `:name` stands for a part that the page gets as a property. */
  readonly path: string;
  /** Its name, a key of content/translations/console.en.json. */
  readonly word: keyof typeof words;
  /** An icon's text; a page without one is not in the navigation. */
  readonly icon?: string;
  /** Who may open it. */
  readonly roles: readonly PersonRole[];
  /** The letter that leads to it after `g`. */
  readonly key?: string;
  readonly badge?: Badge;
  /** Fetches the page when it is first opened. */
  load(): Promise<{ readonly default: ComponentType<RouteProps> }>;
}
