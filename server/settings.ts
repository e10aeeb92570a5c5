/** The forms that the hub's settings have: each says in words of its own what a wrong value ought to be. */
import { accessSync, constants } from "node:fs";
import { isIP } from "node:net";
import { z } from "zod";

/** An address of one of these schemes, with a host. */
export const url = (protocol: RegExp) => z.url({ protocol, hostname: /./, error: "is not an address" });

/** Digits alone: `0x50` and `1e3` are slips of the keyboard, and would open another port than was meant. */
export const port = () =>
  z
    .string()
    .trim()
    .regex(/^-?\d+(\.\d+)?$/, "is not a number")
    .transform(Number)
    .refine((number) => Number.isInteger(number) && number >= 0 && number <= 65535, "must be 0 to 65535");

/** Where to listen: an address of this computer, or a name of it. */
export const host = () =>
  z
    .string()
    .transform((written) => written.replace(/^\[(.*)\]$/, "$1"))
    .refine((plain) => isIP(plain) !== 0 || isName(plain), "is not an address or a name of a computer");

/** What every link of the hub begins with: a question or a fragment would end up in their midst. */
export const publicAddress = () =>
  url(/^https?$/)
    .regex(/^[^@?#]*$/, "must be an address alone, without a name, a password, ? and #")
    .transform((address) => address.replace(/\/+$/, ""));

/** Values with commas between; blanks beside these mean nothing. */
export const list = (isOne: (one: string) => boolean, error: string) =>
  z
    .string()
    .transform((written) => written.split(",").map((one) => one.trim()))
    .refine((all) => all.every(isOne), error);

/** `host:port`, as addresses have them; IPv6 with or without its brackets. */
export function isHostAndPort(written: string): boolean {
  const [, name = "", digits = ""] = /^(\S+):(\d{1,5})$/.exec(written) ?? [];
  const plain = name.replace(/^\[(.*)\]$/, "$1");
  return (isIP(plain) !== 0 || isName(plain)) && Number(digits) >= 1 && Number(digits) <= 65535;
}

/** Written with or without http:// before it, as curl takes it. */
export function proxyAddress() {
  return z
    .string()
    .transform((written) => (written.includes("://") ? written : `http://${written}`))
    .refine(
      (address) => /^https?:\/\/[^/]/.test(address) && URL.canParse(address),
      "is not a proxy's address",
    );
}

/** As Express's `trust proxy` takes them; `0` trusts none. */
export function isProxies(written: string): boolean {
  if (/^\d{1,2}$/.test(written)) return true;
  return written.split(",").every((one) => {
    const [address = "", bits, ...more] = one.trim().split("/");
    if (["loopback", "linklocal", "uniquelocal"].includes(address)) return bits === undefined;
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    const within = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
    return most > 0 && within && more.length === 0;
  });
}

export const readableFile = () => z.string().refine(isReadable, "cannot be read");

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** A name that ends in a number would be an address, and was found to be none. */
function isName(written: string): boolean {
  return written.length <= 253 && /^(?:[a-z\d_](?:[a-z\d_-]*[a-z\d])?\.)*(?!\d+\.?$)[a-z\d_](?:[a-z\d_-]*[a-z\d])?\.?$/i.test(written); // prettier-ignore
}
