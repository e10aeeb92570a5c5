/** The API described from the same declarations that the door checks (OpenAPI 3.1). */
import { z } from "zod";
import { type CommandName, commands } from "#shared/contract.ts";

type Json = Readonly<Record<string, unknown>>;

export function describeApi(): Json {
  const paths = Object.fromEntries(
    (Object.keys(commands) as CommandName[]).map((name) => [
      `/api/v1/commands/${name}`,
      { post: describe(name) },
    ]),
  );
  return {
    openapi: "3.1.0",
    info: { title: "Signpost", version: "1", description: "What is published, and who publishes it." },
    paths: { ...paths, "/api/v1/centres/{slug}/programme": { get: programme } },
    components: {
      schemas: named(),
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      responses: {
        Refusal: {
          description: "Refused, with a code.",
          content: json({ $ref: "#/components/schemas/Refusal" }),
        },
      },
    },
  };
}

function describe(name: CommandName): Json {
  const { about, who, input } = commands[name];
  return {
    operationId: name,
    summary: about,
    description: `For: ${who.join(", ")}.`,
    security: [{ token: [] }],
    parameters: [
      {
        name: "Idempotency-Key",
        in: "header",
        required: false,
        description: "A retry under the same key gets the first reply again.",
        schema: { type: "string", pattern: "^[\\w-]{8,100}$" },
      },
    ],
    requestBody: { required: true, content: json(schemaOf(input)) },
    responses: {
      200: {
        description: "Done.",
        content: json({ type: "object", properties: { ok: { const: true }, value: {} }, required: ["ok"] }),
      },
      default: { $ref: "#/components/responses/Refusal" },
    },
  };
}

const programme: Json = {
  operationId: "programme",
  summary: "Everything one centre's screens show now and in the coming weeks. Public.",
  parameters: [
    { name: "slug", in: "path", required: true, schema: { type: "string" } },
    {
      name: "since",
      in: "query",
      description: "Only changes after this version.",
      schema: { type: "integer" },
    },
    {
      name: "epoch",
      in: "query",
      description: "The epoch that `since` belongs to.",
      schema: { type: "string" },
    },
    { name: "for", in: "query", schema: { enum: ["board", "kiosk"], default: "kiosk" } },
  ],
  responses: {
    200: {
      description: "Entries, each with the version of its last change; `value` null: no longer here.",
      content: json({ $ref: "#/components/schemas/Programme" }),
    },
    304: { description: "As you hold it (ETag)." },
    default: { $ref: "#/components/responses/Refusal" },
  },
};

function json(schema: Json): Json {
  return { "application/json": { schema } };
}

/** Schemas with an id become components; the others stand where they are used. */
function schemaOf(schema: z.ZodType): Json {
  const made = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Json;
  const { $schema: _schema, $defs: _defs, ...rest } = made;
  return relink(rest) as Json;
}

function named(): Json {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    io: "input",
    unrepresentable: "any",
    uri: (id) => `#/components/schemas/${id}`,
  });
  const clean = Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema]),
  );
  return {
    ...clean,
    Refusal: {
      type: "object",
      required: ["ok", "refusal"],
      properties: {
        ok: { const: false },
        refusal: {
          type: "object",
          required: ["code"],
          properties: { code: { type: "string" }, details: {} },
        },
      },
    },
    Programme: {
      type: "object",
      required: ["epoch", "version", "now", "entries"],
      properties: {
        epoch: { type: "string" },
        version: { type: "integer" },
        now: { type: "integer", description: "The hub's clock, milliseconds since 1970." },
        whole: { type: "boolean" },
        digest: { type: "string" },
        entries: {
          type: "array",
          items: {
            type: "object",
            required: ["type", "id", "version", "value"],
            properties: {
              type: { type: "string" },
              id: { type: "string" },
              version: { type: "integer" },
              value: { type: ["object", "null"] },
            },
          },
        },
      },
    },
  };
}

function relink(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relink);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === "$ref" && typeof inner === "string"
        ? [key, inner.replace("#/$defs/", "#/components/schemas/")]
        : [key, relink(inner)],
    ),
  );
}
