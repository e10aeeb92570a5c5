/** The working day that an advert's own words tell of, to be laid over a school day. Pure. */

/** Hours since midnight; a night shift ends after 24. */
export interface WorkingDay {
  readonly from: number;
  readonly to: number;
}

const TIME = String.raw`(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm|noon)?`;
const RANGE = new RegExp(`${TIME}\\s*(?:-|–|—|to|until|tan|i)\\s*${TIME}`, "gi");

/** "9am–3pm", "9.15 to 2.45pm": `null` where no times, or several different ones, are said. */
export function workingDay(words: string | null): WorkingDay | null {
  const found = [...(words ?? "").matchAll(RANGE)].flatMap((match) => understand(match) ?? []);
  const [first] = found;
  const single = found.every(({ from, to }) => from === first?.from && to === first.to);
  return first && single ? first : null;
}

function understand([
  ,
  h1 = "",
  m1 = "",
  half1,
  h2 = "",
  m2 = "",
  half2,
]: RegExpMatchArray): WorkingDay | null {
  // Neither minutes nor am or pm: it may be "3 to 4 days".
  if (!half1 && !half2 && !m1 && !m2) return null;
  const to = clock(Number(h2), Number(m2), half2);
  const from = clock(Number(h1), Number(m1), half1 ?? borrowed(Number(h1), Number(h2), half2));
  if (from === null || to === null) return null;
  if (to > from) return { from, to };
  return half1 && half2 ? { from, to: to + 24 } : null;
}

/** "9 to 5pm" begins in the morning, "1 to 3pm" after noon. */
function borrowed(start: number, end: number, half: string | undefined): string | undefined {
  if (half !== "pm") return half;
  return start % 12 < end % 12 ? "pm" : "am";
}

function clock(hour: number, minutes: number, half: string | undefined): number | null {
  if (hour > 24 || minutes > 59) return null;
  const part = half?.toLowerCase();
  const base = part === "pm" && hour < 12 ? hour + 12 : part === "am" && hour === 12 ? 0 : hour;
  return base + minutes / 60;
}
