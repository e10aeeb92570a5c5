/**
 * Packs a browser extension as CRX3, the form that Chromium installs: a head with the public key and a signature, then
 * a ZIP file. (components/crx_file/crx3.proto names the fields.)
 */
import { createHash, createPrivateKey, createPublicKey, createSign } from "node:crypto";
import { zipSync } from "fflate";

export interface Packed {
  /** Chromium's name for the extension: it follows from the key. */
  readonly id: string;
  readonly crx: Buffer;
}

/** Field numbers of CrxFileHeader and SignedData. */
const RSA_PROOF = 2;
const SIGNED_DATA = 10_000;
const PUBLIC_KEY = 1;
const SIGNATURE = 2;
const CRX_ID = 1;

/** @param key a private RSA key as PEM */
export function pack(files: Readonly<Record<string, Uint8Array>>, key: string): Packed {
  const publicKey = publicKeyOf(key);
  const crxId = digestOf(publicKey);
  // The same files make the same bytes: no time of the day is in it.
  const zip = zipSync({ ...files }, { level: 9, mtime: "1980-01-01T00:00:00" });
  const signedData = field(CRX_ID, crxId);
  const signature = createSign("sha256")
    .update("CRX3 SignedData\0")
    .update(uint32(signedData.length))
    .update(signedData)
    .update(zip)
    .sign(createPrivateKey(key));
  const proof = Buffer.concat([field(PUBLIC_KEY, publicKey), field(SIGNATURE, signature)]);
  const head = Buffer.concat([field(RSA_PROOF, proof), field(SIGNED_DATA, signedData)]);
  const crx = Buffer.concat([Buffer.from("Cr24"), uint32(3), uint32(head.length), head, zip]);
  return { id: idOf(key), crx };
}

/** The first half of the key's digest, with a to p for 0 to f. */
function idOf(key: string): string {
  const hex = digestOf(publicKeyOf(key)).toString("hex");
  return hex.replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

function publicKeyOf(key: string): Buffer {
  return createPublicKey(key).export({ type: "spki", format: "der" });
}

function digestOf(publicKey: Buffer): Buffer {
  return createHash("sha256").update(publicKey).digest().subarray(0, 16);
}

/** A field of bytes, as protocol buffers write it. */
function field(number: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  return Buffer.from([...bytes, rest]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
