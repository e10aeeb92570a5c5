/**
 * The fence behind the browser's lists: a forward proxy for paired kiosks, to approved and helper hosts alone, over
 * https, and to public addresses. What a page loads by fetch, script or WebSocket is stopped only here.
 */
import { type PrepareRequestFunctionResult, RequestError, Server } from "proxy-chain";
import type { Result } from "#shared/result.ts";
import type { Screen } from "#shared/screens/screen.ts";
import { type LookUp, reachable, systemLookUp } from "#server/outside/address.ts";
import { only } from "#server/outside/connect.ts";
import { proxyFor, type WayOut } from "#server/outside/settings.ts";
import type { Log } from "#server/log.ts";
import type { Approved } from "./approved.ts";
import { hostJudge } from "./hosts.ts";
import type { Pass } from "./passes.ts";

export interface ProxyNeeds {
  readonly port: number;
  readonly host: string;
  readonly way: WayOut;
  readonly log: Log;
  kioskWith(pass: Pass): Promise<Screen | null>;
  /** The websites of a centre, as they are now. */
  approvedFor(centre: string): Promise<readonly Approved[] | null>;
  /** A connection ended: how much of which website it was. Never which page. */
  used(centre: string, website: string, bytes: number): void;
  lookUp?: LookUp;
  limits?: Partial<Limits>;
}

export interface Limits {
  /** Of one kiosk at one website within an hour. */
  readonly bytes: number;
  /** Of one connection (ms). */
  readonly time: number;
  /** Connections of one kiosk at a time. */
  readonly connections: number;
}

export interface Proxy {
  readonly port: number;
  /** What was read of the database may have changed. */
  forget(): void;
  stop(): Promise<void>;
}

const LIMITS: Limits = { bytes: 500_000_000, time: 30 * 60_000, connections: 200 };
/** Passes and lists are believed for so long (ms): a page asks for a hundred files. */
const BELIEVED = 3_000;
const LOOK = 2_000;
const HOUR = 3_600_000;

interface Open {
  readonly kiosk: string;
  readonly centre: string;
  readonly website: string;
  readonly since: number;
  counted: number;
}

export async function openProxy(needs: ProxyNeeds): Promise<Proxy> {
  const { way, lookUp = systemLookUp } = needs;
  const limits = { ...LIMITS, ...needs.limits };
  const passes = believed((key) => needs.kioskWith(JSON.parse(key) as Pass));
  const lists = believed(async (centre) => hostJudge((await needs.approvedFor(centre)) ?? []));
  const open = new Map<number, Open>();
  const spent = new Map<string, { bytes: number; since: number }>();

  const server = new Server({
    port: needs.port,
    host: needs.host,
    authRealm: "Signpost",
    async prepareRequestFunction({ connectionId, username, password, hostname, port, isHttp }) {
      if (!username) return { requestAuthentication: true };
      const kiosk = await passes.get(JSON.stringify({ username, password } satisfies Pass));
      if (kiosk === null) return { requestAuthentication: true };
      // Plain http is refused before anything is looked up.
      if (isHttp) throw new RequestError("https only", 403);
      const website = (await lists.get(kiosk.centre))(hostname, port);
      if (website === null) throw new RequestError("Not approved", 403);
      const budget = `${kiosk.id} ${website}`;
      const mine = [...open.values()].filter((one) => one.kiosk === kiosk.id).length;
      if (mine >= limits.connections || spentOn(budget) > limits.bytes)
        throw new RequestError("Too much", 429);
      const to = await wayTo(hostname, port);
      if (!to.ok) throw new RequestError("Not reachable", to.refusal.code === "no-such-host" ? 502 : 403);
      open.set(connectionId, {
        kiosk: kiosk.id,
        centre: kiosk.centre,
        website,
        since: Date.now(),
        counted: 0,
      });
      return to.value;
    },
  });

  /** Where a connection leads: to a checked address, or through the council's proxy. */
  async function wayTo(hostname: string, port: number): Promise<Result<Way>> {
    const through = proxyFor(new URL(`https://${hostname}:${port}/`), way);
    const found = await reachable(hostname, port, way.allowPrivate, lookUp);
    // The council's proxy looks names up itself: one that only it knows is none of ours to refuse.
    if (through !== null && (found.ok || found.refusal.code === "no-such-host"))
      return { ok: true, value: { upstreamProxyUrl: through } };
    // Its types ask for more than it calls.
    return found.ok
      ? { ok: true, value: { dnsLookup: only(found.value) as unknown as Way["dnsLookup"] } }
      : found;
  }

  function spentOn(budget: string): number {
    const held = spent.get(budget);
    return held && Date.now() - held.since < HOUR ? held.bytes : 0;
  }

  /** Adds what has passed since the last look; the bytes of a page are all that is known of it. */
  function count(id: number, total: number): void {
    const one = open.get(id);
    if (!one) return;
    const budget = `${one.kiosk} ${one.website}`;
    const before = spentOn(budget);
    const since = before === 0 ? Date.now() : (spent.get(budget)?.since ?? Date.now());
    spent.set(budget, { bytes: before + total - one.counted, since });
    one.counted = total;
  }

  function look(): void {
    for (const [id, one] of open) {
      const stats = server.getConnectionStats(id);
      if (stats) count(id, stats.srcTxBytes + stats.srcRxBytes);
      const late = Date.now() - one.since > limits.time;
      if (late || spentOn(`${one.kiosk} ${one.website}`) > limits.bytes) server.closeConnection(id);
    }
    for (const [budget, { since }] of spent) if (Date.now() - since > HOUR) spent.delete(budget);
  }

  server.on("connectionClosed", ({ connectionId, stats }: Closed) => {
    const one = open.get(connectionId);
    if (!one) return;
    const bytes = stats ? stats.srcTxBytes + stats.srcRxBytes : one.counted;
    count(connectionId, bytes);
    open.delete(connectionId);
    needs.used(one.centre, one.website, bytes);
  });
  server.on("requestFailed", ({ error }: { error: Error }) =>
    needs.log.debug({ error: error.message }, "proxy"),
  );
  await server.listen();
  const timer = setInterval(look, LOOK);

  return {
    port: server.port,
    forget() {
      passes.forget();
      lists.forget();
    },
    async stop() {
      clearInterval(timer);
      await server.close(true);
    },
  };
}

type Way = Pick<PrepareRequestFunctionResult, "upstreamProxyUrl" | "dnsLookup">;

interface Closed {
  readonly connectionId: number;
  readonly stats: { readonly srcTxBytes: number; readonly srcRxBytes: number } | undefined;
}

interface Believed<T> {
  get(key: string): Promise<T>;
  forget(): void;
}

/** Asks once for what is asked many times within a moment. */
function believed<T>(ask: (key: string) => Promise<T>): Believed<T> {
  const held = new Map<string, { readonly value: Promise<T>; readonly until: number }>();
  return {
    get(key) {
      const known = held.get(key);
      if (known && known.until > Date.now()) return known.value;
      if (held.size > 1_000) held.clear();
      const value = ask(key);
      held.set(key, { value, until: Date.now() + BELIEVED });
      value.catch(() => held.delete(key));
      return value;
    },
    forget: () => held.clear(),
  };
}
