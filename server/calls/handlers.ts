/** The commands about calls. */
import type { callCommands } from "#shared/calls/commands.ts";
import type { CallOffer } from "#shared/calls/offer.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Centre } from "#shared/centres/schema.ts";
import { monthsBetween } from "#shared/uses/months.ts";
import { among } from "#shared/people/rules.ts";
import type { Reading, Writing } from "#server/db/open.ts";
import type { Acting, Handlers } from "#server/live/door.ts";
import { type From, takeInCall } from "./ask.ts";
import { openCancelling } from "./cancel.ts";
import { csvOf } from "./csv.ts";
import type { Desk } from "./desk.ts";
import { endCall, giveBack, noteCall, tryAgain } from "./finish.ts";
import { listGroups, removeGroup, saveGroup } from "./groups.ts";
import { forgetPrank, listPranks } from "./pranks.ts";
import { listCalls } from "./queue.ts";
import { reportCalls } from "./report.ts";
import { findCall, progressOf } from "./row.ts";
import { held, takeCall, takenOf } from "./take.ts";
import { centreOf, offersCalls, settingsOf, teamOf } from "./team.ts";
import { takeInSealed } from "./unread.ts";
import { acceptVoice, hangUpVoice, ringVoice, signalVoice, somebodyStandsBy, standBy } from "./voice.ts";

type CallHandlers = Pick<Handlers, keyof typeof callCommands>;

/** Months that one report covers at most: five years. */
const MOST_MONTHS = 60;
/** A sealed request that is older was asked when nobody remembers. */
const LONGEST_HELD = 8 * 86_400_000;

export function callHandlers(desk: Desk): CallHandlers {
  return { ...kioskHandlers(desk), ...adviserHandlers(desk), ...voiceHandlers(desk), ...leadHandlers };
}

type KioskNames = "callOffer" | "askForCall" | "handInCall" | "callProgress" | "cancelCall" | "askCallFor";

function kioskHandlers(desk: Desk): Pick<CallHandlers, KioskNames> {
  const cancel = openCancelling();
  return {
    async callOffer(db, _input, acting) {
      const at = await kioskOf(db, acting);
      return at.ok ? done(await offerOf(db, desk, at.value.centre, acting.now)) : at;
    },
    async askForCall(tx, { id, ...request }, acting) {
      const at = await kioskOf(tx, acting);
      if (!at.ok) return at;
      const from: From = {
        ...at.value,
        askedBy: null,
        asked: acting.now,
        promised: false,
        command: "askForCall",
      };
      return takeInCall(tx, desk, id, request, from, acting);
    },
    async handInCall(tx, { id, sealed, heldFor }, acting) {
      const at = await kioskOf(tx, acting, "promised");
      if (!at.ok) return at;
      // A device that was moved meanwhile hands in what was asked, and promised, where it stood before.
      const centre = (sealed.centre && (await centreOf(tx, sealed.centre))) || at.value.centre;
      const asked = acting.now - Math.min(heldFor ?? 0, LONGEST_HELD);
      const from: From = { ...at.value, centre, askedBy: null, asked, promised: true, command: "handInCall" };
      return takeInSealed(tx, desk, id, sealed, from, acting);
    },
    async callProgress(db, { id }, { who }) {
      const row = await findCall(db, id);
      return row && who === `screen ${row.screen}` ? done(progressOf(row)) : refused("no-such-call");
    },
    cancelCall: (tx, { reference }, acting) => cancel(tx, desk, reference, acting),
    async askCallFor(tx, { id, centre: slug, agreed: _agreed, ...request }, acting) {
      const centre = await centreOf(tx, slug);
      if (!centre) return refused("no-such-centre", { centre: slug });
      const from: From = { centre, screen: null, askedBy: acting.who, asked: acting.now, promised: false, command: "askCallFor" }; // prettier-ignore
      return takeInCall(tx, desk, id, request, from, acting);
    },
  };
}

type AdviserNames =
  "listCalls" | "takeCall" | "seeCall" | "giveBackCall" | "noteCall" | "tryCallAgain" | "endCall";

function adviserHandlers(desk: Desk): Pick<CallHandlers, AdviserNames> {
  return {
    listCalls: async (db, _input, acting) => done({ now: acting.at, calls: await listCalls(db, acting, acting.now) }), // prettier-ignore
    takeCall: (tx, { id }, acting) => takeCall(tx, desk, id, acting),
    async seeCall(db, { id }, acting) {
      const mine = await held(db, id, acting);
      return mine.ok ? done(await takenOf(db, desk, mine.value.row, acting)) : mine;
    },
    giveBackCall: (tx, { id }, acting) => giveBack(tx, desk, id, acting),
    noteCall: (tx, noted, acting) => noteCall(tx, desk, noted, acting),
    tryCallAgain: (tx, wanted, acting) => tryAgain(tx, desk, wanted, acting),
    endCall: (tx, ended, acting) => endCall(tx, desk, ended, acting),
  };
}

type VoiceNames = "standByForVoice" | "ringVoice" | "acceptVoice" | "signalVoice" | "hangUpVoice";

function voiceHandlers(desk: Desk): Pick<CallHandlers, VoiceNames> {
  return {
    standByForVoice: (tx, { here }, acting) => standBy(tx, here, acting),
    async ringVoice(tx, wanted, acting) {
      const at = await kioskOf(tx, acting);
      return at.ok ? ringVoice(tx, desk, wanted, at.value, acting) : at;
    },
    acceptVoice: (tx, { id }, acting) => acceptVoice(tx, desk, id, acting),
    signalVoice: (db, said, { who }) => signalVoice(db, desk, said, who),
    hangUpVoice: (tx, { id }, acting) => hangUpVoice(tx, desk, id, acting),
  };
}

type LeadNames = Exclude<keyof typeof callCommands, KioskNames | AdviserNames | VoiceNames>;

const leadHandlers: Pick<CallHandlers, LeadNames> = {
  listKnownPranks: async (db, _input, { centres }) => done(await listPranks(db, centres)),
  forgetPrank: (tx, { id }, acting) => forgetPrank(tx, id, acting),
  listDutyGroups: async (db) => done(await listGroups(db)),
  saveDutyGroup: (tx, group) => saveGroup(tx, group),
  removeDutyGroup: (tx, { id }) => removeGroup(tx, id),
  async reportCalls(db, { centres, from, to }, acting) {
    if (monthsBetween(from, to).length > MOST_MONTHS) return refused("too-long", { most: MOST_MONTHS });
    return done(await reportCalls(db, { centres: among(centres, acting.centres), from, to }, acting.now));
  },
  async callsAsCsv(db, { centres, from, to }, acting) {
    if (monthsBetween(from, to).length > MOST_MONTHS) return refused("too-long", { most: MOST_MONTHS });
    const period = { centres: among(centres, acting.centres), from, to };
    return done({ csv: csvOf(await reportCalls(db, period, acting.now)) });
  },
};

/**
 * The kiosk that speaks, and its centre. Refused: `calls-not-offered`. What was promised while the
 * hub was away is taken even where the centre has stopped offering since.
 */
async function kioskOf(
  db: Reading | Writing,
  { who, centres }: Acting,
  promised?: "promised",
): Promise<Result<{ readonly centre: Centre; readonly screen: string }>> {
  const screen = who.replace(/^screen /, "");
  const row = await db.selectFrom("screen").select("kind").where("id", "=", screen).executeTakeFirst();
  const centre = await centreOf(db, centres === "all" ? "" : (centres[0] ?? ""));
  if (row?.kind !== "kiosk" || !centre) return refused("calls-not-offered");
  return promised || offersCalls(centre) ? done({ centre, screen }) : refused("calls-not-offered");
}

async function offerOf(db: Reading, { vault }: Desk, centre: Centre, now: number): Promise<CallOffer> {
  const { handset, voice, keptDays } = settingsOf(centre);
  const voiceNow = voice && (await somebodyStandsBy(db, centre, now));
  return { centre: centre.slug, handset, voice, voiceNow, keptDays, team: teamOf(centre), key: vault.publicKey, now }; // prettier-ignore
}
