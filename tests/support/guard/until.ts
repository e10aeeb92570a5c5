/** Asks until there is something, for helpers that benchmarks use too, where no test runner is. */
export async function until<T>(
  ask: () => Promise<T> | T,
  { timeout, interval }: { readonly timeout: number; readonly interval: number },
): Promise<Exclude<T, undefined | null | false>> {
  const began = performance.now();
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Exclude<T, undefined | null | false>;
    if (performance.now() - began > timeout) throw new Error(`Waited ${timeout} ms in vain`);
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}
