/** Leaves nothing of a visitor behind, and everything of the hub's: it must start without the network. */

/** Both calls are needed: the second set knows no exception by origin. */
export async function wipe(home: string): Promise<void> {
  const { origin, hostname } = new URL(home);
  const everywhere = { since: 0 };
  await Promise.all([
    chrome.browsingData.remove(
      { ...everywhere, excludeOrigins: [origin] },
      { cache: true, cacheStorage: true, cookies: true, fileSystems: true, indexedDB: true, localStorage: true, serviceWorkers: true, webSQL: true }, // prettier-ignore
    ),
    chrome.browsingData.remove(everywhere, {
      history: true,
      downloads: true,
      formData: true,
      passwords: true,
    }),
    wipeCookies(hostname),
  ]);
}

/** Cookies are spared by registrable domain, so that an approved site beside the hub would keep its own. */
async function wipeCookies(hub: string): Promise<void> {
  const stores = await chrome.cookies.getAllCookieStores();
  const kept = await Promise.all(
    stores.map(({ id }) => chrome.cookies.getAll({ storeId: id, partitionKey: {} })),
  );
  const strangers = kept.flat().filter(({ domain }) => domain !== hub);
  await Promise.all(strangers.map((cookie) => chrome.cookies.remove(addressOf(cookie)).catch(() => null)));
}

function addressOf({ name, domain, path, secure, storeId, partitionKey }: chrome.cookies.Cookie) {
  const host = domain.replace(/^\./, "");
  const url = `${secure ? "https" : "http"}://${host.includes(":") ? `[${host}]` : host}${path}`;
  return { name, url, storeId, ...(partitionKey ? { partitionKey } : {}) };
}
