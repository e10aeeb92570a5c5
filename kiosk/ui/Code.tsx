/** A QR code (ISO/IEC 18004) that a phone's camera opens. */
import type { PackedCode } from "#shared/screens/code.ts";

/** Which modules are dark, by column and row. */
export interface Modules {
  readonly size: number;
  get(x: number, y: number): boolean;
}

interface Props {
  /** What a phone reads from it. */
  readonly address: string;
  readonly modules: Modules;
}

/** Light modules around the code, without which cameras do not find it. */
const QUIET = 4;

export function Code({ address, modules }: Props) {
  const size = modules.size + 2 * QUIET;
  return (
    <svg
      class="code"
      viewBox={`${-QUIET} ${-QUIET} ${size} ${size}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={address}
    >
      <path d={darkModules(modules)} />
    </svg>
  );
}

/** One unit square for each dark module. */
function darkModules(modules: Modules): string {
  const { size } = modules;
  let path = "";
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) if (modules.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
  }
  return path;
}

/** A code that the hub has drawn. */
export function unpack({ size, modules }: PackedCode): Modules {
  const bytes = atob(modules);
  const bit = (at: number) => (bytes.charCodeAt(at >> 3) >> (at & 7)) & 1;
  return { size, get: (x, y) => bit(y * size + x) === 1 };
}
