/** The managed policy that holds a kiosk's Chromium to the hub and to its centre's approved websites. */
import { createHash } from "node:crypto";
import { MOST_PATTERNS } from "#shared/websites/matcher.ts";
import { type Approved, patternsOf } from "./approved.ts";
import { lockdown } from "./lockdown.ts";

export interface PolicyNeeds {
  /** The hub's origin, as the kiosk reaches it. */
  readonly hub: string;
  /** The page that the device belongs to. */
  readonly home: Home;
  readonly approved: readonly Approved[];
  /** Of the guard, where it was built. */
  readonly extension: string | null;
  /** The hub's own forward proxy, where it is turned on. */
  readonly proxyPort: number | null;
  readonly printer: boolean;
  /** The centre has turned on talking through the kiosk's own microphone. */
  readonly voice: boolean;
}

/** A device that is not paired is led to where it can be. */
export type Home = "kiosk" | "board" | "pair";
export type Policy = Readonly<Record<string, unknown>>;

/** As the kiosk itself counts (docs: after 60 s it asks, counts down 15 s, then wipes). */
const IDLE = { idle: 60, countdown: 15 } as const;

export function policyFor(needs: PolicyNeeds): Policy {
  const { hub, approved, printer, voice } = needs;
  const home = `${hub}/${needs.home}`;
  return {
    ...lockdown,
    URLBlocklist: ["*", "chrome://*"],
    URLAllowlist: [hubPattern(hub), ...(printer ? PRINT_PREVIEW : []), ...patternsOf(approved)].slice(
      0,
      MOST_PATTERNS,
    ),
    PrintingEnabled: printer,
    // A document's own print button asks for the preview all the same, and `*` blocks that: it would cover the bar.
    ...(printer ? {} : { DisablePrintPreview: true }),
    // Without a printer a "silent" print is a file on the disk.
    PrinterTypeDenyList: ["pdf"],
    AutoplayAllowlist: [hub],
    CookiesAllowedForUrls: [hub],
    LocalNetworkAccessAllowedForUrls: [hub],
    ...(voice ? talking(hub) : {}),
    // On a plain http address too it keeps its copy, and can seal a request for a call.
    ...(hub.startsWith("http:") ? { OverrideSecurityRestrictionsOnInsecureOrigin: [hub] } : {}),
    RestoreOnStartup: 5,
    HomepageLocation: home,
    HomepageIsNewTabPage: false,
    NewTabPageLocation: home,
    ...fence(needs),
    ...guarding(needs, home),
  };
}

/** The microphone and the way to the adviser's browser: for the hub's own page, and nobody else's. */
function talking(hub: string): Policy {
  return {
    AudioCaptureAllowedUrls: [hub],
    WebRtcIPHandlingUrl: [{ url: hub, handling: "default" }],
  };
}

/** Chromium's own print preview, which `*` blocks: the page would hang. */
const PRINT_PREVIEW = ["chrome://print", "chrome-untrusted://print"];

/** This very host and no other below it. */
function hubPattern(hub: string): string {
  const { protocol, hostname, host } = new URL(hub);
  const exact = /^\[|^\d+\.\d+\.\d+\.\d+$/.test(hostname) ? host : `.${host}`;
  return `${protocol}//${exact}`;
}

/**
 * Without a proxy no site's sign-in box is answered. With one, Basic must be known, for it is how the guard
 * answers the proxy; it answers nobody else, and cancels their boxes.
 */
function fence({ hub, proxyPort }: PolicyNeeds): Policy {
  if (proxyPort === null) return { AuthSchemes: "", BasicAuthOverHttpEnabled: false };
  const { hostname, host, port, protocol } = new URL(hub);
  const effective = port || (protocol === "https:" ? "443" : "80");
  return {
    AuthSchemes: "basic",
    BasicAuthOverHttpEnabled: true,
    ProxySettings: {
      ProxyMode: "fixed_servers",
      ProxyServer: `${hostname}:${proxyPort}`,
      // Loopback and 169.254/16 would go round every proxy.
      ProxyBypassList: `<-loopback>;${port ? host : `${hostname}:${effective}`}`,
    },
  };
}

function guarding({ hub, approved, extension, proxyPort }: PolicyNeeds, home: string): Policy {
  const others = { "*": { installation_mode: "blocked" } };
  if (extension === null) return { ExtensionSettings: others };
  const settings = {
    home,
    ...IDLE,
    allow: patternsOf(approved),
    sites: approved.map(({ body: { title, allow } }) => ({
      title: { original: title.original, words: title.words },
      allow,
    })),
    proxy: proxyPort !== null,
  };
  const name = createHash("sha256").update(JSON.stringify(settings)).digest("hex").slice(0, 12);
  return {
    ExtensionSettings: {
      ...others,
      [extension]: {
        installation_mode: "force_installed",
        update_url: `${hub}/guard/updates.xml`,
        override_update_url: true,
      },
    },
    "3rdparty": { extensions: { [extension]: { ...settings, policy: name } } },
  };
}
