import type { Page } from "playwright";

/** Runs in the page before all else: notes its connections, to be asked for their figures. */
export function notePeers(): void {
  const peers: RTCPeerConnection[] = [];
  const Real = globalThis.RTCPeerConnection as typeof RTCPeerConnection | undefined;
  if (!Real) return;
  const Noted = class extends Real {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      peers.push(this);
    }
  };
  Object.assign(globalThis, { peers, RTCPeerConnection: Noted });
}

/** Packets of sound that a page has received. */
export function packetsAt(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { peers } = globalThis as unknown as { readonly peers: readonly RTCPeerConnection[] };
    let packets = 0;
    for (const [, entry] of await peers[peers.length - 1]!.getStats()) {
      const { type, kind, packetsReceived } = entry as {
        type: string;
        kind?: string;
        packetsReceived?: number;
      };
      if (type === "inbound-rtp" && kind === "audio") packets += packetsReceived ?? 0;
    }
    return packets;
  });
}
