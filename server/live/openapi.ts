/** The API described from the same declarations that the door checks (OpenAPI 3.1). */
import { z } from "zod";
import { type CommandName, commands } from "#shared/contract.ts";
import { type Address, addresses } from "#shared/people/addresses.ts";
import { uploaders } from "#shared/items/commands.ts";
import { LIMITS } from "#server/media/limits.ts";

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
    paths: {
      ...paths,
      ...entrance(),
      "/api/v1/media": { post: media },
      "/api/v1/centres/{slug}/programme": { get: programme },
    },
    components: {
      schemas: named(),
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "signpost.session_token",
          description: "Set by signing in; on a safe address its name begins with __Secure-.",
        },
      },
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
        description:
          "A retry under the same key gets the first reply again; another input under it is refused.",
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

/** Where people come in and look after their account: no command, for nobody is here yet, and no token opens it. */
function entrance(): Json {
  const found: Record<string, Record<string, Json>> = {};
  for (const [operationId, { method, path, about, input, own }] of Object.entries(addresses) as [
    string,
    Address,
  ][]) {
    const at = (found[`/api/v1${path}`] ??= {});
    at[method] = {
      operationId,
      summary: about,
      ...(own ? { security: [{ session: [] }] } : {}),
      ...(method === "get" ? {} : { requestBody: { required: true, content: json(schemaOf(input)) } }),
      responses: { 200: { description: "Done." }, default: { $ref: "#/components/responses/Refusal" } },
    };
  }
  return found;
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

const media: Json = {
  operationId: "handInFile",
  summary: "Hand in a picture, a PDF or a short film, to be named in an item afterwards",
  description: `For: ${uploaders.join(", ")}. What it is told from its bytes alone; it is cleaned, and lies at /media/ID.`,
  security: [{ token: [] }],
  parameters: [
    {
      name: "name",
      in: "query",
      description: "Its file name. A file of another kind than its name or type says is refused.",
      schema: { type: "string" },
    },
  ],
  requestBody: {
    required: true,
    description: `The file itself, of ${LIMITS.fileBytes} bytes at most.`,
    content: { "*/*": {} },
  },
  responses: {
    200: {
      description: "Kept: the files that screens get, each with its id, kind, type and size.",
      content: json({
        type: "object",
        properties: { ok: { const: true }, value: { $ref: "#/components/schemas/Kept" } },
        required: ["ok", "value"],
      }),
    },
    default: { $ref: "#/components/responses/Refusal" },
  },
};

const file: Json = {
  type: "object",
  required: ["id", "kind", "type", "bytes", "width", "height"],
  properties: {
    id: { type: "string" },
    kind: { enum: ["picture", "page", "video", "pdf"] },
    type: { type: "string" },
    bytes: { type: "integer" },
    width: { type: ["integer", "null"] },
    height: { type: ["integer", "null"] },
  },
};

const kept: Json = {
  type: "object",
  required: ["kind"],
  properties: {
    kind: { enum: ["picture", "video", "pdf"] },
    picture: file,
    thumbnail: file,
    video: file,
    seconds: { type: "number" },
    pdf: { oneOf: [file, { type: "null" }] },
    pages: { type: "array", items: file },
    text: { type: ["string", "null"] },
    flags: { type: "array", items: { type: "string" } },
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
    Kept: kept,
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
