/** The commands about approved websites. */
import { z } from "zod";
import { act, advisers, ask, staff } from "#shared/command.ts";
import { slugSchema } from "#shared/schema.ts";
import { websiteSchema } from "./schema.ts";

const reach = websiteSchema.pick({ address: true, allow: true, helpers: true });
const policyFor = z.object({
  centre: slugSchema,
  /** Where its kiosks reach the hub; the hub's own idea of it where nobody says. */
  hub: z.url({ protocol: /^https?$/ }).optional(),
  printer: z.boolean().default(false),
});
const refusedHost = z.object({ centre: slugSchema, host: z.string().min(1).max(255) });

const centre = { centres: ({ centre: slug }: { readonly centre: string }) => [slug] };

export const websiteCommands = {
  tryWebsite: ask("What is wrong with a website's patterns, and what they open besides", { who: advisers, where: "nowhere" }, reach),
  reachWebsite: ask("Whether a website answers the hub now, and where it leads", { who: advisers, where: "nowhere" }, websiteSchema.pick({ address: true })),
  browserPolicy: ask("The managed policy that holds a centre's kiosks to its websites", { who: advisers, where: centre }, policyFor),
  listRefusedHosts: ask("Hosts that one's centres' kiosks did not open, the most wanted first", { who: staff, where: "own" }, z.object({})),
  forgetRefusedHost: act("Hear no more of a host that was refused", { who: advisers, where: centre }, refusedHost),
} as const; // prettier-ignore
