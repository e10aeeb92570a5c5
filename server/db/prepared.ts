/** Statements stay prepared: to compile one takes SQLite longer than to carry it out. */
import type SQLite from "better-sqlite3";
import type { SqliteDatabase, SqliteStatement } from "kysely";

/** The hub has some dozens that it uses all the time; lists of any length make others, which come and go. */
const MOST = 120;

export function withPrepared(database: SQLite.Database): SqliteDatabase {
  const known = new Map<string, SQLite.Statement<unknown[]>>();

  function statement(sql: string): SQLite.Statement<unknown[]> {
    const found = known.get(sql);
    const prepared = found ?? database.prepare<unknown[]>(sql);
    // The one that was used last stands last, so that the first is the one to let go.
    if (found) known.delete(sql);
    else if (known.size >= MOST) known.delete(known.keys().next().value!);
    known.set(sql, prepared);
    return prepared;
  }

  return {
    close: () => void database.close(),
    prepare(sql): SqliteStatement {
      // Another schema: what was prepared for the former one may have other columns.
      if (/^\s*(?:create|drop|alter|pragma|vacuum)\b/i.test(sql)) {
        known.clear();
        return database.prepare<unknown[]>(sql);
      }
      const prepared = statement(sql);
      return {
        reader: prepared.reader,
        all: (parameters) => prepared.all(parameters),
        run: (parameters) => prepared.run(parameters),
        // While rows of it are still to come a statement can be used for nothing else.
        iterate: (parameters) => database.prepare<unknown[]>(sql).iterate(parameters),
      };
    },
  };
}
