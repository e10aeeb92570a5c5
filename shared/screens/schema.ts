/** Checks of what a screen sends: anyone on the network may pretend to be one. */
import { z } from "zod";
import { slugSchema } from "#shared/schema.ts";
import type { Heartbeat, Hello } from "./protocol.ts";
import { SCREEN_KINDS, type Health } from "./screen.ts";

const version = z.int().nonnegative();
const epoch = z.string().max(40);
const showing = z.string().max(300);
const pixels = z.number().nonnegative().max(100_000);

export const screenKindSchema = z.enum(SCREEN_KINDS);

const healthSchema = z
  .object({
    app: z.string().max(60),
    painted: version,
    clockError: z.number().nullable(),
    picture: z.object({ width: pixels, height: pixels }),
    storageLeft: z.number().nullable(),
    keepsCopy: z.boolean(),
    guard: z.object({ extension: z.string().max(40), policy: z.string().max(40) }).nullish(),
    secure: z.boolean().optional(),
    showing: showing.optional(),
  })
  .meta({ id: "Health" }) satisfies z.ZodType<Health>;

export const helloSchema = z
  .object({
    contract: z.int(),
    centre: slugSchema.nullable(),
    kind: screenKindSchema,
    epoch: epoch.nullable(),
    version,
    health: healthSchema,
  })
  .meta({ id: "Hello" }) satisfies z.ZodType<Hello>;

export const heartbeatSchema = z
  .object({ health: healthSchema, epoch, version })
  .meta({ id: "Heartbeat" }) satisfies z.ZodType<Heartbeat>;

export const paintedSchema = version;

export const showingSchema = showing;

/** The centres whose screens a console looks at. */
export const watchedSchema = z.array(slugSchema).max(1000);
