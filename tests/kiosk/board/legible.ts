/** Finds words on a board that a person at five metres could not read. Runs inside the page. */

/** Lines that are cut through, and words that are too small. */
export function illegible(): readonly string[] {
  const landscape = innerWidth > innerHeight;
  const least = (landscape ? innerHeight : innerWidth) / 38;
  const found: string[] = [];
  const walker = document.createTreeWalker(document.getElementById("screen")!, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode as Text;
    const holder = words.parentElement!;
    if (!words.data.trim() || holder.closest("[aria-hidden=true]")) continue;
    const size = parseFloat(getComputedStyle(holder).fontSize);
    if (size < least - 0.01) found.push(`${words.data} is ${size}px, less than ${least}px`);
    const range = document.createRange();
    range.selectNodeContents(words);
    for (const line of range.getClientRects()) if (line.width > 0) look(words, line, holder);
  }
  return found;

  /** Notes a line of which a box shows a part only. Letters have room to spare above and below them. */
  function look(words: Text, line: DOMRect, holder: Element): void {
    const [top, bottom] = [line.top + line.height * 0.25, line.bottom - line.height * 0.25];
    const [left, right] = [line.left + 2, line.right - 2];
    let shortened = false;
    for (let box: Element | null = holder; box; box = box.parentElement) {
      const style = getComputedStyle(box);
      shortened ||= style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none";
      if (style.overflowX === "visible") continue;
      const frame = box.getBoundingClientRect();
      if (bottom <= frame.top || top >= frame.bottom || right <= frame.left || left >= frame.right) return;
      const across = !shortened && (left < frame.left || right > frame.right);
      const cut = top < frame.top || bottom > frame.bottom || across;
      if (cut) return void found.push(`"${words.data}" is cut by .${box.className}`);
    }
  }
}
