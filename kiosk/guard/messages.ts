/** What the guard's parts say to each other. */

export type Message =
  /** Somebody touched the page in this frame. */
  | { readonly say: "touched" }
  /** The visitor has finished, or nobody is there any more. */
  | { readonly say: "home" }
  /** The hub's page speaks this language now. */
  | { readonly say: "language"; readonly language: string }
  /** The page on the glass is alive; whether it wants to be seen. */
  | { readonly say: "beat"; readonly lit: boolean }
  /** The corner was touched as an installer does. */
  | { readonly say: "menu" }
  /** The hub's page asks to be told once nothing of the last visitor is left. */
  | { readonly say: "wiped" }
  /** The top frame asks for what its bar needs. */
  | { readonly say: "hello" }
  /** To the top frame: somebody touched one of the frames within. */
  | { readonly say: "still-there" };

export interface Reply {
  readonly language: string;
}

export function tell(message: Message): void {
  // The worker is being replaced by a newer one: the next touch finds it.
  void chrome.runtime.sendMessage(message).catch(() => {});
}
