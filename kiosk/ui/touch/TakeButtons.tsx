/** Keep it on the little list of this visit, or take it home now. */
import { useKiosk } from "./kiosk.ts";
import { Pic } from "./Pic.tsx";
import { isFull, keeps, toggled, type Keepable } from "./visit.ts";

export function KeepButton({ item }: { readonly item: Keepable }) {
  const { speech, visit, change, go } = useKiosk();
  const kept = keeps(visit, item);
  const full = !kept && isFull(visit);
  return (
    <button
      type="button"
      class="keep"
      aria-pressed={full ? undefined : kept}
      // A full list is shown, to be taken home or made shorter.
      onClick={() => (full ? go({ page: "list" }) : change((before) => toggled(before, item)))}
    >
      <Pic name={full ? "list" : kept ? "kept" : "bookmark"} />
      <span>{speech.t(full ? "job.keep-full" : kept ? "job.kept" : "job.keep")}</span>
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
