/** Which hosts a centre's kiosks did not open: counted, as suggestions for whoever approves. */
import type { Writing, Reading } from "#server/db/open.ts";

export interface RefusedHost {
  readonly centre: string;
  readonly host: string;
  readonly times: number;
  /** The last day, London's. */
  readonly last: string;
}

/** So many hosts are remembered for a centre; a hostile page cannot fill the disk. */
const MOST = 200;

export async function noteRefusedHost(tx: Writing, centre: string, host: string, day: string): Promise<void> {
  const before = await tx
    .selectFrom("refused_host")
    .select("times")
    .where("centre", "=", centre)
    .where("host", "=", host)
    .executeTakeFirst();
  if (before) {
    const times = Math.min(before.times + 1, 1_000_000);
    await tx.updateTable("refused_host").set({ times, last: day }).where("centre", "=", centre).where("host", "=", host).execute(); // prettier-ignore
    return;
  }
  const { held } = await tx
    .selectFrom("refused_host")
    .select((of) => of.fn.countAll().as("held"))
    .where("centre", "=", centre)
    .executeTakeFirstOrThrow();
  if (Number(held) < MOST)
    await tx.insertInto("refused_host").values({ centre, host, times: 1, last: day }).execute();
}

/** The most often refused first. */
export async function refusedHosts(
  db: Reading,
  centres: readonly string[] | "all",
): Promise<readonly RefusedHost[]> {
  if (centres !== "all" && centres.length === 0) return [];
  const query = db.selectFrom("refused_host").selectAll().orderBy("times", "desc").orderBy("host").limit(200);
  return (centres === "all" ? query : query.where("centre", "in", centres)).execute();
}

/** Somebody looked at it and wants to hear no more of it. */
export async function forgetRefusedHost(tx: Writing, centre: string, host: string): Promise<void> {
  await tx.deleteFrom("refused_host").where("centre", "=", centre).where("host", "=", host).execute();
}
