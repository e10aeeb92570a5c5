/** A call without a line: what kiosk and adviser say to each other through the hub. WebRTC does the rest. */

/** The kiosk offers once it is told `accepted`; both send candidates as they find them. */
export type Signal =
  | { readonly type: "offer" | "answer"; readonly sdp: string }
  | {
      readonly type: "ice";
      readonly candidate: string;
      readonly mid: string | null;
      readonly line: number | null;
    };

/** As `RTCPeerConnection` takes them. */
export interface IceServer {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

export interface Ringing {
  readonly id: string;
  readonly reference: string;
  /** When it rings out, and the hub's clock (epoch ms each). */
  readonly until: number;
  readonly now: number;
  readonly ice: readonly IceServer[];
}

export type VoiceSaid = { readonly id: string } &
  /** To the kiosk: an adviser is there. */
  (
    | { readonly what: "accepted" }
    /** To both: nobody took it. It became a request to ring the handset, or waits to be asked for otherwise. */
    | { readonly what: "rung-out"; readonly became: "handset" | null }
    | { readonly what: "signal"; readonly signal: Signal }
    /** To both: somebody hung up. */
    | { readonly what: "ended" }
  );
