/**
 * How often somebody may try to get in: by account and address together, by address, and by account,
 * so that an attacker locks out neither everybody nor one person whose address he knows.
 */
import { createHash } from "node:crypto";
import { CompiledQuery } from "kysely";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible"; // prettier-ignore
import type { Database } from "#server/db/open.ts";

const QUARTER = 15 * 60;

export interface Limits {
  /** Whether one more try may be made from this address, for an account where it is for one; counts it. */
  allow(address: string, account?: string): Promise<boolean>;
  /** It was the right person: what they mistyped before is forgotten. */
  forgive(address: string, account: string): Promise<void>;
}

interface Limit {
  readonly keyPrefix: string;
  readonly points: number;
  readonly blockDuration?: number;
}

/**
 * Counted in the database where several hubs serve one district, so that whoever is turned away by one
 * does not begin anew at another; else, and while it cannot be asked, in this hub's memory.
 */
export function openLimits(database: Pick<Database, "engine" | "reading">): Limits {
  const both = limiter(database, { keyPrefix: "both", points: 8, blockDuration: QUARTER });
  const byAddress = limiter(database, { keyPrefix: "address", points: 60 });
  const byAccount = limiter(database, { keyPrefix: "account", points: 60 });
  const pair = (address: string, account: string): string => nameless(`${address} ${account}`);
  return {
    async allow(address, account) {
      try {
        await byAddress.consume(nameless(address));
        if (account === undefined) return true;
        await both.consume(pair(address, account));
        await byAccount.consume(nameless(account));
        return true;
      } catch (reason) {
        if (reason instanceof RateLimiterRes) return false;
        throw reason;
      }
    },
    forgive: async (address, account) => void (await both.delete(pair(address, account))),
  };
}

function limiter(
  { engine, reading }: Pick<Database, "engine" | "reading">,
  limit: Limit,
): RateLimiterAbstract {
  const options = { ...limit, duration: QUARTER };
  const inMemory = new RateLimiterMemory(options);
  if (engine === "sqlite") return inMemory;
  const storeClient = {
    query: ({ text, values }: { readonly text: string; readonly values: readonly unknown[] }) =>
      reading.executeQuery(CompiledQuery.raw(text, [...values])),
  };
  return new RateLimiterPostgres({ ...options, storeClient, storeType: "client", tableName: "tries", tableCreated: true, insuranceLimiter: inMemory }); // prettier-ignore
}

/** Who tries is nobody's business but the counter's. */
function nameless(words: string): string {
  return createHash("sha256").update(words).digest("base64url");
}
