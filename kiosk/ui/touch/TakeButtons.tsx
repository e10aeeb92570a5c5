/** Keep it on the little list of this visit, or take it home now. */
import { useKiosk } from "./kiosk.ts";
import { Pic } from "./Pic.tsx";
import { keeps, toggled, type Keepable } from "./visit.ts";

export function KeepButton({ item }: { readonly item: Keepable }) {
  const { speech, visit, change } = useKiosk();
  const kept = keeps(visit, item);
  return (
    <button
      type="button"
      class="keep"
      aria-pressed={kept}
      onClick={() => change((before) => toggled(before, item))}
    >
      <Pic name={kept ? "kept" : "bookmark"} />
      <span>{speech.t(kept ? "job.kept" : "job.keep")}</span>
    </button>
  );
}

export function TakeButton({ items }: { readonly items: readonly Keepable[] }) {
  const { speech, go } = useKiosk();
  return (
    <button type="button" class="action sun" onClick={() => go({ page: "take", items })}>
      <Pic name="code" />
      <span>
        <b data-read>{speech.t("job.take")}</b>
        <span>{speech.t("job.take-about")}</span>
      </span>
    </button>
  );
}
