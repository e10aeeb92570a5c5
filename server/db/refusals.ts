/** Errors of databases and disks as refusals. */

/**
 * What a database's error comes to where waiting, an admin or a retry can mend it; else `null`. By
 * SQLite's result codes (sqlite.org/rescode.html), Postgres' SQLSTATEs and the system's own.
 */
export function refusalFor(error: unknown): "disk-full" | "database-busy" | "database-away" | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return "database-busy";
  // 23505: another transaction wrote the same key first; a second look finds it.
  if (["40001", "40P01", "55P03", "23505"].includes(code)) return "database-busy";
  if (/^SQLITE_(FULL|IOERR)/.test(code) || ["ENOSPC", "EDQUOT", "EFBIG", "53100"].includes(code)) {
    return "disk-full";
  }
  return isAway(error, code) ? "database-away" : null;
}

/** Classes 08 and 57P: the connection broke, or the server is going or coming up. */
function isAway(error: unknown, code: string): boolean {
  if (/^(08|57P0|53300$)/.test(code)) return true;
  if (/^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)$/.test(code))
    return true;
  // pg gives these no code.
  return error instanceof Error && /connection terminated|timeout exceeded when trying to connect|not queryable/i.test(error.message); // prettier-ignore
}
