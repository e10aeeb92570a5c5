/** The stylesheet and the fonts of the light pages: their names change with their bytes, so that they keep for ever. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import express from "express";
import base from "./look/base.css?raw";
import boxes from "./look/boxes.css?raw";
import centre from "./look/centre.css?raw";
import fontFaces from "./look/fonts.css?raw";
import paper from "./look/paper.css?raw";
import wide from "./look/wide.css?raw";

/** A fontsource package, and which of its subsets. */
const FONTS = {
  "atkinson-latin": ["atkinson-hyperlegible-next", "latin"],
  "atkinson-latin-ext": ["atkinson-hyperlegible-next", "latin-ext"],
  urdu: ["noto-nastaliq-urdu", "arabic"],
  arabic: ["noto-sans-arabic", "arabic"],
  bengali: ["noto-sans-bengali", "bengali"],
  gurmukhi: ["noto-sans-gurmukhi", "gurmukhi"],
} as const;

const { resolve } = createRequire(import.meta.url);
/** By the name under which the browser asks for it. */
const fonts = new Map<string, Buffer>();

const css = [fontFaces, base, boxes, centre, wide, paper]
  .join("\n")
  .replace(/font\(([a-z-]+)-(\d+)\)/g, (_, name: keyof typeof FONTS, weight: string) => {
    const [font, subset] = FONTS[name];
    const bytes = readFileSync(resolve(`@fontsource/${font}/files/${font}-${subset}-${weight}-normal.woff2`));
    const file = `${name}-${weight}-${hashOf(bytes)}.woff2`;
    fonts.set(file, bytes);
    return `url(/pages/${file}) format("woff2")`;
  });
const lookFile = `look-${hashOf(css)}.css`;

/** The stylesheet's address. */
export const LOOK = `/pages/${lookFile}`;

/** The address of a stylesheet that says a centre's own colour, "#rrggbb": styles in the page are forbidden. */
export function brandAddress(colour: string): string {
  return `/pages/brand-${colour.slice(1)}.css`;
}

export function assets(): express.Router {
  const router = express.Router();
  router.get("/pages/:file", (request, response, next) => {
    const { file } = request.params;
    const font = fonts.get(file);
    const colour = /^brand-([0-9a-f]{6})\.css$/.exec(file)?.[1];
    if (font === undefined && colour === undefined && file !== lookFile) return next();
    response.set("Cache-Control", "public, max-age=31536000, immutable");
    if (font !== undefined) return response.type("font/woff2").send(font);
    return response.type("css").send(colour === undefined ? css : `:root{--brand:#${colour}}`);
  });
  return router;
}

function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 10);
}
