import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { defineConfig, type UserConfig } from "vite";
import { appVersion } from "./tasks/build/app-version.ts";
import { compressed } from "./tasks/build/compressed.ts";
import { guard } from "./tasks/build/guard.ts";
import { hubBehind } from "./tasks/build/hub-behind.ts";
import { minified } from "./tasks/build/minified.ts";
import { plainImports } from "./tasks/build/plain-imports.ts";
import { serviceWorker } from "./tasks/build/service-worker.ts";

/** Boards run in the browsers of TVs from 2019 on. */
const oldestBrowser = "chrome69";

/** How long a plugin took is no news to the person who starts a board. */
const checks = { pluginTimings: false };

const define = { "import.meta.env.SIGNPOST_APP": JSON.stringify(appVersion(import.meta.dirname)) };

/**
 * `vite build`: the pages. `vite build --mode console`: the console. `vite build --mode guard`: the kiosks' browser
 * extension. `vite build --ssr`: the hub. `vite`, with either of the first two modes: the pages or the console in
 * development, before a running hub.
 */
export default defineConfig(({ isSsrBuild, mode }) => {
  if (isSsrBuild) return hub;
  if (mode === "guard") return guard(import.meta.dirname);
  return mode === "console" ? console : pages;
});

const pages: UserConfig = {
  root: "kiosk",
  // The build that its package.json names is for browsers before 2017, and a third longer.
  resolve: { alias: { "workbox-window": "workbox-window/build/workbox-window.prod.mjs" } },
  define,
  plugins: [
    plainImports("client"),
    minified(),
    serviceWorker("sw.ts", "touch", ["preview", "draft", "mirror"]),
    hubBehind(),
    compressed(),
  ],
  build: {
    outDir: "../dist/kiosk",
    emptyOutDir: true,
    target: oldestBrowser,
    cssTarget: oldestBrowser,
    // The Content-Security-Policy knows neither data: fonts nor anything inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: join(import.meta.dirname, "kiosk/board.html"), checks },
  },
  // Each page by itself: what pages share would be a file of its own, with which a board weighs 0.7 kB more.
  environments: {
    ...Object.fromEntries(
      Object.entries(inputs("kiosk", /^\w+\.html$/))
        .filter(([page]) => page !== "board")
        .map(([page, input]) => [
          page,
          { consumer: "client", build: { emptyOutDir: false, rolldownOptions: { input, checks } } },
        ]),
    ),
    // Seldom needed, and fetched by its name: importing it on demand would cost a board half a kilobyte of code.
    orders: {
      consumer: "client",
      build: {
        emptyOutDir: false,
        rolldownOptions: {
          input: join(import.meta.dirname, "kiosk/live/orders.ts"),
          preserveEntrySignatures: "strict",
          output: { entryFileNames: "orders.js" },
          checks,
        },
      },
    },
  },
  builder: { sharedConfigBuild: true },
};

/** Advisers have the browsers of today; what they open later is fetched later. */
const console: UserConfig = {
  root: "console",
  base: "/console/",
  publicDir: false,
  plugins: [minified(), hubBehind(), compressed()],
  build: {
    outDir: "../dist/console",
    emptyOutDir: true,
    target: "baseline-widely-available",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { checks },
  },
  environments: {
    // Shows what the hub pushes; a service worker is one classic script at an address of its own.
    told: {
      consumer: "client",
      build: {
        emptyOutDir: false,
        rolldownOptions: {
          input: join(import.meta.dirname, "console/told.ts"),
          output: { format: "iife", entryFileNames: "told.js" },
          checks,
        },
      },
    },
  },
  builder: { sharedConfigBuild: true },
};

const hub: UserConfig = {
  publicDir: false,
  define,
  // One file is read faster than hundreds, and holds only what is used. Native packages stay where npm put them.
  ssr: {
    noExternal: true,
    external: ["better-sqlite3", "sharp", "@napi-rs/canvas", "pdfjs-dist", "pg-native", "iconv-lite"],
  },
  build: {
    outDir: "dist/server",
    emptyOutDir: true,
    target: "node24",
    sourcemap: true,
    rolldownOptions: {
      // What runs in a process or thread of its own is a file of its own, found beside the file that starts it.
      input: { main: "server/main.ts", cli: "server/cli/signpost.ts", ...inputs("server", /-worker\.ts$/) },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        // V8 keeps a script's text in memory, at two bytes a character if one of them is a curly quote.
        charset: "ascii",
        minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } },
      },
      checks,
    },
  },
};

/** The files below a folder whose names match, each under its own name without what matched last. */
function inputs(folder: string, pattern: RegExp): Record<string, string> {
  const here = import.meta.dirname;
  const found = readdirSync(join(here, folder), { recursive: true, encoding: "utf8" });
  const matching = found.filter((path) => pattern.test(path));
  return Object.fromEntries(
    matching.map((path) => [basename(path).replace(/\.\w+$/, ""), join(here, folder, path)]),
  );
}
