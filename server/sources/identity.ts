/** The key by which the same job is known again where the source gives no reference. */
import { createHash } from "node:crypto";
import type { ReadVacancy } from "#shared/vacancies/read.ts";

type Named = Pick<ReadVacancy, "title" | "employer" | "locations" | "closes">;

/** The same title, employer, district and closing day are the same job, however it is spelt or spaced. */
export function identity({ title, employer, locations, closes }: Named): string {
  const outcodes = locations.map(({ outcode, text }) => outcode ?? plain(text)).toSorted();
  const parts = [plain(title), plain(employer), outcodes.join("+"), closes?.slice(0, 10) ?? ""];
  return createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, 22);
}

function plain(text: string | null): string {
  return (text ?? "")
    .normalize("NFKD")
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
