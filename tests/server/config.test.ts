import { expect, test } from "vitest";
import { readConfig } from "#server/config.ts";

const mistakes = (env: Record<string, string>) => {
  const read = readConfig(env);
  return read.ok ? [] : read.refusal.details;
};

test.each([
  ["PORT", ["-1", "8080.5", "65536"], "must be 0 to 65535"],
  ["PORT", ["0x50", "1e3", "many", "٨٠"], "is not a number"],
  ["HOST", ["our hub", "http://hub", "256.1.1.1", "-"], "is not an address or a name of a computer"],
  ["SIGNPOST_PUBLIC_URL", ["ftp://hub", "hub", "http://", "javascript:alert(1)"], "is not an address"],
  ["SIGNPOST_PUBLIC_URL", ["https://hub?a=b", "https://me:word@hub", "https://hub/#a"], "must be an address alone, without a name, a password, ? and #"],
  ["SIGNPOST_ALLOW_PRIVATE", ["printer", "printer:0", "printer:70000", "http://printer:80", "*:80", "a:80,"], "must be a list of host:port"],
  ["SIGNPOST_SMTP_URL", ["smtp://", "http://post"], "is not an address"],
  ["NODE_EXTRA_CA_CERTS", ["/nowhere/ca.pem"], "cannot be read"],
])("%s of %j is a mistake, told in one line", (name, values, words) => {
  for (const value of values) expect([value, mistakes({ [name]: value })]).toEqual([value, [`${name} ${words}`]]);
}); // prettier-ignore

test("blanks are no setting, and lists may have them beside their commas", () => {
  const env = { PORT: " ", HOST: "[::1]", SIGNPOST_DATA: " ", SIGNPOST_ALLOW_PRIVATE: "10.0.0.1:80, [fd00::1]:81" };
  const config = readConfig({ ...env, SIGNPOST_TURN_URLS: "stun:a, turn:b" });
  expect(config).toMatchObject({ ok: true, value: { port: 8080, host: "::1", wayOut: { allowPrivate: ["10.0.0.1:80", "[fd00::1]:81"] }, ice: { urls: ["stun:a", "turn:b"] } } });
}); // prettier-ignore
