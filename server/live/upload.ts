/** Takes in a file that an adviser hands over: a picture, a leaflet's PDF, a short film. */
import type { Request, Response } from "express";
import { uploaders } from "#shared/items/commands.ts";
import { refused, type Result } from "#shared/result.ts";
import { claimedKind } from "#server/media/form.ts";
import type { Caller } from "./door.ts";
import { answer, refuse, statusOf } from "./refuse.ts";

export interface UploadNeeds {
  /** The most that a file may have, bytes. */
  readonly most: number;
  /** Cleans the file and keeps it; `claimed` is a name or media type, which decides nothing. */
  keep(bytes: Uint8Array, claimed: string): Promise<Result<unknown>>;
  callerOf(request: Request): Promise<Caller>;
  turnedAway(reason: string): void;
}

/** Files at a time: each may take its whole size in memory until it is cleaned. */
const AT_ONCE = 4;
/** How long a sender is listened to, and not heard, so that it gets to read why it was cut off. Milliseconds. */
const LINGER = 2_000;

/**
 * The body is the file. `Content-Type` and `?name=` are what the sender takes it for. Refused, besides
 * what `keep` refuses: `not-allowed`, `too-large` (before the rest is read), `too-busy`.
 */
export function upload(needs: UploadNeeds): (request: Request, response: Response) => Promise<void> {
  let going = 0;
  return async (request, response) => {
    const { role } = await needs.callerOf(request);
    if (!uploaders.includes(role)) return cutOff(request, response, refused("not-allowed"));
    if (going >= AT_ONCE) return cutOff(request, response, refused("too-busy"));
    going += 1;
    try {
      const bytes = await readUpTo(needs.most, request);
      if (bytes === "too-large") {
        needs.turnedAway("too-large");
        cutOff(request, response, refused("too-large", { most: needs.most }));
      } else if (bytes !== "broken-off") answer(response, await needs.keep(bytes, claimOf(request)));
    } finally {
      going -= 1;
    }
  };
}

/** A name that says what the file is; else its media type, which may be no more than a browser's guess. */
function claimOf(request: Request): string {
  const { name } = request.query;
  const said = typeof name === "string" ? name.slice(0, 300) : "";
  return claimedKind(said) === null ? (request.get("Content-Type") ?? "") : said;
}

async function readUpTo(most: number, request: Request): Promise<Buffer | "too-large" | "broken-off"> {
  if (Number(request.get("Content-Length") ?? 0) > most) return "too-large";
  const parts: Buffer[] = [];
  let length = 0;
  try {
    // The connection is still needed for the answer.
    for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > most) return "too-large";
      parts.push(part);
    }
  } catch {
    return "broken-off";
  }
  return Buffer.concat(parts);
}

/**
 * Answers while the file is still being sent. A connection closed at once would be reset, and the
 * answer lost with it (RFC 9112, 9.6), so what comes is thrown away for a moment.
 */
function cutOff(request: Request, response: Response, { refusal }: ReturnType<typeof refused>): void {
  if (request.complete) return refuse(response, refusal);
  const body = Buffer.from(JSON.stringify(refused(refusal.code, refusal.details)));
  response.writeHead(statusOf(refusal), {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": body.length,
    Connection: "close",
  });
  response.write(body);
  const end = (): void => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, LINGER);
  request.once("end", end).once("close", end).resume();
}
