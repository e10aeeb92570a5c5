/** A place on the device for keyed records: one IndexedDB database with one store. */
import { promisifyRequest } from "idb-keyval";

const STORE = "records";

/** How long the device may take: a hanging or blocked database must not keep the screen waiting. */
const PATIENCE = 3_000;

export interface Store {
  /** Runs requests in one transaction; resolves when it is done, and rejects when it failed. */
  use<T>(mode: IDBTransactionMode, act: (records: IDBObjectStore) => T): Promise<T>;
  /** Removes the database with all that is in it; never rejects. */
  destroy(): Promise<void>;
}

/** Opens at the first use; where opening fails, the next use tries again. */
export function openStore(name: string): Store {
  let opening: Promise<IDBDatabase> | null = null;

  async function open(): Promise<IDBDatabase> {
    const request = indexedDB.open(name, 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE));
    const database = await within(promisifyRequest(request));
    const close = () => {
      database.close();
      opening = null;
    };
    database.addEventListener("versionchange", close);
    database.addEventListener("close", close);
    return database;
  }

  function opened(): Promise<IDBDatabase> {
    opening ??= open();
    opening.catch(() => (opening = null));
    return opening;
  }

  return {
    async use(mode, act) {
      const database = await opened();
      // Strict: what left the screen must not come back after a power cut.
      const transaction = database.transaction(STORE, mode, { durability: "strict" });
      const result = act(transaction.objectStore(STORE));
      await within(promisifyRequest(transaction));
      return result;
    },
    async destroy() {
      try {
        if (opening) (await opening).close();
        opening = null;
        await within(promisifyRequest(indexedDB.deleteDatabase(name)));
      } catch {
        opening = null;
      }
    },
  };
}

function within<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("storage-hangs")), PATIENCE);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
