import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commands } from "#shared/contract.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";

interface Described {
  readonly openapi: string;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly summary: string }>>>>;
}

let database: Fresh;
let running: RunningHub;
let described: Described;

beforeAll(async () => {
  database = await databases[0]!.fresh();
  running = await startHub({ databaseUrl: database.url });
  described = (await (await fetch(`${running.url}/api/v1/openapi.json`)).json()) as Described;
});
afterAll(async () => {
  await running.stop();
  await database.close();
});

test("the description of the API is valid OpenAPI 3.1, and all that it refers to is in it", async () => {
  const validator = new Validator();
  expect(await validator.validate(structuredClone(described) as never)).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  const there = Object.keys(described.components.schemas).map((name) => `#/components/schemas/${name}`);
  const named = JSON.stringify(described).matchAll(/"\$ref":"(#\/components\/schemas\/[^"]+)"/g);
  const absent = Array.from(named, ([, name]) => name).filter((name) => !there.includes(name!));
  expect(absent).toEqual([]);
});

test("every command is described, and so are the programme, the handing in of files, and the ways in", () => {
  const names = Object.keys(commands).map((name) => `/api/v1/commands/${name}`);
  const entrance = ["/session", "/session/second", "/links", "/links/open", "/forgotten", "/sign-on", "/account/password", "/account/second-factor", "/account/second-factor/confirm"]; // prettier-ignore
  expect(Object.keys(described.paths["/api/v1/session"] ?? {})).toEqual(["get", "post", "delete"]);
  expect(Object.keys(described.paths).toSorted()).toEqual(
    [
      ...names,
      ...entrance.map((path) => `/api/v1${path}`),
      "/api/v1/centres/{slug}/programme",
      "/api/v1/media",
    ].toSorted(),
  );
  for (const [name, { about }] of Object.entries(commands))
    expect(described.paths[`/api/v1/commands/${name}`]?.post?.summary).toBe(about);
});
