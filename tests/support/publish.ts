import type { Input } from "#shared/contract.ts";
import { textIn } from "#shared/languages.ts";
import type { RunningHub } from "./hub.ts";
import type { vacancyDraft } from "./drafts.ts";

type Draft = Input<"saveItem"> & { readonly id: string };

/** Saves and publishes a new item. */
export async function publish(hub: RunningHub, draft: Draft): Promise<void> {
  await hub.done("saveItem", draft);
  await hub.done("publishItem", { id: draft.id, over: null });
}

/** Publishes a vacancy and decides it for a centre's board. */
export async function putOnBoard(
  hub: RunningHub,
  centre: string,
  draft: ReturnType<typeof vacancyDraft>,
): Promise<void> {
  await publish(hub, draft);
  await hub.done("placeVacancy", { vacancy: draft.id, centre, on: "board" });
}

/** Gives an item another title, as an adviser who corrects it does. */
export async function retitle(hub: RunningHub, id: string, title: string): Promise<void> {
  const item = await hub.done("findItem", { id });
  const { kind, audience, from, until, pattern, exceptDates, termTimeOnly } = item;
  const body = { ...item.body, title: textIn("en", title) };
  const timing = { from, until, pattern, exceptDates, termTimeOnly };
  await hub.done("saveItem", { id, kind, audience, ...timing, body, over: item.revision });
}
