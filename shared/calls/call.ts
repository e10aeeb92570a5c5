/** A warm-phone request and what becomes of it, as hub, kiosk and console speak of it. No schema library here. */
import type { Language } from "#shared/languages.ts";

/** What a parent wants to talk about. `job`: one she saw. */
export const ABOUTS = ["job", "childcare", "money", "training", "other"] as const;
export type About = (typeof ABOUTS)[number];

/**
 * How she is to be reached: the `handset` beside the kiosk rings, her own phone rings (`ring`), or it gets
 * a text first (`text`). `voice`: through the browser; it becomes another way where nobody answers.
 */
const WAYS = ["handset", "ring", "text", "voice"] as const;
export type Way = (typeof WAYS)[number];
/** The ways that need a number. */
export const NUMBERED = ["ring", "text"] as const satisfies readonly Way[];

/** When it suits her. `school-run`: once the children are brought or fetched. */
export const WHENS = ["soon", "school-run", "tomorrow"] as const;
export type When = (typeof WHENS)[number];

/** What came of it. `unanswered`: a voice call that rang out and was not asked for in another way. */
export const OUTCOMES = [
  "spoke",
  "no-answer",
  "put-through",
  "nothing-needed",
  "prank",
  "unanswered",
] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** Those that a person may give. */
export const GIVEN_OUTCOMES = OUTCOMES.filter((one) => one !== "unanswered");

/** Instants are ISO in UTC; `by` is a person's id. */
export type CallState =
  /** A voice call that nobody has taken yet; at `until` it rings out. */
  | { readonly state: "ringing"; readonly since: string; readonly until: string }
  /** Nobody took the voice call: it waits a while for her to be asked how else she can be reached. */
  | { readonly state: "rung-out"; readonly since: string }
  | { readonly state: "waiting"; readonly since: string }
  /** One adviser has it, and only this one sees the number. */
  | { readonly state: "taken"; readonly since: string; readonly by: string }
  /** To be tried again at an agreed time, by whoever had it. */
  | { readonly state: "again"; readonly since: string; readonly by: string; readonly at: string }
  | { readonly state: "ended"; readonly since: string; readonly by: string; readonly outcome: Outcome }
  | { readonly state: "cancelled"; readonly since: string };

export type StateName = CallState["state"];
/** Those in which somebody still waits. */
export const OPEN_STATES = ["ringing", "rung-out", "waiting", "taken", "again"] as const satisfies readonly StateName[]; // prettier-ignore

/** The job, leaflet or event that she was looking at. */
export const ATTACHED_KINDS = ["vacancy", "leaflet", "event"] as const;
export interface Attached {
  readonly kind: (typeof ATTACHED_KINDS)[number];
  readonly id: string;
}

/** What a kiosk sends, and what it seals while the hub is away. */
export interface CallRequest {
  readonly way: Exclude<Way, "voice">;
  readonly about: About;
  readonly item: Attached | null;
  /** As it was typed; `null` for the handset. */
  readonly number: string | null;
  readonly name: string | null;
  readonly when: When;
  readonly language: Language;
}

/** The hub has it on its disk. */
export interface Accepted {
  readonly id: string;
  /** "K7 42" */
  readonly reference: string;
  readonly asked: string;
  /** From when on somebody can ring, and by when somebody should have. */
  readonly from: string;
  readonly due: string;
  readonly keptDays: number;
}

/** What was sealed while the hub was away is on its disk now. */
export interface HandedIn extends Accepted {
  /** No: the hub lacks the key, and only knows that somebody asked. Nobody can ring. */
  readonly readable: boolean;
}

/** Who has been told so far. */
export const STEPS = ["adviser", "deputy", "group", "district"] as const;
export type Step = (typeof STEPS)[number];

/** What a kiosk may know of its own request: nothing that tells who asked. */
export interface CallProgress {
  readonly id: string;
  readonly reference: string;
  readonly way: Way;
  readonly state: StateName;
  readonly asked: string;
  readonly from: string;
  readonly due: string;
  /** Those who were told first have not answered in their time, and others have been told. */
  readonly passedOn: boolean;
}

/** How somebody was told of a call, or not. `because`: a code such as `notify-429`. */
export interface Telling {
  readonly step: Step | "webhook" | "reminder";
  readonly person: string | null;
  /** `null` where no channel reaches this person. */
  readonly channel: string | null;
  readonly state: "new" | "held" | "waiting" | "sent" | "failed" | "expired" | "spared" | "nobody";
  readonly tries: number;
  readonly because: string | null;
  readonly at: string;
}

/** A call in the console's queue: without name and number. */
export interface QueuedCall {
  readonly id: string;
  readonly reference: string;
  readonly centre: string;
  readonly way: Way;
  readonly about: About;
  readonly item: Attached | null;
  /** What the item is called, in English or its own language. */
  readonly title: string | null;
  readonly language: Language;
  readonly when: When;
  readonly asked: string;
  readonly from: string;
  readonly due: string;
  readonly state: CallState;
  /** The member of staff who asked for her; `null`: she asked at a kiosk. */
  readonly askedBy: string | null;
  /** The kiosk's name and place, where she asked at one. */
  readonly screen: { readonly name: string; readonly place: string | null } | null;
  readonly told: Step | null;
  readonly tellings: readonly Telling[];
  /** It was sealed at the kiosk under a key that is not here: nobody knows what it says. */
  readonly unread: boolean;
  /** Whether one may take it, and whether one has it. */
  readonly mayTake: boolean;
  readonly mine: boolean;
}

/** A call as whoever has taken it sees it. `number`: hers, E.164; `null` for the handset. */
export interface TakenCall {
  readonly call: QueuedCall;
  readonly name: string | null;
  readonly number: string | null;
  /** As one reads and dials it; for the handset that one's, where the centre has said it. */
  readonly readable: string | null;
  readonly notes: string;
  /** Sealed under a key that this hub does not have (any more): it can only be ended. */
  readonly unreadable: boolean;
  /** The number is one that was used for a prank: it was sealed while the hub was away, so it was not refused. */
  readonly barred: boolean;
}

/** What one who has the number of a prank may know of it. */
export interface KnownPrank {
  readonly id: string;
  readonly centre: string;
  readonly at: string;
  readonly by: string;
}

/** Milliseconds that a voice call rings, and that one which rang out waits to be asked for otherwise. */
export const RINGS_FOR = 30_000;
export const RUNG_OUT_FOR = 10 * 60_000;
/** Working milliseconds after which a call that was taken and never ended goes back to the queue. */
export const TAKEN_FOR = 2 * 3_600_000;
/** A console says so often that its adviser stands by for voice calls, and is believed for longer. */
export const STANDS_BY_EVERY = 60_000;
export const STANDS_BY_FOR = 150_000;

/** So that nobody's doorbell is a toy. */
export const LIMITS = {
  /** Requests of one kiosk within an hour; and of those that it sealed while the hub was away. */
  screenHour: 12,
  promisedHour: 60,
  /** Requests for one number within a day. */
  numberDay: 3,
  /** Wrong references that a kiosk may try within ten minutes. */
  wrongReferences: 5,
  /** Characters. */
  name: 40,
  number: 40,
  notes: 2_000,
  sdp: 5_000,
  candidate: 600,
} as const;
