import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { check } from "#server/cli/sitesCheck.ts";
import samples from "../../samples/urlfilter-cases.json" with { type: "json" };
import { temporaryFolder } from "../../support/folder.ts";
import { DONE, failedWith, signpost, signpostGiven } from "../../support/signpost.ts";

describe("signpost sites check", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let list: string;
  beforeAll(async () => {
    folder = await temporaryFolder("sites");
    list = `${folder.path}/list.json`;
    await writeFile(list, JSON.stringify({ block: ["*"], allow: ["https://findajob.test"] }));
  });
  afterAll(() => folder.remove());

  test("judges addresses in the order asked, and needs no hub, no database and no settings", async () => {
    const urls = ["https://evil.test/", "https://findajob.test/jobs", "no address"];
    const said = await signpost({ PORT: "wrong" }, "sites", "check", "--list", list, "--json", "--", ...urls);
    expect(said).toMatchObject(DONE);
    expect(said.json()).toEqual([
      { url: urls[0], allowed: false, because: "blocked", pattern: "*" },
      { url: urls[1], allowed: true, because: "allowed", pattern: "https://findajob.test" },
      { url: urls[2], allowed: false, because: "not-an-address", pattern: null },
    ]);
  });

  test("takes addresses from standard input, one a line", async () => {
    const said = await signpostGiven(
      "https://findajob.test/\r\n\nhttps://evil.test/\n",
      {},
      "sites",
      "check",
      "--list",
      list,
    );
    expect(said).toMatchObject(DONE);
    expect(said.stdout).toMatch(
      /^opens {2}https:\/\/findajob\.test\/ .*\nblocked {2}https:\/\/evil\.test\/ .*\n$/,
    );
  });

  test("takes lists that the console would refuse to save", () => {
    for (const { patterns, url, allowed } of samples.cases)
      expect(check(JSON.stringify(patterns), [url])).toMatchObject({ value: [{ url, allowed }] });
  });

  test("says what is wrong with a list", async () => {
    expect(check("{", [])).toMatchObject({ refusal: { code: "not-json" } });
    expect(check('{"allow":[1]}', [])).toMatchObject({
      refusal: { code: "bad-list", details: { where: "allow.0" } },
    });
    expect(check("[]", [])).toMatchObject({ refusal: { code: "bad-list" } });
    expect(await signpost({}, "sites", "check", "--list", "none.json", "https://a.test")).toMatchObject(
      failedWith(/cannot be read.*none\.json/),
    );
    expect(await signpost({}, "sites", "look")).toMatchObject({ status: 2, stdout: "" });
  });
});
