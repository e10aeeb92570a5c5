/**
 * Listens for good. A page that writes itself anew (document.open) takes every listener in it away, ours too: they are
 * put back as soon as there is something new to touch. To add again what is still there does nothing.
 */
export function listen<E extends Event>(
  target: EventTarget,
  kinds: readonly string[],
  listener: (event: E) => void,
  options: AddEventListenerOptions = {},
): void {
  const add = (): void => {
    for (const kind of kinds) target.addEventListener(kind, listener as (event: Event) => void, options);
  };
  add();
  new MutationObserver(add).observe(document, { childList: true });
}
