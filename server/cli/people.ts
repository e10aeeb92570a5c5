/** `signpost people`: invites people, and gives a new link to who has lost the way in. */
import { PEOPLE, type PersonRole } from "#shared/command.ts";
import type { KeptPerson } from "#shared/people/person.ts";
import { done, refused, type Result } from "#shared/result.ts";
import type { Config } from "#server/config.ts";
import { runningHub } from "#server/running.ts";
import { type Orders, openOrders } from "./orders.ts";
import { type CliCommand, printJson, readArgs, settings, WrongUsage } from "./usage.ts";

const usage = `signpost people [--json]
signpost people add EMAIL --role district|adviser|staff [--name NAME] [--centre SLUG…]
signpost people link EMAIL [--forget-second-factor]`;

export const people: CliCommand = {
  usage,
  async run(args) {
    const { values, positionals } = readArgs(
      args,
      {
        json: { type: "boolean", default: false },
        role: { type: "string" },
        name: { type: "string" },
        centre: { type: "string", multiple: true, default: [] },
        "forget-second-factor": { type: "boolean", default: false },
      },
      usage,
    );
    const [verb, email, ...more] = positionals;
    const role = PEOPLE.find((known) => known === values.role);
    const isKnown = verb === undefined || (verb === "add" && role) || verb === "link";
    if (!isKnown || more.length > 0 || (verb !== undefined && !email))
      throw new WrongUsage(`Usage: ${usage}`);
    const config = settings();
    const orders = await openOrders(config);
    if (!orders.ok) return orders;
    const how = { config, orders: orders.value, json: values.json };
    try {
      if (verb === undefined) return await list(how);
      if (verb === "link") return await renew(how, email ?? "", values["forget-second-factor"]);
      return await add(how, { email: email ?? "", role: role as PersonRole, name: values.name, centres: values.centre }); // prettier-ignore
    } finally {
      await orders.value.close();
    }
  },
};

interface How {
  readonly config: Config;
  readonly orders: Orders;
  readonly json: boolean;
}

interface Newcomer {
  readonly email: string;
  readonly role: PersonRole;
  readonly name: string | undefined;
  readonly centres: string[];
}

async function add(how: How, { name, ...newcomer }: Newcomer): Promise<Result<unknown>> {
  const input = { ...newcomer, decides: [], ...(name === undefined ? {} : { name }) };
  return print(how, await how.orders.order("addPerson", input));
}

async function renew(how: How, email: string, forgetSecondFactor: boolean): Promise<Result<unknown>> {
  const known = await how.orders.order("listPeople", {});
  if (!known.ok) return known;
  const wanted = email.toLowerCase();
  const person = (known.value as readonly KeptPerson[]).find((one) => one.email === wanted);
  if (!person) return refused("no-such-person", { email });
  return print(how, await how.orders.order("renewLink", { id: person.id, forgetSecondFactor }));
}

function print({ config, json }: How, result: Result<unknown>): Result<unknown> {
  if (!result.ok) return result;
  const { link, ...handed } = result.value as { readonly link: string };
  const base = config.publicUrl ?? runningHub(config.data) ?? `http://localhost:${config.port}`;
  if (json) printJson({ ...handed, link: `${base}${link}` });
  else console.log(`${base}${link}`);
  return done(null);
}

async function list({ orders, json }: How): Promise<Result<unknown>> {
  const result = await orders.order("listPeople", {});
  if (!result.ok) return result;
  const all = result.value as readonly KeptPerson[];
  if (json) printJson(all);
  else if (all.length === 0) console.log("Nobody is here yet. Start with the link that npm start prints.");
  else console.table(all.map(row));
  return done(null);
}

function row({ name, email, role, centres, lastSeen, secondFactor }: KeptPerson): Record<string, unknown> {
  return {
    name,
    email,
    role,
    centres: centres === "all" ? "every one" : centres.join(" "),
    "last seen": lastSeen ?? "never",
    "second factor": secondFactor ? "yes" : "no",
  };
}
