import { CALLS_BY_DEFAULT } from "#shared/centres/calls.ts";
import type { CommandName, Sent } from "#shared/contract.ts";
import { always, centre, notice, vacancy } from "./drafts.ts";

/** Who may give a command, as product.md has it; written down again here, so that a slip in a declaration is found. */
export type Least =
  | "staff"
  | "granted staff"
  | "adviser"
  | "district"
  | "operator"
  | "a person"
  | "a screen"
  | "staff or a screen";

export interface Row<Name extends CommandName> {
  readonly least: Least;
  /** Whose it is: one centre's, that of all of them, nobody's, or whatever of one's own the hub finds. */
  readonly of: "a centre" | "every centre" | "nobody" | "one's own";
  /** The command about something of this centre. */
  input(slug: string): Sent<Name>;
}

const day = "2026-12-01";
const overId = (slug: string) => ({ id: `notice-${slug}`, over: null });
const months = { centres: null, from: "2026-10", to: "2026-11" };
const source = {
  name: "A source",
  url: "https://jobs.example/jobs.rss",
  format: null,
  everyMinutes: 60,
  mostPages: 1,
  paused: true,
  employer: null,
  record: null,
  fields: {},
  to: { miles: 1 },
};
const call = (slug: string) => ({ id: `call-of-${slug}-000000` });
const wish = { way: "handset", about: "job", item: null, number: null, name: null, when: "soon", language: "en" } as const; // prettier-ignore
const screen = (slug: string) => ({ id: `screen-${slug}` });

/** A row for every command; `tests/server/people/table.test.ts` names those that have none. */
export const table: { readonly [Name in CommandName]?: Row<Name> } = {
  saveItem: { least: "staff", of: "a centre", input: (slug) => ({ id: `notice-${slug}`, kind: "notice", audience: [slug], over: null, ...always, body: notice("Snow") }) },
  proposeItem: { least: "staff", of: "a centre", input: overId },
  declineItem: { least: "adviser", of: "a centre", input: (slug) => ({ ...overId(slug), reason: "Not this week" }) },
  publishItem: { least: "staff", of: "a centre", input: overId },
  withdrawItem: { least: "staff", of: "a centre", input: overId },
  takeOff: { least: "staff", of: "a centre", input: (slug) => ({ id: "notice-both", centre: slug }) },
  bringBackItem: { least: "staff", of: "a centre", input: (slug) => ({ id: `notice-${slug}`, revision: 1, over: 1 }) },
  findItem: { least: "staff", of: "a centre", input: (slug) => ({ id: `notice-${slug}` }) },
  listItems: { least: "staff", of: "one's own", input: () => ({}) },
  itemHistory: { least: "staff", of: "a centre", input: (slug) => ({ id: `notice-${slug}` }) },
  sayHere: { least: "staff", of: "one's own", input: (slug) => ({ id: `notice-${slug}`, state: "here" }) },
  agreeToName: { least: "a person", of: "one's own", input: (slug) => ({ id: `notice-${slug}`, name: null, photo: null }) },
  placeVacancy: { least: "granted staff", of: "a centre", input: (slug) => ({ vacancy: `job-${slug}`, centre: slug, on: "search" }) },
  orderTen: { least: "granted staff", of: "a centre", input: (slug) => ({ centre: slug, vacancies: [] }) },
  importVacancies: { least: "adviser", of: "a centre", input: (slug) => ({ vacancies: [{ id: `offered-${slug.length}`, until: null, body: vacancy("Cook") }], decide: "inbox", centres: [slug] }) },
  inbox: { least: "staff", of: "one's own", input: () => ({ tab: "new" }) },
  findVacancy: { least: "staff", of: "one's own", input: (slug) => ({ id: `job-${slug}` }) },
  decideVacancies: { least: "granted staff", of: "a centre", input: (slug) => ({ decisions: [{ vacancy: `job-${slug}`, centre: slug, on: "board" }] }) },
  proposeVacancy: { least: "staff", of: "a centre", input: (slug) => ({ vacancy: `job-${slug}`, centre: slug, wanted: "board", words: null }) },
  answerProposal: { least: "adviser", of: "a centre", input: (slug) => ({ vacancy: `job-${slug}`, centre: slug, agrees: true, reason: null }) },
  writeVacancy: { least: "staff", of: "a centre", input: (slug) => ({ id: `job-${slug}`, over: null, words: { title: "Cook" }, centres: [slug], on: "new" }) },
  closeVacancy: { least: "granted staff", of: "a centre", input: (slug) => ({ id: `job-${slug}`, over: 1, why: "filled" }) },
  reopenVacancy: { least: "granted staff", of: "a centre", input: (slug) => ({ id: `job-${slug}`, over: 1 }) },
  myCentres: { least: "staff", of: "one's own", input: () => ({}) },
  theTen: { least: "staff", of: "a centre", input: (slug) => ({ centre: slug }) },
  fillTen: { least: "staff", of: "a centre", input: (slug) => ({ centre: slug }) },
  listEmployerNotes: { least: "staff", of: "nobody", input: () => ({}) },
  saveEmployerNote: { least: "adviser", of: "nobody", input: () => ({ name: "Mill Dental", verdict: "good", words: "", over: null }) },
  removeEmployerNote: { least: "adviser", of: "nobody", input: () => ({ employer: "nobody", over: 1 }) },
  listRoutes: { least: "staff", of: "a centre", input: (slug) => ({ centre: slug }) },
  saveRoute: { least: "adviser", of: "a centre", input: (slug) => ({ centre: slug, name: "Town", outcode: null, review: day, over: null, by: "bus", minutes: 10, line: "36" }) },
  removeRoute: { least: "adviser", of: "a centre", input: (slug) => ({ id: "no-route", centre: slug }) },
  listSources: { least: "district", of: "every centre", input: () => ({}) },
  saveSource: { least: "district", of: "every centre", input: () => ({ source, over: null }) },
  removeSource: { least: "district", of: "every centre", input: () => ({ id: "no-source" }) },
  trySource: { least: "district", of: "every centre", input: () => ({ source }) },
  readSource: { least: "district", of: "every centre", input: () => ({ id: "no-source" }) },
  sourceRuns: { least: "district", of: "every centre", input: () => ({ id: "no-source" }) },
  vacancySources: { least: "adviser", of: "nobody", input: () => ({ id: "no-job" }) },
  saveCentre: { least: "district", of: "a centre", input: (slug) => ({ centre: centre(slug), over: null }) },
  curateCentre: { least: "adviser", of: "a centre", input: (slug) => ({ centre: slug, curation: { approve: false, refill: "offer" } }) },
  arrangeCalls: { least: "adviser", of: "a centre", input: (slug) => ({ centre: slug, calls: { ...CALLS_BY_DEFAULT, hours: [...CALLS_BY_DEFAULT.hours] } }) },
  callOffer: { least: "a screen", of: "one's own", input: () => ({}) },
  askForCall: { least: "a screen", of: "one's own", input: (slug) => ({ ...call(slug), ...wish }) },
  handInCall: { least: "a screen", of: "one's own", input: (slug) => ({ ...call(slug), sealed: { key: "no-key", from: "a".repeat(87), iv: "a".repeat(16), text: "a".repeat(24) }, heldFor: null }) },
  callProgress: { least: "a screen", of: "one's own", input: call },
  cancelCall: { least: "staff or a screen", of: "one's own", input: () => ({ reference: "K7 42" }) },
  askCallFor: { least: "staff", of: "a centre", input: (slug) => ({ id: `call-for-${slug}-000000`, ...wish, way: "ring", number: "07700 900123", centre: slug, agreed: true }) },
  listCalls: { least: "staff", of: "one's own", input: () => ({}) },
  takeCall: { least: "staff", of: "one's own", input: call },
  seeCall: { least: "staff", of: "one's own", input: call },
  giveBackCall: { least: "staff", of: "one's own", input: call },
  noteCall: { least: "staff", of: "one's own", input: (slug) => ({ ...call(slug), notes: "" }) },
  tryCallAgain: { least: "staff", of: "one's own", input: (slug) => ({ ...call(slug), at: "2026-12-01T09:00:00Z" }) },
  endCall: { least: "staff", of: "one's own", input: (slug) => ({ ...call(slug), outcome: "spoke" }) },
  standByForVoice: { least: "staff", of: "one's own", input: () => ({ here: false }) },
  ringVoice: { least: "a screen", of: "one's own", input: (slug) => ({ ...call(slug), about: "job", item: null, language: "en" }) },
  acceptVoice: { least: "staff", of: "one's own", input: call },
  signalVoice: { least: "staff or a screen", of: "one's own", input: (slug) => ({ ...call(slug), signal: { type: "offer", sdp: "v=0" } }) },
  hangUpVoice: { least: "staff or a screen", of: "one's own", input: call },
  listKnownPranks: { least: "adviser", of: "one's own", input: () => ({}) },
  forgetPrank: { least: "adviser", of: "one's own", input: () => ({ id: "no-prank" }) },
  listDutyGroups: { least: "staff", of: "one's own", input: () => ({}) },
  saveDutyGroup: { least: "district", of: "every centre", input: () => ({ id: "no-group", name: "Nobody", people: [] }) },
  removeDutyGroup: { least: "district", of: "every centre", input: () => ({ id: "no-such-group" }) },
  reportCalls: { least: "staff", of: "one's own", input: () => months },
  callsAsCsv: { least: "staff", of: "one's own", input: () => months },
  listCentres: { least: "staff", of: "one's own", input: () => ({}) },
  pairScreen: { least: "adviser", of: "a centre", input: (slug) => ({ code: "AAAAAA", centre: slug, kind: "board", name: "Reception" }) },
  listScreens: { least: "staff", of: "one's own", input: () => ({}) },
  saveScreen: { least: "adviser", of: "a centre", input: (slug) => ({ ...screen(slug), over: 1, name: "Hall", kind: "board", place: null, orientation: null, opening: null, languages: null }) },
  identifyScreen: { least: "staff", of: "a centre", input: screen },
  reloadScreen: { least: "staff", of: "a centre", input: screen },
  powerScreen: { least: "staff", of: "a centre", input: (slug) => ({ ...screen(slug), awake: null }) },
  unpairScreen: { least: "adviser", of: "a centre", input: screen },
  whereShown: { least: "staff", of: "a centre", input: (slug) => ({ item: `notice-${slug}` }) },
  leafletsToReview: { least: "adviser", of: "one's own", input: () => ({}) },
  lateWithdrawals: { least: "staff", of: "one's own", input: () => ({}) },
  waysToTell: { least: "a person", of: "nobody", input: () => ({}) },
  tellOnDevice: { least: "a person", of: "nobody", input: () => ({ device: "Phone", subscription: { endpoint: "https://push.example/1", keys: { p256dh: "B".repeat(87), auth: "a".repeat(22) } } }) },
  tellByText: { least: "a person", of: "nobody", input: () => ({ number: null }) },
  tellNoMore: { least: "a person", of: "nobody", input: () => ({ id: "device-1" }) },
  tryTelling: { least: "a person", of: "nobody", input: () => ({}) },
  listDeliveries: { least: "district", of: "every centre", input: () => ({}) },
  countUses: { least: "a screen", of: "one's own", input: () => ({ batch: "batch-12", counts: [{ hour: "2026-11-27T08:00Z", what: "visit", item: null, language: null, count: 1 }] }) },
  noteOutcome: { least: "staff", of: "a centre", input: (slug) => ({ id: "outcome-12", centre: slug, what: "job", day, vacancy: null }) },
  dropOutcome: { least: "staff", of: "a centre", input: (slug) => ({ id: "outcome-12", centre: slug }) },
  listOutcomes: { least: "staff", of: "a centre", input: (slug) => ({ centre: slug }) },
  reportUse: { least: "staff", of: "one's own", input: () => months },
  useAsCsv: { least: "staff", of: "one's own", input: () => months },
  addPerson: { least: "district", of: "every centre", input: () => ({ email: "there@example.org", role: "staff", centres: ["no-centre"] }) },
  changePerson: { least: "district", of: "every centre", input: () => ({ id: "nobody", name: "Nobody", role: "staff", centres: [] }) },
  renewLink: { least: "district", of: "every centre", input: () => ({ id: "nobody" }) },
  endPerson: { least: "district", of: "every centre", input: () => ({ id: "nobody" }) },
  listPeople: { least: "district", of: "every centre", input: () => ({}) },
  listSessions: { least: "a person", of: "nobody", input: () => ({}) },
  endSession: { least: "a person", of: "nobody", input: () => ({ id: "no-session" }) },
  listTokens: { least: "a person", of: "nobody", input: () => ({}) },
  makeToken: { least: "a person", of: "nobody", input: () => ({ name: "Report", role: "staff", centres: [], days: 1 }) },
  endToken: { least: "a person", of: "nobody", input: () => ({ id: "no-token" }) },
  importEvents: { least: "adviser", of: "a centre", input: (slug) => ({ events: [], centres: [slug] }) },
  importLeaflet: { least: "adviser", of: "a centre", input: (slug) => ({ id: `leaflet-${slug.length}`, language: "en", translation: false, withdrawn: false, title: "Help", summary: "Help", text: "Help", topics: [], edition: "1", reviewed: null, reviewBy: day, pdf: null, centres: [slug] }) },
  importWebsite: { least: "adviser", of: "a centre", input: (slug) => ({ id: `website-import-${slug.length}`, body: { title: { original: "en", words: { en: "Help" } }, description: null, address: "https://help.example/", topics: [], picture: null, reviewBy: null, allow: ["https://help.example"], helpers: [] }, centres: [slug] }) },
  reachWebsite: { least: "adviser", of: "nobody", input: () => ({ address: "https://127.0.0.1/" }) },
  tryWebsite: { least: "adviser", of: "nobody", input: () => ({ address: "https://example.org/", allow: [], helpers: [] }) },
  browserPolicy: { least: "adviser", of: "a centre", input: (slug) => ({ centre: slug }) },
  listRefusedHosts: { least: "staff", of: "one's own", input: () => ({}) },
  forgetRefusedHost: { least: "adviser", of: "a centre", input: (slug) => ({ centre: slug, host: "example.org" }) },
  rememberColumns: { least: "adviser", of: "nobody", input: () => ({ columns: ["Job"], fields: { title: ["Job"] } }) },
  lookAtFile: { least: "adviser", of: "nobody", input: () => ({ name: "jobs.csv", content: "VGl0bGUKQ29vawo=" }) },
  lookAtLink: { least: "adviser", of: "nobody", input: () => ({ url: "http://127.0.0.1:1/" }) },
  canMail: { least: "a screen", of: "one's own", input: () => ({}) },
  mailHome: { least: "a screen", of: "one's own", input: () => ({ items: [{ kind: "leaflet", id: "no-leaflet" }], language: "en", email: "kim@example.org" }) },
  listHistory: { least: "adviser", of: "one's own", input: () => ({}) },
  whoIsWho: { least: "staff", of: "one's own", input: () => ({}) },
  backUp: { least: "operator", of: "every centre", input: () => ({ file: "/nowhere/at/all" }) },
}; // prettier-ignore
