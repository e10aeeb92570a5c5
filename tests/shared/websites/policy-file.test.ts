import { describe, expect, test } from "vitest";
import { asChromeOs, asRegistry } from "#shared/websites/policyFile.ts";

const policy = {
  IncognitoModeAvailability: 1,
  PrintingEnabled: false,
  HomepageLocation: "http://hub.example:8080/kiosk",
  URLBlocklist: ["*", "chrome://*"],
  URLAllowlist: ["https://a.example/?q=\\d\"x"],
  WebRtcIPHandlingUrl: [{ url: "http://hub.example:8080", handling: "default" }],
  ExtensionSettings: { abc: { update_url: "http://hub.example:8080/guard/updates.xml" } },
  "3rdparty": { extensions: { abc: { home: "http://hub.example:8080/kiosk", idle: 60, allow: ["https://a.example/"], proxy: true } } },
}; // prettier-ignore

describe("the policy for other systems", () => {
  test("Windows' registry editor reads it, and nothing of a former one stays", () => {
    const text = asRegistry(policy, "edge");
    const root = String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Edge`;
    const lines = text.split("\r\n");
    expect(lines.slice(0, 5)).toEqual([
      "Windows Registry Editor Version 5.00",
      "",
      `[-${root}]`,
      "",
      `[${root}]`,
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        '"IncognitoModeAvailability"=dword:00000001',
        '"PrintingEnabled"=dword:00000000',
        '"HomepageLocation"="http://hub.example:8080/kiosk"',
        `[${root}\\URLBlocklist]`,
        '"1"="*"',
        '"2"="chrome://*"',
        String.raw`"1"="https://a.example/?q=\\d\"x"`,
        String.raw`"WebRtcIPHandlingUrl"="[{\"url\":\"http://hub.example:8080\",\"handling\":\"default\"}]"`,
        `[${root}\\3rdparty\\extensions\\abc\\policy]`,
        '"idle"=dword:0000003c',
        '"proxy"=dword:00000001',
      ]),
    );
    expect(text).not.toMatch(/[^\r]\n/);
  });

  test("ChromeOS' console has each field by its name there", () => {
    expect(asChromeOs(policy)).toMatchObject({
      "URL blocking": { "Blocked URLs": ["*", "chrome://*"], Exceptions: policy.URLAllowlist },
      "Apps and extensions": {
        "Extension ID": "abc",
        "From a custom URL": "http://hub.example:8080/guard/updates.xml",
        "Policy for extensions": { home: { Value: "http://hub.example:8080/kiosk" }, idle: { Value: 60 } },
      },
    });
  });
});
