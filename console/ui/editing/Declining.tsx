/** What waits for approval and will not have it: an adviser sends it back and says why; its authors read that. */
import { useState } from "preact/hooks";
import { whyDeclined } from "#shared/items/declined.ts";
import { sayer } from "../../language/say.ts";
import { useAsked } from "../../live/collection.ts";
import { hasRole } from "../../live/visitor.ts";
import catalogue from "../../../content/translations/console.items.en.json";
import { Ask } from "../Ask.tsx";
import { Button } from "../Button.tsx";
import { toast } from "../toasts.tsx";

const say = sayer(catalogue);

interface Props {
  readonly state: string | undefined;
  readonly busy: boolean;
  onDecline(reason: string): Promise<unknown>;
}

export function Decline({ state, busy, onDecline }: Props) {
  const [isAsked, ask] = useState(false);
  if (state !== "proposed" || !hasRole("adviser", "district")) return null;
  const decline = async (reason: string) => {
    if (await onDecline(reason)) toast({ words: say("declinedDone") });
  };
  return (
    <>
      <Button busy={busy} onClick={() => ask(true)}>
        {say("decline")}
      </Button>
      {isAsked ? (
        <Ask
          title={say("decline")}
          label={say("declineWhy")}
          needed
          onClose={() => ask(false)}
          onDone={(reason) => void decline(reason ?? "")}
        />
      ) : null}
    </>
  );
}

/** Why it came back, until it is put up again. */
export function Declined({ item }: { readonly item: string }) {
  const past = useAsked<readonly { readonly what: string }[], "itemHistory">("itemHistory", { id: item }, [
    "declineItem",
  ]);
  const reasons = past.state === "here" ? past.value.map(({ what }) => whyDeclined(what)) : [];
  const reason = reasons.find((one) => one !== null);
  return reason ? <p class="notice">{say("declined", { reason })}</p> : null;
}
