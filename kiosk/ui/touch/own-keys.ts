let phone: MediaQueryList | null = null;

/** A phone brings its own keys, which fit it better than any that are drawn on so small a glass. */
export function hasOwnKeyboard(): boolean {
  return (phone ??= matchMedia("(max-width: 560px)")).matches;
}
