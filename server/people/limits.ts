/**
 * How often somebody may try to get in: by account and address together, by address, and by account,
 * so that an attacker locks out neither everybody nor one person whose address he knows.
 */
import { RateLimiterMemory } from "rate-limiter-flexible";

const QUARTER = 15 * 60;

export interface Limits {
  /** Whether one more try may be made from this address, for an account where it is for one; counts it. */
  allow(address: string, account?: string): Promise<boolean>;
  /** It was the right person: what they mistyped before is forgotten. */
  forgive(address: string, account: string): Promise<void>;
}

/** Counted in this hub's memory: a restart forgets, and each hub of several counts for itself. */
export function openLimits(): Limits {
  const both = new RateLimiterMemory({ points: 8, duration: QUARTER, blockDuration: QUARTER });
  const byAddress = new RateLimiterMemory({ points: 60, duration: QUARTER });
  const byAccount = new RateLimiterMemory({ points: 60, duration: QUARTER });
  const pair = (address: string, account: string): string => `${address} ${account}`;
  return {
    async allow(address, account) {
      try {
        await byAddress.consume(address);
        if (account === undefined) return true;
        await both.consume(pair(address, account));
        await byAccount.consume(account);
        return true;
      } catch {
        return false;
      }
    },
    forgive: async (address, account) => void (await both.delete(pair(address, account))),
  };
}
