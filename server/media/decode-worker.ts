/**
 * The process in which strangers' files are decoded: one at a time, asked and answered over its parent's channel.
 * If a file crashes it, fills its memory or never ends, only this process goes (see `decoder.ts`).
 */
import { refused, type Result } from "#shared/result.ts";
import type { Cleaned, Job } from "./decoder.ts";
import { cleanPicture } from "./picture.ts";
import { checkSvg } from "./svg.ts";

// pdf.js and mediabunny are loaded with the first file that needs them: most are pictures.
async function clean({ form, bytes }: Job): Promise<Result<Cleaned>> {
  switch (form) {
    case "pdf":
      return (await import("./pdf.ts")).cleanPdf(bytes);
    case "mp4":
    case "webm":
      return (await import("./video.ts")).cleanVideo(bytes, form);
    case "svg": {
      const checked = checkSvg(bytes);
      return checked.ok ? cleanPicture(bytes, form) : checked;
    }
    default:
      return cleanPicture(bytes, form);
  }
}

process.on("message", (job: Job) => {
  void clean(job)
    .catch(() => refused("damaged"))
    .then((result) => process.send!(result));
});
process.on("disconnect", () => process.exit());
process.send!("ready");
