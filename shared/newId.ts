/**
 * A random name for something new, which nobody guesses: sent again under it, it is made once.
 * 32 letters of hexadecimal; `crypto.randomUUID` is there on safe addresses only.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
