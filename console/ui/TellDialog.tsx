/** How one is told when a screen goes missing or a board goes stale: by e-mail, and on this very browser. */
import { useState } from "preact/hooks";
import bell from "lucide-static/icons/bell.svg?raw";
import { refusalWords } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { me } from "../live/visitor.ts";
import catalogue from "../../content/translations/console.screens.en.json";
import { Button } from "./Button.tsx";
import { ByText } from "./ByText.tsx";
import { Dialog } from "./Dialog.tsx";
import { toast } from "./toasts.tsx";
import { Waiting } from "./Waiting.tsx";
import { canBeTold, subscribeHere } from "../live/push.ts";

const say = sayer(catalogue);

interface Ways {
  readonly channels: readonly string[];
  /** The hub's public key, by which browsers know it. */
  readonly key: string;
  readonly devices: readonly { readonly id: string; readonly device: string; readonly made: string }[];
  readonly phone: string | null;
}

export function TellDialog({ onClose }: { onClose(): void }) {
  const ways = useAsked<Ways>("waysToTell", {}, ["tellOnDevice", "tellNoMore", "tellByText"]);
  const [isBusy, setBusy] = useState(false);

  async function here(key: string): Promise<void> {
    setBusy(true);
    const subscription = await subscribeHere(key);
    setBusy(false);
    if (typeof subscription === "string") return toast({ words: say(subscription), tone: "bad" });
    const result = await order("tellOnDevice", { device: browserName(), subscription });
    if (!result.ok) return toast({ words: refusalWords(result.refusal), tone: "bad" });
    await ways.collection.refresh();
  }
  async function no(id: string): Promise<void> {
    await order("tellNoMore", { id });
    await ways.collection.refresh();
  }
  async function attempt(): Promise<void> {
    const result = await order("tryTelling", {});
    toast(result.ok ? { words: say("tried") } : { words: refusalWords(result.refusal), tone: "bad" });
  }

  return (
    <Dialog title={say("tellMe")} onClose={onClose}>
      <p>{say("tellWords")}</p>
      <Waiting for={ways}>
        {({ channels, key, devices, phone }) => (
          <div class="stack">
            <p class={channels.includes("email") ? "notice" : "notice warn"}>
              {channels.includes("email") ? say("byEmail", { email: me.value?.email ?? "" }) : say("noEmail")}
            </p>
            <ul class="devices">
              {devices.map(({ id, device }) => (
                <li key={id}>
                  <span>{device}</span>
                  <Button kind="quiet" onClick={() => void no(id)}>
                    {say("tellNoMore")}
                  </Button>
                </li>
              ))}
            </ul>
            {channels.includes("text") ? <ByText phone={phone} onChanged={ways.collection.refresh} /> : null}
            {canBeTold() ? null : <p class="soft">{say("pushPlain")}</p>}
            <div class="form-foot">
              {canBeTold() ? (
                <Button kind="primary" icon={bell} busy={isBusy} onClick={() => void here(key)}>
                  {say("tellHere")}
                </Button>
              ) : null}
              <Button onClick={() => void attempt()}>{say("try")}</Button>
            </div>
          </div>
        )}
      </Waiting>
    </Dialog>
  );
}

/** A name by which its owner knows this browser again. */
function browserName(): string {
  const { userAgent } = navigator;
  const browser = /Edg|Firefox|Chrome|Safari/.exec(userAgent)?.[0].replace("Edg", "Edge") ?? say("browser");
  const system = /Android|iPhone|iPad|Windows|Mac OS|CrOS|Linux/.exec(userAgent)?.[0] ?? "";
  return [browser, system].filter(Boolean).join(", ");
}
