/** Keys of an ordinary keyboard by their place (X's codes), and the ways out that a browser or window manager hangs on them. */
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { LAUNCHER } from "./launched.ts";

const at = {
  esc: 9, tab: 23, ctrl: 37, shift: 50, alt: 64, super: 133, menu: 135, delete: 119, home: 110,
  w: 25, t: 28, o: 32, p: 33, s: 39, f: 41, g: 42, h: 43, j: 44, l: 46, u: 30, i: 31, d: 40, n: 57,
  f1: 67, f4: 70, f5: 71, f6: 72, f7: 73, f10: 76, f11: 95, f12: 96, print: 107, back: 166, forward: 167, www: 180, mail: 163, closeKey: 214,
} as const; // prettier-ignore

const { ctrl, shift, alt } = at;

export const KEYS = {
  /** Dialogs, windows, tabs, tools, the browser's own pages, the former page, closing. */
  browsers: [
    [ctrl, at.o], [ctrl, at.s], [ctrl, at.p], [ctrl, shift, at.p], [ctrl, at.f], [ctrl, at.g], [ctrl, at.u], [ctrl, at.l],
    [ctrl, at.d], [ctrl, shift, at.d], [ctrl, shift, at.i], [ctrl, shift, at.j], [ctrl, shift, at.o], [ctrl, shift, at.delete],
    [ctrl, shift, at.n], [alt, at.f], [at.f1], [at.f6], [at.f7], [at.f10], [at.f11], [at.f12], [at.menu], [at.print], [shift, at.esc],
    [ctrl, at.t], [ctrl, at.n], [ctrl, at.h], [ctrl, at.j], [alt, at.home], [at.back], [at.forward], [at.www], [at.mail], [at.f5],
    [ctrl, at.w], [ctrl, at.f4], [ctrl, shift, at.w], [at.closeKey],
  ],
  /** What never comes to the browser: the first closes its window. The launcher's keyboard has none of them. */
  desktops: [[alt, at.f4], [alt, at.tab], [at.super], [ctrl, alt, at.delete]],
} as const satisfies Record<string, readonly number[] | readonly (readonly number[])[]>; // prettier-ignore

/** The launcher's keyboard as X reads it: the description, and the folder in which its part of it lies. */
export async function keymapOf(folder: string): Promise<[string, string]> {
  const keys = path.join(folder, "xkb");
  await mkdir(path.join(keys, "symbols"), { recursive: true });
  const script = `import importlib.machinery as m, importlib.util as u, sys
loader = m.SourceFileLoader("launcher", sys.argv[1])
module = u.module_from_spec(u.spec_from_loader("launcher", loader))
loader.exec_module(module)
print(module.keys_symbols())`;
  const { stdout } = await promisify(execFile)("python3", ["-B", "-c", script, LAUNCHER]);
  await writeFile(path.join(keys, "symbols/signpost"), stdout);
  const parts = {
    keycodes: "evdev+aliases(qwerty)",
    types: "complete",
    compat: "complete",
    symbols: "pc+gb+inet(evdev)+signpost(kiosk)",
  };
  const lines = Object.entries(parts).map(([part, of]) => `xkb_${part} { include "${of}" };`);
  return [`xkb_keymap {\n${lines.join("\n")}\n};\n`, keys];
}
