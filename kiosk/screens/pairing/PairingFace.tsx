/** What a device that waits to be paired shows to the installer, large enough to read from the desk. */
import { correction, generate } from "lean-qr/nano";
import { fill, type Values } from "#kiosk/language/tongue.ts";
import { Code } from "#kiosk/ui/Code.tsx";
import type { PairingView } from "./pairing.ts";
import { PAIRING_WORDS, type PairingWord } from "./words.ts";

interface Face {
  readonly view: PairingView;
  /** For which the code is still good. */
  readonly minutes: number;
  /** Where this page came from: phones in the same network can open it too. */
  readonly origin: string;
}

export function PairingFace({ view, minutes, origin }: Face) {
  const code = view.state === "waiting" ? view.code : null;
  const address = view.state === "waiting" ? phoneAddress(view.publicUrl ?? origin, view.code) : null;
  return (
    <main class="pairing">
      <header>
        <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 13v8M12 3v3M18 6a2 2 0 0 1 1.4.6l1.9 1.7a1 1 0 0 1 0 1.4l-1.9 1.7a2 2 0 0 1-1.4.6H4a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1z" />
        </svg>
        <Both word="title" as="h1" />
      </header>
      <section class="ask">
        <Both word={code ? "code" : wordFor(view)} as="h2" />
        <p class="letters" role="status">
          {code && <span>{code.slice(0, 3)}</span>}
          {code && <span>{code.slice(3)}</span>}
        </p>
        {view.state === "waiting" && (
          <Both word={view.away ? "away" : "minutes"} values={{ n: minutes }} as="p" />
        )}
      </section>
      {address && (
        <section class="scan">
          <Code address={address} modules={generate(address, { minCorrectionLevel: correction.M })} />
          <Both word="scan" as="p" />
        </section>
      )}
      <footer>
        {code && <Both word="command" values={{ command: `signpost screens pair ${code}` }} as="p" />}
      </footer>
    </main>
  );
}

/** English, and Welsh under it. */
function Both({ word, values, as: Tag }: { word: PairingWord; values?: Values; as: "h1" | "h2" | "p" }) {
  return (
    <Tag class="both">
      <span lang="en">{fill(PAIRING_WORDS.en[word], values)}</span>
      <span lang="cy">{fill(PAIRING_WORDS.cy[word], values)}</span>
    </Tag>
  );
}

function wordFor(view: PairingView): PairingWord {
  return view.state === "waiting" ? "code" : view.state;
}

/** The console with the code filled in; `null` where only this very device could open it. */
function phoneAddress(base: string, code: string): string | null {
  const address = new URL(`/console?pair=${code}`, base);
  return /^(localhost|127\.|\[::1\])/.test(address.hostname) ? null : address.href;
}
