import type { Audience } from "#shared/schema.ts";
import type { PersonRole } from "#shared/command.ts";
import type { RunningHub } from "./hub.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- whatever the hub answers
type Answer = any;

/** What a browser does with the hub: it sends the cookies it was given, from one address. */
export class Browser {
  readonly setCookies: string[] = [];
  readonly #cookies = new Map<string, string>();
  readonly #url: string;
  readonly #address: string | null;

  /** @param address as a proxy before the hub names it */
  constructor(url: string, cookie = "", address: string | null = null) {
    this.#url = url;
    this.#address = address;
    for (const one of cookie.split("; ").filter(Boolean)) this.#take(one);
  }

  get cookie(): string {
    return Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join("; ");
  }

  async send(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.#url}/api/v1${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        cookie: this.cookie,
        origin: new URL(this.#url).origin,
        ...(this.#address === null ? {} : { "x-forwarded-for": this.#address }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.takeFrom(response);
    return response.json();
  }

  /** Keeps the cookies that an answer sets. */
  takeFrom(response: Response): void {
    for (const set of response.headers.getSetCookie()) {
      this.setCookies.push(set);
      this.#take(set.split(";")[0] ?? "", /max-age=0/i.test(set));
    }
  }

  get(path: string): Promise<Answer> {
    return this.send("GET", path);
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.send("POST", path, body);
  }

  command(name: string, input: unknown): Promise<Answer> {
    return this.post(`/commands/${name}`, input);
  }

  #take(pair: string, gone = false): void {
    const at = pair.indexOf("=");
    if (gone) this.#cookies.delete(pair.slice(0, at));
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

export interface Entering {
  readonly link: string | null;
  readonly password: string;
  readonly name?: string;
  readonly email?: string;
}

/** Comes in by a one-time link, given as the path that the hub prints. */
export function enterBy(browser: Browser, { link, ...more }: Entering): Promise<Answer> {
  return browser.post("/links", { ...more, link: link?.split("#")[1] });
}

export interface Newcomer {
  readonly email: string;
  readonly role: PersonRole;
  readonly centres?: Audience;
  readonly decides?: readonly string[];
  readonly password?: string;
}

/** Invites a person, who comes in by the link. */
export async function signedIn(
  running: RunningHub,
  { password = "correct horse battery staple", centres = [], decides = [], ...who }: Newcomer,
): Promise<{ browser: Browser; person: string }> {
  const handed = await running.done("addPerson", {
    ...who,
    centres: centres === "all" ? "all" : [...centres],
    decides: [...decides],
  });
  const browser = new Browser(running.url);
  const entered = await enterBy(browser, { link: handed.link, password });
  if (!entered.ok) throw new Error(JSON.stringify(entered));
  return { browser, person: handed.person.id };
}
