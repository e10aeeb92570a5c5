import { BufferSource, EncodedPacketSink, Input, MP4, WEBM, type InputVideoTrack } from "mediabunny";
import { done, refused, type Result } from "#shared/result.ts";
import { LIMITS } from "./limits.ts";
import { isWhole } from "./whole.ts";

export type VideoFlag = "has-sound";

export interface CleanVideo {
  readonly kind: "video";
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  /** Sound is let in, as phones always record it; boards play every video muted. */
  readonly flags: readonly VideoFlag[];
}

/** What Chromium 69 plays: H.264 up to High with 4:2:0 and 8 bits, VP8, and VP9's profile 0. */
const PLAYED = /^(?:avc[13]\.(?:42|4d|58|64)|vp8$|vp09\.00|vp9$)/i;
const LONG_EDGE = 1920;
const SHORT_EDGE = 1080;
/** Rounding in containers, and the last frame's missing duration, in seconds. */
const TOLERANCE = 0.5;

/**
 * Checks that a film can be played to its end on the oldest screen; its bytes stay as they are.
 * Refuses with `not-a-video` (no picture in it), `damaged` (cut short or unreadable), `codec-not-played`,
 * `video-too-large` and `video-too-long`.
 */
export async function cleanVideo(bytes: Uint8Array, form: "mp4" | "webm"): Promise<Result<CleanVideo>> {
  if (!isWhole(bytes, form)) return refused("damaged");
  using input = new Input({ formats: [form === "mp4" ? MP4 : WEBM], source: new BufferSource(bytes) });
  try {
    const tracks = await input.getTracks();
    const track = await input.getPrimaryVideoTrack();
    if (!track) return refused(tracks.length > 0 ? "not-a-video" : "damaged");
    const refusal = (await checkTrack(track)) ?? (await checkLength(track));
    if (refusal) return refusal;
    const { displayWidth: width, displayHeight: height } = track;
    const seconds = await track.computeDuration();
    const flags: VideoFlag[] = tracks.some((each) => each.type === "audio") ? ["has-sound"] : [];
    return done({ kind: "video", width, height, seconds, flags });
  } catch {
    return refused("damaged");
  }
}

type Refused = ReturnType<typeof refused>;

async function checkTrack(track: InputVideoTrack): Promise<Refused | null> {
  const codec = (await track.getCodecParameterString()) ?? "unknown";
  if (!PLAYED.test(codec)) return refused("codec-not-played", { codec });
  const edges = [track.displayWidth, track.displayHeight, track.codedWidth, track.codedHeight];
  const short = Math.max(Math.min(edges[0]!, edges[1]!), Math.min(edges[2]!, edges[3]!));
  // Coded sizes are whole blocks of 16, so a 1080 line film is coded as 1088.
  const isLarge = Math.max(...edges) > LONG_EDGE || short > SHORT_EDGE + 8;
  return isLarge ? refused("video-too-large", { width: LONG_EDGE, height: SHORT_EDGE }) : null;
}

/** Every frame is read: what the container promises must be there. */
async function checkLength(track: InputVideoTrack): Promise<Refused | null> {
  const promised = (await track.getDurationFromMetadata()) ?? 0;
  let end = 0;
  let frames = 0;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    if (packet.data.byteLength === 0) return refused("damaged");
    end = Math.max(end, packet.timestamp + packet.duration);
    frames++;
  }
  const lasts = Math.max(end, promised);
  if (lasts > LIMITS.videoSeconds + TOLERANCE)
    return refused("video-too-long", { most: LIMITS.videoSeconds, has: Math.ceil(lasts) });
  return frames === 0 || end < promised - TOLERANCE ? refused("damaged") : null;
}
