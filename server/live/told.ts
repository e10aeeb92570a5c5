/** When each of the latest changes was told to the screens, to know how soon they painted it. */

/** Keeps the instants of the latest changes only. */
export function remember(told: Map<number, number>, version: number, at: number): void {
  told.set(version, at);
  const [oldest] = told.keys();
  if (told.size > 200 && oldest !== undefined) told.delete(oldest);
}
