/**
 * A voice call between two browsers: WebRTC does the work, the hub passes the signals on. Nothing is recorded.
 * Kiosk and console have the same end of it, but that the kiosk makes the offer.
 */
import type { IceServer, Signal } from "#shared/calls/voice.ts";

export interface Talk {
  /** What the other side says through the hub, in whatever order it comes. */
  hear(signal: Signal): void;
  /** How loud each side is now, 0 to 1. */
  levels(): { readonly mine: number; readonly theirs: number };
  stop(): void;
}

export interface TalkNeeds {
  readonly microphone: MediaStream;
  readonly ice: readonly IceServer[];
  /** Whether this side makes the offer. */
  readonly offers: boolean;
  send(signal: Signal): void;
  turned(state: "talking" | "broken"): void;
}

/** Only the sound; asked for before anybody is rung. */
export function openMicrophone(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
}

export function mute(microphone: MediaStream | null, muted: boolean): void {
  for (const track of microphone?.getAudioTracks() ?? []) track.enabled = !muted;
}

export function startTalk({ microphone, ice, offers, send, turned }: TalkNeeds): Talk {
  const peer = new RTCPeerConnection({
    iceServers: ice.map((server) => ({ ...server, urls: [...server.urls] })),
  });
  const speaker = new Audio();
  const meters = new AudioContext();
  const mine = meter(meters, microphone);
  let theirs: (() => number) | null = null;
  /** Signals are taken one after the other: a candidate needs the description before it. */
  let work: Promise<void> = Promise.resolve();
  const early: RTCIceCandidateInit[] = [];

  const then = (act: () => Promise<void>): void => {
    work = work.then(act).catch(() => turned("broken"));
  };

  for (const track of microphone.getAudioTracks()) peer.addTrack(track, microphone);
  peer.onicecandidate = ({ candidate }) => {
    if (!candidate) return;
    send({
      type: "ice",
      candidate: candidate.candidate,
      mid: candidate.sdpMid,
      line: candidate.sdpMLineIndex,
    });
  };
  peer.onconnectionstatechange = () => {
    if (peer.connectionState === "connected") turned("talking");
    if (peer.connectionState === "failed") turned("broken");
  };
  peer.ontrack = ({ streams: [stream] }) => {
    if (!stream) return;
    speaker.srcObject = stream;
    void speaker.play().catch(() => undefined);
    theirs = meter(meters, stream);
  };

  async function describe(make: () => Promise<RTCSessionDescriptionInit>, type: "offer" | "answer") {
    const description = await make();
    await peer.setLocalDescription(description);
    send({ type, sdp: description.sdp ?? "" });
  }

  if (offers) then(() => describe(() => peer.createOffer(), "offer"));

  return {
    hear(signal) {
      then(async () => {
        if (signal.type === "ice") {
          const { candidate, mid, line } = signal;
          const found = { candidate, sdpMid: mid, sdpMLineIndex: line };
          if (!peer.remoteDescription) return void early.push(found);
          return peer.addIceCandidate(found);
        }
        await peer.setRemoteDescription(signal);
        for (const found of early.splice(0)) await peer.addIceCandidate(found); // oxlint-disable-line no-await-in-loop -- in order
        if (signal.type === "offer") await describe(() => peer.createAnswer(), "answer");
      });
    },
    levels: () => ({ mine: mine(), theirs: theirs?.() ?? 0 }),
    stop() {
      for (const track of microphone.getTracks()) track.stop();
      speaker.srcObject = null;
      peer.close();
      void meters.close();
    },
  };
}

/** How loud a stream is now, from the last few milliseconds of it. */
function meter(context: AudioContext, stream: MediaStream): () => number {
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return () => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    return Math.min(1, Math.sqrt(power) * 4);
  };
}
