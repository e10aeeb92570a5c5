import { describe, expect, test } from "vitest";
import { importsOf } from "./support/house/imports.ts";
import { leftOut, linesWith, machinePath, registryHost } from "./support/house/lines.ts";
import { looksTwice } from "./support/house/looks.ts";
import { heavy, type Sources, strays } from "./support/house/rules.ts";

function found(path: string, source: string): readonly string[] {
  return strays(new Map([[path, source]]));
}

/** The board leans on a rule, and the rule on a schema. */
function detour(how: string): Sources {
  return new Map([
    ["kiosk/board.tsx", `import { rule } from "#shared/rules.ts";`],
    ["shared/rules.ts", `${how} { Item } from "./schema.ts"; export const rule = 1;`],
    ["shared/schema.ts", `import { z } from "zod"; export const Item = z.string();`],
  ]);
}

function hits(pattern: RegExp, line: string): number {
  return linesWith(pattern, new Map([["a.ts", line]])).length;
}

describe("the checker of imports", () => {
  test.each([
    ["shared/item.ts", `import { open } from "#server/db/open.ts";`],
    ["shared/events/rules.ts", `import type { Vacancy } from "#shared/vacancies/schema.ts";`],
    ["server/hub.ts", `import { Board } from "#kiosk/board.tsx";`],
    ["server/vacancies/import.ts", `import { sessions } from "#server/events/sessions.ts";`],
    ["server/vacancies/import.ts", `import { startHub } from "../hub.ts";`],
    ["server/items/save.ts", `import { read } from "../vacancies/read.ts";`],
    ["server/log.ts", `export * from "./screens/screens.ts";`],
    ["kiosk/events/Slide.tsx", `export { Card } from "../vacancies/Card.tsx";`],
    ["kiosk/events/Slide.tsx", `const card = await import("../vacancies/Card.tsx");`],
    ["kiosk/events/Slide.tsx", `type Card = import("../vacancies/Card.tsx").Card;`],
    ["kiosk/live/items.ts", `import "#kiosk/screens/rotation.ts";`],
    ["kiosk/live/items.ts", `import { kinds } from "#kiosk/kinds.tsx";`],
    ["kiosk/board.tsx", `import { save } from "#server/items/save.ts";`],
    ["kiosk/board.tsx", `import { expect } from "../tests/support/chromium.ts";`],
    ["console/main.tsx", `import { rotation } from "#kiosk/screens/rotation.ts";`],
    ["console/main.tsx", `import { hub } from "#server/hub.ts";`],
    ["kiosk/board.tsx", `import { main } from "../console/main.tsx";`],
  ])("refuses in %s: %s", (path, source) => {
    expect(found(path, source)).toHaveLength(1);
  });

  test.each([
    ["shared/kinds.ts", `import { vacancy } from "./vacancies/schema.ts";`],
    ["shared/events/schema.ts", `import { text } from "#shared/schema.ts";`],
    ["server/hub.ts", `import { screens } from "./screens/screens.ts";`],
    ["server/cli/import.ts", `import { read } from "#server/vacancies/read.ts";`],
    [
      "server/vacancies/import.ts",
      `import { save } from "#server/items/save.ts"; import { log } from "../log.ts";`,
    ],
    ["kiosk/kinds.tsx", `import { Slide } from "./events/Slide.tsx";`],
    [
      "kiosk/events/Slide.tsx",
      `import { Words } from "#kiosk/language/Words.tsx"; import { render } from "preact";`,
    ],
    ["kiosk/events/Slide.tsx", `// import { save } from "#server/items/save.ts"`],
    ["kiosk/language/words.ts", `import welsh from "../../content/translations/cy.json";`],
    ["console/events/Preview.tsx", `import { Slide } from "#kiosk/events/Slide.tsx";`],
  ])("allows in %s: %s", (path, source) => {
    expect(found(path, source)).toEqual([]);
  });

  test("sees a schema that comes in by a detour, but not one that is only a type", () => {
    const way = "kiosk/board.tsx → shared/rules.ts → shared/schema.ts → zod";
    expect(heavy(detour("import"))).toEqual([way]);
    expect(heavy(detour("export"))).toEqual([way]);
    expect(heavy(detour("import type"))).toEqual([]);
  });

  test("tells an import of types from one that leaves its file running", () => {
    const source = `import type { A } from "a"; import { type B } from "b"; import type from "c"; export type { D } from "d"; import "e";`;
    expect(importsOf("some.ts", source).filter(({ typesOnly }) => typesOnly)).toEqual([
      { from: "a", typesOnly: true },
      { from: "d", typesOnly: true },
    ]);
  });
});

describe("the checker of lines", () => {
  test("finds a registry, a machine's path and a test that is left out", () => {
    expect(hits(registryHost, `"resolved": "https://${"registry"}.npmjs.org/zod"`)).toBe(1);
    expect(hits(machinePath, `const data = "/home/ann/signpost";`)).toBe(1);
    expect(hits(machinePath, `run("/tmp/x")`)).toBe(1);
    expect(hits(leftOut, `test.${"skip"}("…")`)).toBe(1);
    expect(hits(leftOut, `describe.concurrent.only("…")`)).toBe(1);
  });

  test("lets a web address and an ordinary test be", () => {
    expect(hits(machinePath, `"https://example.org/work/jobs/1" + "/home"`)).toBe(0);
    expect(hits(leftOut, `test("the only adviser skips lunch")`)).toBe(0);
  });
});

describe("the checker of looks", () => {
  const sheets = (one: string, other: string) => new Map([["a/look.css", one], ["b/look.css", other]]); // prettier-ignore

  test.each([
    [".facts {\n}", ".facts {\n}"],
    [".facts,\n.list {\n}", ".more {\n}\n.facts {\n}"],
  ])("names a class that two stylesheets give their look to: %j and %j", (one, other) => {
    expect(looksTwice(sheets(one, other))).toEqual([".facts in a/look.css and b/look.css"]);
  });

  test("lets one add to what stands in a place of its own", () => {
    expect(looksTwice(sheets(".row {\n}", ".row.spread {\n}\n.card .row {\n}\n.rows {\n}"))).toEqual([]);
  });
});
