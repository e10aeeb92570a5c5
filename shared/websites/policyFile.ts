/** The managed policy in the forms that systems without our launcher take. */

type Policy = Readonly<Record<string, unknown>>;

/** Browsers that read the same settings, and where Windows keeps them. */
const BROWSERS = {
  chrome: "Google\\Chrome",
  edge: "Microsoft\\Edge",
  chromium: "Chromium",
} as const;
export type Browser = keyof typeof BROWSERS;

/**
 * As the registry editor reads it, for `HKEY_LOCAL_MACHINE`. What was there before goes first: a setting that is
 * no longer wanted must not stay. The editor wants UTF-16 with its mark in front.
 */
export function asRegistry(policy: Policy, browser: Browser): string {
  const root = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${BROWSERS[browser]}`;
  const lines = ["Windows Registry Editor Version 5.00", "", `[-${root}]`, ""];
  const plain: string[] = [];
  const lists: string[] = [];
  for (const [name, value] of Object.entries(policy)) {
    if (name === "3rdparty") continue;
    if (isList(value))
      lists.push("", `[${root}\\${name}]`, ...value.map((one, at) => entry(`${at + 1}`, one)));
    else plain.push(entry(name, value));
  }
  const guards = Object.entries(extensionsOf(policy)).flatMap(([id, settings]) => [
    "",
    `[${root}\\3rdparty\\extensions\\${id}\\policy]`,
    ...Object.entries(settings).map(([name, value]) => entry(name, value)),
  ]);
  return `${[...lines, `[${root}]`, ...plain, ...lists, ...guards].join("\r\n")}\r\n`;
}

/** What Google's Admin console asks for, field by field, where a ChromeOS device is managed. */
export function asChromeOs(policy: Policy): Policy {
  const [[id, settings] = ["", {}]] = Object.entries(extensionsOf(policy));
  const { ExtensionSettings = {}, "3rdparty": _guard, ...rest } = policy;
  const { update_url: url = null } = (ExtensionSettings as Record<string, { update_url?: string }>)[id] ?? {};
  const values = Object.entries(settings).map(([name, Value]) => [name, { Value }]);
  return {
    "Managed guest session": { "Launch page": policy["HomepageLocation"] },
    "URL blocking": { "Blocked URLs": policy["URLBlocklist"], "Exceptions": policy["URLAllowlist"] },
    "Apps and extensions": { "Extension ID": id, "From a custom URL": url, "Policy for extensions": Object.fromEntries(values) },
    "Other settings": rest,
  }; // prettier-ignore
}

function extensionsOf(policy: Policy): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const { extensions = {} } = (policy["3rdparty"] ?? {}) as {
    extensions?: Record<string, Record<string, unknown>>;
  };
  return extensions;
}

function entry(name: string, value: unknown): string {
  const key = quoted(name);
  if (typeof value === "boolean") return `${key}=dword:0000000${value ? 1 : 0}`;
  if (typeof value === "number") return `${key}=dword:${value.toString(16).padStart(8, "0")}`;
  return `${key}=${quoted(typeof value === "string" ? value : JSON.stringify(value))}`;
}

/** A list of texts is numbered values; any other is one text of JSON. */
function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
