import { once } from "node:events";
import { copyFile, rename, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { connect, type TLSSocket } from "node:tls";
import { io } from "socket.io-client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openHub } from "#server/hub.ts";
import { openLog } from "#server/log.ts";
import { CONTRACT } from "#shared/screens/protocol.ts";
import { makeCertificate } from "../../support/certificate.ts";
import { databases, type Fresh } from "../../support/databases.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { type RunningHub, startHub } from "../../support/hub.ts";
import { health } from "../../support/screens.ts";

/** Certificates have nothing to do with the database: one is enough. */
const { fresh } = databases[0]!;

describe("a hub with certificate files", () => {
  let database: Fresh;
  let folder: { path: string; remove: () => Promise<void> };
  let files: { readonly cert: string; readonly key: string };
  let running: RunningHub;

  beforeEach(async () => {
    database = await fresh();
    folder = await temporaryFolder("tls");
    files = await makeCertificate(folder.path, "first.example.org");
    const env = { SIGNPOST_TLS_CERT: files.cert, SIGNPOST_TLS_KEY: files.key, SIGNPOST_LOG: "silent" };
    running = await startHub({ databaseUrl: database.url, env });
  });
  afterEach(async () => {
    await running.stop();
    await folder.remove();
    await database.close();
  });

  /** Whose certificate a newcomer is shown. */
  async function shown(): Promise<string> {
    const socket: TLSSocket = connect({ port: Number(new URL(running.url).port), rejectUnauthorized: false });
    await once(socket, "secureConnect");
    const { subject } = socket.getPeerCertificate();
    socket.destroy();
    return String(subject.CN);
  }
  /** Renews a file as certificate tools do: written aside, then renamed over the old one. */
  async function renew(from: string, over: string): Promise<void> {
    await copyFile(from, `${over}.new`);
    await rename(`${over}.new`, over);
  }

  test("serves pages and sockets over TLS, and its cookies go over nothing else", async () => {
    const begun = request(`${running.url}/api/v1/pairings`, {
      method: "POST",
      rejectUnauthorized: false,
    }).end();
    const [response] = await once(begun, "response");
    expect(response.headers["set-cookie"][0]).toMatch(/; HttpOnly; Secure; SameSite=Lax/);
    const socket = io(running.url, { transports: ["websocket"], rejectUnauthorized: false });
    await once(socket as never, "connect");
    const hello = { contract: CONTRACT, centre: "nowhere", kind: "board", epoch: null, version: 0, health };
    expect(await socket.emitWithAck("hello", hello)).toEqual({ state: "no-such-centre" });
    socket.disconnect();
  });

  test("takes a renewed certificate for newcomers and drops nobody; a broken one leaves the old in use", async () => {
    const socket = io(running.url, {
      transports: ["websocket"],
      rejectUnauthorized: false,
      reconnection: false,
    });
    await once(socket as never, "connect");
    const dropped = vi.fn();
    socket.on("disconnect", dropped);
    const second = await makeCertificate(folder.path, "second.example.org");
    await renew(second.cert, files.cert);
    await renew(second.key, files.key);
    await vi.waitFor(async () => expect(await shown()).toBe("second.example.org"), { timeout: 30_000 });

    // The next is a key alone, which does not belong to the certificate, and then no key at all.
    const third = await makeCertificate(folder.path, "third.example.org");
    await renew(third.key, files.key);
    await writeFile(files.cert, "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n");
    expect(await shown()).toBe("second.example.org");
    await renew(third.cert, files.cert);
    await vi.waitFor(async () => expect(await shown()).toBe("third.example.org"), { timeout: 30_000 });
    expect(dropped).not.toHaveBeenCalled();
    expect(socket.connected).toBe(true);
    socket.disconnect();
  });

  test("does not start with a certificate that cannot be used, and says which settings to mend", async () => {
    const { key } = await makeCertificate(folder.path, "another.example.org");
    const other = { ...running.config, tls: { cert: files.cert, key }, data: folder.path, databaseUrl: `file:${folder.path}/other.db` }; // prettier-ignore
    const opened = openHub({ config: other, log: openLog("silent"), app: "test", built: folder.path, content: folder.path, now: Date.now }); // prettier-ignore
    await expect(opened).rejects.toThrow(/SIGNPOST_TLS_CERT and SIGNPOST_TLS_KEY cannot be used/);
  });
});
