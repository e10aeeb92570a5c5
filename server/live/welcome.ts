/** Answers a screen that says hello or still here: the same over a socket and over HTTP. */
import type { Changes } from "#shared/programme.ts";
import { type Beat, CONTRACT, type Heartbeat, type Hello, type Welcome } from "#shared/screens/protocol.ts";
import type { Own } from "#shared/screens/own.ts";
import type { Screen, ScreenKind } from "#shared/screens/screen.ts";
import { readCounter, type Reading } from "#server/db/open.ts";
import { changesSince } from "#server/items/entries.ts";
import { forScreen } from "./cards.ts";
import { codeOf } from "./code.ts";
import type { Digests } from "./digests.ts";

export interface WelcomeNeeds {
  readonly db: Reading;
  readonly digests: Digests;
  readonly publicUrl: string | null;
  /** The build that this hub serves. */
  readonly app: string;
  now(): number;
  seen(screen: Screen, health: Hello["health"]): void;
  /** What a paired screen needs to know of itself; `null` where it is not paired any more. */
  selfOf(screen: Screen): Promise<{ readonly name: string; readonly own: Own } | null>;
}

export interface Standing {
  readonly centre: string;
  readonly kind: ScreenKind;
}

/**
 * Where a screen belongs: a paired one to its centre; anyone who names a centre to that one, for
 * what is on a board is public.
 */
export async function standingOf(
  db: Reading,
  screen: Screen | null,
  hello: Hello,
): Promise<Standing | "unpaired" | "no-such-centre"> {
  if (hello.centre === null) return screen ? { centre: screen.centre, kind: screen.kind } : "unpaired";
  const centre = await db
    .selectFrom("centre")
    .select("slug")
    .where("slug", "=", hello.centre)
    .executeTakeFirst();
  return centre ? { centre: centre.slug, kind: hello.kind } : "no-such-centre";
}

/**
 * Answers a hello. `join` puts the socket into its rooms; it is called before the changes are read,
 * so that a change between the two arrives twice rather than never.
 */
export async function welcome(
  needs: WelcomeNeeds,
  screen: Screen | null,
  hello: Hello,
  join: (standing: Standing) => void,
): Promise<Welcome> {
  if (hello.contract !== CONTRACT) return { state: "update", app: needs.app };
  const standing = await standingOf(needs.db, screen, hello);
  if (typeof standing === "string") return { state: standing };
  join(standing);
  const own = hello.centre === null ? screen : null;
  const counter = await readCounter(needs.db);
  if (own) needs.seen(own, healthIn(counter.epoch, hello));
  const self = own && (await needs.selfOf(own));
  const since = hello.epoch === counter.epoch ? hello.version : null;
  const changes = await changesSince(needs.db, standing.centre, since, needs.now());
  const { digest } = await needs.digests.of(standing.centre, changes.now);
  return {
    state: "welcome",
    centre: standing.centre,
    kind: standing.kind,
    name: self?.name ?? null,
    own: self?.own ?? {},
    changes: forScreen(changes, standing.kind),
    digest,
    publicUrl: needs.publicUrl,
    code: codeOf(needs.publicUrl, standing.centre),
    app: needs.app,
  };
}

export async function beat(
  needs: WelcomeNeeds,
  screen: Screen | null,
  standing: Standing,
  heartbeat: Heartbeat,
): Promise<Beat> {
  const now = needs.now();
  const { epoch } = await readCounter(needs.db);
  if (screen) needs.seen(screen, healthIn(epoch, heartbeat));
  const { version, digest } = await needs.digests.of(standing.centre, now);
  return { epoch, version, now, digest };
}

/** Versions count within an epoch: what was painted in another one is not known to be painted here. */
function healthIn(epoch: string, said: Pick<Hello, "epoch" | "health">): Hello["health"] {
  return said.epoch === epoch ? said.health : { ...said.health, painted: 0 };
}

/** Everything that a screen should hold, and the fingerprint to check it by. */
export async function whole(
  needs: WelcomeNeeds,
  standing: Standing,
): Promise<Changes & { readonly digest: string }> {
  const changes = await changesSince(needs.db, standing.centre, null, needs.now());
  const { digest } = await needs.digests.of(standing.centre, changes.now);
  return { ...forScreen(changes, standing.kind), digest };
}
