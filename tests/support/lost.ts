/** Runs in the page: what lies beyond the glass, or is so narrow that every letter stands on a line of its own. */
export function whatIsLost(): readonly string[] {
  const seen = [...document.querySelectorAll<HTMLElement>("#touch *")].filter(
    (one) =>
      one.offsetParent && !one.closest(".skip") && one.childElementCount === 0 && one.textContent?.trim(),
  );
  const lost = (one: HTMLElement) => {
    const { left, right, width } = one.getBoundingClientRect();
    const hidden = getComputedStyle(one).clipPath !== "none";
    const longest = Math.max(...one.textContent.split(/\s+/).map((word) => word.length));
    const letter = Number.parseFloat(getComputedStyle(one).fontSize) / 2;
    return !hidden && (right > innerWidth + 1 || left < -1 || (longest > 3 && width < letter * 3));
  };
  return seen.filter(lost).map((one) => one.outerHTML.slice(0, 120));
}
