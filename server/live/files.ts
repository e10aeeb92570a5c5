/** The files of the media store: pictures, pages of leaflets, films and PDFs, each under the hash of its bytes. */
import express, { Router } from "express";
import { isFileName } from "#server/media/named.ts";
import { refuse } from "./refuse.ts";

const YEAR = 365 * 86_400_000;

/**
 * A stranger's file must not act in the hub's name: it is shown, never run, whatever it turns out to
 * be. (A PDF may hold scripts in spite of all checks; `sandbox` takes its origin from it.)
 */
const HEADERS = {
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  "Content-Disposition": "inline",
} as const;

/** Only what has the name of a kept file is looked for at all; what an address shows never changes. */
export function mediaFiles(folder: string): Router {
  const router = Router();
  const serve = express.static(folder, {
    immutable: true,
    maxAge: YEAR,
    index: false,
    redirect: false,
    setHeaders: (response) => {
      for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    },
  });
  router.use((request, response, next) => {
    if (isFileName(request.path.slice(1))) serve(request, response, next);
    else next();
  });
  router.use((_request, response) => refuse(response, { code: "no-such-file" }));
  return router;
}
