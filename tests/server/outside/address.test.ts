import { describe, expect, test } from "vitest";
import { isPublicAddress, reachable } from "#server/outside/address.ts";
import { proxyFor, STRAIGHT } from "#server/outside/settings.ts";
import { fc } from "../../support/properties.ts";

describe("the addresses that the hub may be led to", () => {
  test.each([
    "127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "100.100.100.200", "0.0.0.0", "0.1.2.3", "255.255.255.255", "224.0.0.1", "240.0.0.1", "192.0.0.192", "192.0.2.1", "198.18.0.1",
    "198.51.100.7", "203.0.113.7", "168.63.129.16", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:7f00:1",
    "::ffff:0:127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd00:ec2::254",
    "ff02::1", "2001:db8::1", "2002:7f00:1::", "2001::1", "100::1", "5f00::1", "4000::1", "", "localhost", "127.1", "0x7f000001", "2130706433", "1.2.3",
  ])("%s is none", (address) => expect(isPublicAddress(address)).toBe(false)); // prettier-ignore

  test.each([
    "1.1.1.1", "51.140.1.1", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.0", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1",
    "2606:4700:4700::1111", "2a00:1450::200e",
  ])("%s is one", (address) => expect(isPublicAddress(address)).toBe(true)); // prettier-ignore

  test("no address of a private network becomes public by being wrapped", () => {
    const privates = fc.tuple(
      fc.constantFrom("10.0", "127.0", "192.168", "169.254", "172.16"),
      fc.nat(255),
      fc.nat(255),
    );
    const wrap = fc.constantFrom("", "::ffff:", "::", "64:ff9b::", "::ffff:0:");
    fc.assert(
      fc.property(privates, wrap, ([net, a, b], before) => {
        expect(isPublicAddress(`${before}${net}.${a}.${b}`)).toBe(false);
      }),
    );
  });

  test("a name that leads into this machine is refused, unless the installer has named host and port", async () => {
    expect(await reachable("localhost", 80, [])).toMatchObject({ refusal: { code: "private-address" } });
    expect(await reachable("LOCALHOST.", 81, ["localhost:80"])).toMatchObject({ ok: false });
    expect(await reachable("LOCALHOST.", 80, ["localhost:80"])).toMatchObject({ ok: true });
    expect(await reachable("[::1]", 80, ["[::1]:80"])).toMatchObject({
      value: [{ address: "::1", family: 6 }],
    });
    expect(await reachable("nobody.invalid", 80, [])).toMatchObject({ refusal: { code: "no-such-host" } });
    expect(await reachable("1.1.1.1", 443, [])).toMatchObject({ value: [{ address: "1.1.1.1", family: 4 }] });
  });
});

describe("which way an address is reached", () => {
  const way = (...except: string[]) => ({ ...STRAIGHT, proxy: { https: "http://p:1", http: null, except } });
  const goes = (url: string, ...except: string[]) => proxyFor(new URL(url), way(...except)) !== null;

  test("the proxy leads to all but what NO_PROXY names", () => {
    expect(goes("https://jobs.example/")).toBe(true);
    expect(goes("http://jobs.example/")).toBe(true);
    expect(goes("https://jobs.example/", "*")).toBe(false);
    expect(goes("https://jobs.example/", "jobs.example")).toBe(false);
    expect(goes("https://www.jobs.example/", "jobs.example")).toBe(false);
    expect(goes("https://www.jobs.example/", ".jobs.example")).toBe(false);
    expect(goes("https://myjobs.example/", "jobs.example")).toBe(true);
    expect(goes("https://jobs.example/", "jobs.example:8443")).toBe(true);
    expect(goes("https://jobs.example:8443/", "jobs.example:8443")).toBe(false);
    expect(goes("https://jobs.example/", "jobs.example:443")).toBe(false);
    expect(goes("http://[::1]:99/", "::1")).toBe(false);
    expect(goes("http://[::1]:99/", "[::1]:98")).toBe(true);
  });
});
