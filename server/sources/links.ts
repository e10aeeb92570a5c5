/** Web addresses that may stand behind a code or a button. */

export type ReadLink =
  | { readonly url: string; readonly derived: boolean }
  | { readonly url: null; readonly problem: "not-a-link" | "unsafe-link" };

const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d{1,5})?(?:[/?#]|$)/iu;

/**
 * http and https only, to a named host; `https://` is put before an address without a scheme.
 * Refuses other schemes, user names in the address (a phishing trick, RFC 3986 7.6), spaces and controls.
 * `base`: the page's own address, for links that are relative to it.
 */
export function readLink(written: string, base: string | null = null): ReadLink {
  // Escaped once too often on its way here: no address means it.
  const text = written.trim().replace(/&amp;/gi, "&");
  // oxlint-disable-next-line no-control-regex
  if (!text || text.length > 2000 || /[\s\u0000-\u001f\u007f\\<>"]/.test(text)) return refuse("not-a-link");
  if (/^https?:/i.test(text)) return check(text, false);
  if (HOST.test(text)) return check(`https://${text}`, true);
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return refuse("unsafe-link");
  if (text.startsWith("//")) return check(`https:${text}`, true);
  if (base && /^(?:[/?]|\.{1,2}\/|[\w-]+[/.?][\w./?=&%+-]*$)/.test(text)) return relative(text, base);
  return refuse("not-a-link");
}

function check(address: string, derived: boolean): ReadLink {
  if (!URL.canParse(address)) return refuse("not-a-link");
  const url = new URL(address);
  if (url.username || url.password) return refuse("unsafe-link");
  if (!HOST.test(url.host)) return refuse("not-a-link");
  return { url: url.href, derived };
}

function relative(text: string, base: string): ReadLink {
  return URL.canParse(text, base) ? check(new URL(text, base).href, true) : refuse("not-a-link");
}

function refuse(problem: "not-a-link" | "unsafe-link"): ReadLink {
  return { url: null, problem };
}
