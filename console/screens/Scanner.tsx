/** Reads the code that a device shows with the camera: by the browser itself, else by a library fetched for it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.screens.en.json";

const say = sayer(catalogue);
/** Looks so often (ms). */
const EVERY = 250;

/** A camera is given to pages at a safe address only. */
export function canScan(): boolean {
  return Boolean(navigator.mediaDevices?.getUserMedia);
}

export function Scanner({ found }: { found(code: string): void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setInterval> | undefined;
    let stopped = false;
    async function begin(): Promise<void> {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      const read = await reader();
      const seen = video.current;
      if (stopped || !seen) return stop();
      seen.srcObject = stream;
      await seen.play();
      if (stopped) return;
      timer = setInterval(() => {
        void read(seen).then((text) => {
          const code = text === null ? null : codeIn(text);
          if (code !== null && !stopped) found(code);
        });
      }, EVERY);
    }
    function stop(): void {
      stopped = true;
      clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    }
    begin().catch(() => {
      stop();
      setRefused(true);
    });
    return stop;
  }, []);
  if (isRefused) return <p class="notice warn">{say("noCamera")}</p>;
  return <video ref={video} class="scanner" muted playsInline aria-label={say("scanWords")} />;
}

/** The code in what was read: alone, or as the pairing page's address has it (`?pair=`). */
function codeIn(text: string): string | null {
  const code = URL.canParse(text) ? (new URL(text).searchParams.get("pair") ?? "") : text;
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return plain.length === 6 ? plain : null;
}

type Read = (video: HTMLVideoElement) => Promise<string | null>;

/** As much of the Shape Detection API as is used; TypeScript does not know it yet. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}

async function reader(): Promise<Read> {
  const Barcodes = (globalThis as { BarcodeDetector?: new (how: { formats: string[] }) => Detector })
    .BarcodeDetector;
  if (Barcodes) {
    const detector = new Barcodes({ formats: ["qr_code"] });
    return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue ?? null;
  }
  const { default: read } = await import("jsqr");
  const canvas = document.createElement("canvas");
  const drawing = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    const { videoWidth: width, videoHeight: height } = video;
    if (!drawing || width === 0) return null;
    Object.assign(canvas, { width, height });
    drawing.drawImage(video, 0, 0);
    return read(drawing.getImageData(0, 0, width, height).data, width, height)?.data ?? null;
  };
}
