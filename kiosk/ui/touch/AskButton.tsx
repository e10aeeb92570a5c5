/** The warm phone with this attached, where there is one; of a job else when an adviser is here. */
import { useKiosk } from "./kiosk.ts";
import { Pic } from "./Pic.tsx";
import type { Keepable } from "./visit.ts";

export function AskButton({ item }: { readonly item: Keepable }) {
  const { speech, callable, go } = useKiosk();
  if (!callable && item.kind !== "vacancy") return null;
  return (
    <button
      type="button"
      class="action plum"
      onClick={() => go(callable ? { page: "call", about: item } : { page: "adviser" })}
    >
      <Pic name={callable ? "phone" : "adviser"} />
      <span>
        <b data-read>{speech.t(item.kind === "vacancy" ? "job.ask" : "door.talk")}</b>
        <span>{speech.t("job.ask-about")}</span>
      </span>
    </button>
  );
}
