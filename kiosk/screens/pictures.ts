/** Fetches and decodes pictures before their slides come, so that none appears piece by piece. */
export interface Pictures {
  /** Gets these ready and lets all others go. Calls `settled` when one has come or failed. */
  want(addresses: readonly string[], settled: () => void): void;
  state(address: string): "waiting" | "ready" | "failed";
  stop(): void;
}

interface Fetched {
  /** Holding on to it keeps it decoded. */
  readonly image: HTMLImageElement;
  state: "waiting" | "ready" | "failed";
  readonly asked: number;
}

/** What has not come by then is left out (ms). */
const PATIENCE = 8_000;
/** What failed is tried again: the hub may be back. */
const AGAIN = 60_000;

export function keepPictures(): Pictures {
  const held = new Map<string, Fetched>();

  function fetchOne(address: string, settled: () => void): void {
    const image = new Image();
    const fetched: Fetched = { image, state: "waiting", asked: performance.now() };
    held.set(address, fetched);
    image.src = address;
    const settle = (state: "ready" | "failed") => () => {
      if (fetched.state !== "waiting") return;
      clearTimeout(timer);
      fetched.state = state;
      if (held.get(address) === fetched) settled();
    };
    const timer = setTimeout(settle("failed"), PATIENCE);
    image.decode().then(settle("ready"), settle("failed"));
  }

  return {
    want(addresses, settled) {
      for (const address of held.keys()) if (!addresses.includes(address)) held.delete(address);
      for (const address of addresses) {
        const known = held.get(address);
        const stale = known?.state === "failed" && performance.now() - known.asked > AGAIN;
        if (!known || stale) fetchOne(address, settled);
      }
    },
    state: (address) => held.get(address)?.state ?? "waiting",
    stop: () => held.clear(),
  };
}
