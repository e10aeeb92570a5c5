/** A QR code (ISO/IEC 18004) that a phone's camera opens. */
import { correction, generate } from "lean-qr/nano";

/** Light modules around the code, without which cameras do not find it. */
const QUIET = 4;

export function Code({ address }: { address: string }) {
  const code = generate(address, { minCorrectionLevel: correction.M });
  const size = code.size + 2 * QUIET;
  return (
    <svg
      class="code"
      viewBox={`${-QUIET} ${-QUIET} ${size} ${size}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={address}
    >
      <path d={darkModules(code)} />
    </svg>
  );
}

interface Modules {
  readonly size: number;
  get(x: number, y: number): boolean;
}

/** One unit square for each dark module. */
function darkModules(code: Modules): string {
  let path = "";
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
  }
  return path;
}
