import { defineConfig } from "vitest/config";

/** A journey drives a browser, and a fault is caused many times over: both take their time. */
const slow = ["tests/journeys/**/*.test.ts", "tests/faults/**/*.test.ts"];

export default defineConfig({
  test: {
    // A process for each file: what a native package or a hub does in one file cannot reach another.
    pool: "forks",
    maxWorkers: 2,
    globalSetup: "tests/support/global-setup.ts",
    // Vitest puts Vite's own BASE_URL into the environment, where a program that we start would take it for a setting.
    setupFiles: "tests/support/environment.ts",
    // What is to come true has as long as a busy machine takes; only a test that fails waits for so long.
    expect: { poll: { timeout: 30_000 } },
    // The hub reads a stylesheet as text; Vitest would make it empty.
    css: { include: [/\.css\?raw$/] },
    projects: [
      {
        extends: true,
        test: {
          name: "parts",
          include: ["tests/**/*.test.ts"],
          exclude: slow,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: "journeys", include: slow, testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
