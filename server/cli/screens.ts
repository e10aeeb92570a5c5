/** `signpost screens`: which screens there are and how they stand; pairing and unpairing. */
import { done, refused, type Result } from "#shared/result.ts";
import { SCREEN_KINDS, type Screen, type ScreenKind } from "#shared/screens/screen.ts";
import type { ScreenReport } from "#server/screens/screens.ts";
import { type Orders, openOrders } from "./orders.ts";
import { type CliCommand, printJson, readArgs, say, settings, WrongUsage } from "./usage.ts";

const usage = `signpost screens [--json]
signpost screens pair CODE --centre SLUG --kind board|kiosk --name NAME [--json]
signpost screens unpair ID [--json]`;

export const screens: CliCommand = {
  usage,
  async run(args) {
    const { values, positionals } = readArgs(
      args,
      {
        json: { type: "boolean", default: false },
        centre: { type: "string" },
        kind: { type: "string" },
        name: { type: "string" },
      },
      usage,
    );
    const [verb, what, ...more] = positionals;
    const act = more.length === 0 ? actOf(verb, what, values) : null;
    if (!act) throw new WrongUsage(`Usage: ${usage}`);
    const orders = await openOrders(settings());
    if (!orders.ok) return orders;
    try {
      return await act(orders.value);
    } finally {
      await orders.value.close();
    }
  },
};

interface Values {
  readonly json: boolean;
  readonly centre?: string | undefined;
  readonly kind?: string | undefined;
  readonly name?: string | undefined;
}

type Act = (orders: Orders) => Promise<Result<unknown>>;

function actOf(verb: string | undefined, what: string | undefined, values: Values): Act | null {
  if (verb === undefined) return (orders) => list(orders, values.json);
  if (verb === "unpair" && what) return (orders) => unpair(orders, what, values.json);
  const { centre, name } = values;
  const kind = SCREEN_KINDS.find((known) => known === values.kind);
  if (verb !== "pair" || !what || !centre || !name || !kind) return null;
  return (orders) => pair(orders, { code: what, centre, kind, name }, values.json);
}

async function list(orders: Orders, json: boolean): Promise<Result<unknown>> {
  const result = await orders.order("listScreens", {});
  if (!result.ok) return result;
  const found = result.value as readonly ScreenReport[];
  if (json) printJson(found);
  else if (found.length === 0) console.log("No screen is paired yet. Open /pair on the device to begin.");
  else console.table(found.map(row));
  return result;
}

function row({ id, centre, kind, name, presence, lastSeen, health }: ScreenReport): Record<string, unknown> {
  return {
    centre,
    name,
    kind,
    presence,
    "last seen": lastSeen ?? "never",
    painted: health?.painted ?? "",
    id,
  };
}

interface Claim {
  readonly code: string;
  readonly centre: string;
  readonly kind: ScreenKind;
  readonly name: string;
}

async function pair(orders: Orders, claim: Claim, json: boolean): Promise<Result<unknown>> {
  // A code is shown by a hub that runs; without one there is nothing to pair with.
  if (!orders.running) return refused("hub-needed");
  const result = await orders.order("pairScreen", claim);
  if (!result.ok) return result;
  const screen = result.value as Screen;
  say(json, screen, `Paired: ${screen.name}, a ${claim.kind} at ${claim.centre}.`);
  return done(null);
}

async function unpair(orders: Orders, id: string, json: boolean): Promise<Result<unknown>> {
  const result = await orders.order("unpairScreen", { id });
  if (!result.ok) return result;
  const screen = result.value as Screen;
  say(json, screen, `Unpaired: ${screen.name}.`);
  return done(null);
}
