/** Wires the hub: every part is made here and given what it needs; nothing else happens here. */
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { isDiscreet } from "#shared/contract.ts";
import type { Result } from "#shared/result.ts";
import type { Screen } from "#shared/screens/screen.ts";
import type { Config } from "./config.ts";
import { change } from "./db/change.ts";
import { type Database, openDatabase } from "./db/open.ts";
import { findItem } from "./items/read.ts";
import { openAnnouncer } from "./live/announce.ts";
import { api } from "./live/api.ts";
import { openDigests } from "./live/digests.ts";
import { OPERATOR } from "./live/identity.ts";
import { openBetween } from "./live/between.ts";
import { type Door, openDoor } from "./live/door.ts";
import { openCounter } from "./uses/opened.ts";
import { openCalls } from "./calls/open.ts";
import { startDuties } from "./duties.ts";
import { gatherHandlers } from "./handlers.ts";
import { openMessages } from "./messages/open.ts";
import { openNews } from "./live/news.ts";
import { letGo, type Server as SocketServer, socketsOf } from "./live/rooms.ts";
import { openSockets } from "./live/sockets.ts";
import { openListener } from "./live/tls.ts";
import { remember } from "./live/told.ts";
import { openWaiters } from "./live/waiters.ts";
import { openWeb } from "./live/web.ts";
import type { Log } from "./log.ts";
import { LIMITS } from "./media/limits.ts";
import { openMedia } from "./media/media.ts";
import { post } from "./messages/message.ts";
import { openMetrics } from "./metrics.ts";
import { openOutside } from "./outside/outside.ts";
import { pagesFrom } from "./pages/fromDatabase.ts";
import { pages } from "./pages/pages.tsx";
import { openPeople } from "./people/open.ts";
import { beginPairing, collectToken, findPairing } from "./screens/pairing.ts";
import { openPresences } from "./screens/presence.ts";
import { centreOfScreen, findScreen, selfOf } from "./screens/screens.ts";
import { keepOrders, passOn, sayShown } from "./screens/telling.ts";
import { secretOf } from "./secret.ts";
import { openVault } from "./vault.ts";
import { keepDemo } from "./seed/keep.ts";
import { startLooker } from "./sources/looker.ts";
import { importLeaflet } from "./leaflets/import.ts";
import { openSources } from "./sources/open.ts";
import { adultWage } from "./sources/minimumwage.ts";
import { soundRoutes } from "./sounds/routes.ts";
import { openSpeaker } from "./sounds/speaker.ts";
import { startTidying } from "./tidy.ts";
import { takeIn } from "./vacancies/import.ts";
import { openOffering } from "./vacancies/offer.ts";
import { startRefilling } from "./vacancies/refill.ts";
import { openGuard } from "./websites/guard.ts";

export interface Hub {
  readonly door: Door;
  readonly secret: string;
  readonly database: Database;
  /** A link by which the first district lead comes in; `null` where there is one. Each call makes a new one. */
  setUpLink(): Promise<string | null>;
  /** Cleans and keeps a picture or a PDF; `name` decides nothing. */
  keep(bytes: Uint8Array, name: string): Promise<Result<unknown>>;
  /** Begins to serve; resolves with the port once it is bound. */
  listen(): Promise<number>;
  /** Writes down what is known of the screens and not yet on the disk. */
  writeDown(): Promise<void>;
  /** One round of what it does every half minute: free places of the ten, where a centre lets them be taken. */
  fillFreePlaces(): Promise<void>;
  /** One round of what it does every other second: calls that are due, and messages. */
  goRounds(): Promise<void>;
  /** Finishes what was begun, tells the screens to come back later, and lets go of everything. */
  stop(): Promise<void>;
}

export interface HubNeeds {
  readonly config: Config;
  readonly log: Log;
  /** Name of this build, for the screens. */
  readonly app: string;
  /** Where the built pages and the content/ folder lie. */
  readonly built: string;
  readonly content: string;
  now(): number;
}

/** Another hub on the same Postgres may have changed something. */
const LOOK_EVERY = 1_000;
/** A hub that stops waits this long for answers that are on their way. */
const LAST_ANSWERS = 1_500;

/** Opens everything a hub needs. Throws where the data folder or the database cannot be used. */
export async function openHub(needs: HubNeeds): Promise<Hub> {
  const { config, log, now } = needs;
  await mkdir(config.data, { recursive: true });
  const secret = secretOf(config.secret, config.data);
  const database = await openDatabase(config.databaseUrl, {
    onLoss: (error) => log.warn({ error }, "a database connection was lost"),
  });
  const db = database.reading;
  const mediaFolder = path.join(config.data, "media");
  const media = await openMedia(mediaFolder);
  const metrics = openMetrics();
  const outside = openOutside(config.wayOut, now);
  const presences = openPresences(database, log, () => between.say("news", "screens"));
  const between = await openBetween(database, config.databaseUrl, log);
  const digests = openDigests(db);
  const waiters = openWaiters();
  const told = new Map<number, number>();
  let look = (): void => {};
  let io: SocketServer | null = null;
  let stopping = false;
  const news = openNews(() => io);
  const stopHearing = between.hear("news", news.tell);
  const counter = openCounter(database, log, now);
  const vault = openVault(config.callKeys ?? [secret]);
  const office = openMessages({ config, secret, vault, database, outside, log, now });
  const calls = openCalls({ config, database, between, office, vault, log, now });
  const people = openPeople({ database, config, secret, log, now, post, changed: (id) => io && letGo(io, id) }); // prettier-ignore

  const speaker = openSpeaker(path.join(config.data, "sounds"));
  const looker = startLooker();
  const sources = openSources({ data: config.data, database, secret, outside, vacancies: { takeIn, openOffering, takeLeaflet: importLeaflet }, log, now, changed: () => look(), told: () => news.tell("importVacancies") }); // prettier-ignore
  const unpair = ({ id, centre }: Screen) =>
    door.knock({ command: "unpairScreen", input: { id }, requestId: null, caller: { ...OPERATOR, centres: [centre] } }); // prettier-ignore
  const guard = openGuard({ config, database, secret, built: needs.built, log, findScreen: (token) => findScreen(db, token), unpair, now }); // prettier-ignore
  const handlers = gatherHandlers({ config, secret, database, mediaFolder, outside, between, waiters, presences, vault, office, calls, people, looker, sources, guard, keep: media.keep, now }); // prettier-ignore
  const door = openDoor({
    database,
    handlers,
    stored: { item: findItem, screen: centreOfScreen },
    log,
    now,
    changed(command) {
      metrics.changes.inc();
      look();
      if (!isDiscreet(command)) between.say("news", command);
    },
  });
  const orders = keepOrders(between, (id) => io !== null && socketsOf(io, id).next().done === false, now);
  const base = { db, digests, door, secret, now, publicUrl: config.publicUrl, app: needs.app };
  const shared = {
    ...base,
    findScreen: (token: string) => findScreen(db, token),
    personOf: people.callerOf,
    seen: (screen: { readonly id: string }, health: Parameters<typeof presences.see>[1]) =>
      presences.see(screen.id, health, now()),
    selfOf: (screen: { readonly id: string }) => selfOf(db, screen.id, now()),
    turnedAway: (reason: string) => metrics.refused.inc({ reason }),
  };
  const web = openWeb({
    config,
    log,
    metrics,
    db,
    built: needs.built,
    media: mediaFolder,
    isStopping: () => stopping,
    guard: guard.router,
    pages: pages({
      read: pagesFrom(db, now),
      publicUrl: config.publicUrl,
      now,
      opened: counter.opened,
      // Only who opens a leaflet's page needs what cleans its text.
      leafletHtml: async (markdown) => (await import("./leaflets/html.ts")).leafletHtml(markdown),
      report: (error) => log.error({ error }, "a page broke"),
    }),
    api: api({
      ...shared,
      people: people.routes,
      sounds: soundRoutes(speaker),
      media: { most: LIMITS.fileBytes, keep: media.keep },
      beginPairing: () => change(database, (tx) => beginPairing(tx, now())),
      findPairing: (pairing) => findPairing(db, pairing, now()),
      collectToken: (pairing) => change(database, (tx) => collectToken(tx, pairing, now())),
      claimed: waiters.wait,
      orderFor: orders.take,
    }),
  });
  const listener = openListener(config.tls, web, log);
  io = openSockets(listener.server, {
    ...shared,
    log,
    painted(screen, version) {
      const since = told.get(version);
      if (since !== undefined) metrics.painted.observe((now() - since) / 1000);
      if (screen) presences.painted(screen.id, version, now());
    },
    showing: (screen, what) => (presences.shows(screen.id, what, now()), sayShown(between, screen, what)),
  });
  const sockets = io;
  const stopPassingOn = passOn(between, sockets);
  sockets.on("connection", (socket) => {
    metrics.connected.inc();
    socket.once("disconnect", () => metrics.connected.dec());
  });
  const announced = (version: number): void => {
    remember(told, version, now());
    guard.changed();
  };
  const announcer = await openAnnouncer({ db, io: sockets, digests, log, now, told: announced });
  look = announcer.look;

  const demo = keepDemo({
    database,
    databaseUrl: config.databaseUrl,
    mediaFolder,
    content: needs.content,
    memory: path.join(config.data, "demo-files.json"),
    wanted: config.demo,
    now,
    changed: look,
    failed: (reason) => log.warn({ error: reason }, "could not plant the demo district"),
  });
  await demo.begin();
  const stopTidying = startTidying({ database, media: mediaFolder, log, now, needed: demo.files, renewDemo: demo.renew, sounds: speaker }); // prettier-ignore
  const refilling = startRefilling({ database, wage: adultWage, log, now, changed: look });
  const stopDuties = startDuties({
    database,
    outside,
    log,
    now,
    told: () => (between.say("news", "screens"), void office.soon()),
  });
  calls.passOn(sockets);
  presences.watch(() => news.tell("painted"));
  const looking = database.engine === "postgres" ? setInterval(lookElsewhere, LOOK_EVERY) : undefined;
  function lookElsewhere(): void {
    look();
    presences.look(now()).catch((error: unknown) => log.debug({ error }, "could not look what was painted"));
  }

  return {
    door,
    secret,
    database,
    keep: media.keep,
    async listen() {
      await guard.listen();
      listener.server.listen(config.port, config.host);
      await once(listener.server, "listening");
      const address = listener.server.address();
      return typeof address === "object" && address ? address.port : config.port;
    },
    setUpLink: people.setUpLink,
    writeDown: presences.write,
    fillFreePlaces: refilling.round,
    goRounds: async () => (await calls.round(), office.soon()),
    async stop() {
      stopping = true;
      clearInterval(looking);
      stopHearing();
      news.stop();
      listener.stopWatching();
      stopPassingOn();
      orders.stop();
      waiters.wake();
      const read = sources.stop();
      await guard.stop();
      await door.stop();
      await announcer.settled();
      const late = setTimeout(() => listener.server.closeAllConnections(), LAST_ANSWERS);
      await sockets.close();
      clearTimeout(late);
      await Promise.all([
        stopDuties(),
        calls.stop(),
        office.stop(),
        counter.stop(),
        presences.stop(),
        between.stop(),
        looker.stop(),
        media.stop(),
        speaker.stop(),
        read.then(() => outside.close()),
        stopTidying(),
        demo.stop(),
        refilling.stop(),
      ]);
      await database.close();
    },
  };
}
