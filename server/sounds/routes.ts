/** Sentences as sound, for kiosks whose device has no voice for a language. */
import { Router } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { sentenceSchema } from "#shared/sounds/schema.ts";
import { refuse } from "#server/live/refuse.ts";
import type { Speaker } from "./speaker.ts";

/** New sentences a minute and address: a person hears ten in that time; a kiosk that makes its copy has patience. */
const A_MINUTE = 300;

/**
 * The words come in the body: no log and no proxy on the way learns what somebody had read to them, and no other
 * site's page can ask (its browser would ask us first). Whoever asks again for the same gets what was made.
 */
export function soundRoutes(speaker: Speaker): Router {
  const router = Router();
  const making = new RateLimiterMemory({ points: A_MINUTE, duration: 60 });

  router.get("/", async (_request, response) => {
    response.json({ languages: await speaker.languages() });
  });
  router.post("/", async (request, response) => {
    const asked = sentenceSchema.safeParse(request.body);
    if (!asked.success) return refuse(response, { code: "bad-input" });
    const { language, words } = asked.data;
    if (!(await speaker.has(language, words))) {
      const allowed = await making.consume(request.ip ?? "").then(
        () => true,
        () => false,
      );
      if (!allowed) return refuse(response, { code: "too-many-tries" });
    }
    const sound = await speaker.say(language, words);
    if (!sound.ok) return refuse(response, sound.refusal);
    response.type(sound.value.toString("latin1", 0, 4) === "OggS" ? "audio/ogg" : "audio/wav");
    response.send(sound.value);
  });
  return router;
}
