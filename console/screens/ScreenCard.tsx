/** One screen: what is on it, how it stands, and the orders for it. */
import { useState } from "preact/hooks";
import type { ListedScreen, ScreenReport } from "#shared/screens/report.ts";
import eye from "lucide-static/icons/eye.svg?raw";
import moon from "lucide-static/icons/moon.svg?raw";
import more from "lucide-static/icons/ellipsis.svg?raw";
import pencil from "lucide-static/icons/pencil.svg?raw";
import reload from "lucide-static/icons/refresh-cw.svg?raw";
import sun from "lucide-static/icons/sun.svg?raw";
import unplug from "lucide-static/icons/unplug.svg?raw";
import { refusalWords } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { order } from "../live/client.ts";
import { hasRole } from "../live/visitor.ts";
import catalogue from "../../content/translations/console.screens.en.json";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Menu, type Choice } from "../ui/Menu.tsx";
import { Tag, type Tone } from "../ui/Tag.tsx";
import { toast } from "../ui/toasts.tsx";
import { factsOf, isBehind, warningsOf } from "./facts.ts";
import { Mirror } from "./Mirror.tsx";

const say = sayer(catalogue);
const TONES: Readonly<Record<ScreenReport["presence"], Tone>> = {
  online: "good",
  offline: "plain",
  missing: "bad",
};

interface Props {
  readonly screen: ListedScreen;
  refresh(): Promise<void>;
  change(): void;
}

export function ScreenCard({ screen, refresh, change }: Props) {
  const [isUnpairing, setUnpairing] = useState(false);
  const { id, name, presence, settings, open, kind } = screen;
  const power = settings.power && settings.power.until > Date.now() ? settings.power : null;
  const isAwake = power ? power.awake : open;
  const warnings = warningsOf(screen, Date.now());
  const hangs = presence === "online" && isBehind(screen, Date.now());
  const mayChange = hasRole("adviser", "district");

  async function give(what: "identifyScreen" | "reloadScreen", words: string): Promise<void> {
    const result = await order(what, { id });
    toast(result.ok ? { words } : { words: refusalWords(result.refusal), tone: "bad" });
  }
  async function setPower(awake: boolean | null): Promise<void> {
    const result = await order<{ until: number | null }, "powerScreen">("powerScreen", { id, awake });
    if (!result.ok) return toast({ words: refusalWords(result.refusal), tone: "bad" });
    await refresh();
    const words = say(awake === null ? "byHours" : awake ? "woken" : "putToSleep", { name });
    toast({ words, undo: () => void setPower(power ? power.awake : null) });
  }
  async function unpair(): Promise<void> {
    setUnpairing(false);
    const result = await order("unpairScreen", { id });
    if (result.ok) await refresh();
    toast(
      result.ok ? { words: say("unpaired", { name }) } : { words: refusalWords(result.refusal), tone: "bad" },
    );
  }

  const choices: readonly Choice[] = [
    ...(mayChange ? [{ word: say("change"), icon: pencil, do: change }] : []),
    { word: say("reload"), icon: reload, do: () => void give("reloadScreen", say("reloading", { name })) },
    isAwake
      ? { word: say("sleep"), icon: moon, do: () => void setPower(false) }
      : { word: say("wake"), icon: sun, do: () => void setPower(true) },
    ...(power ? [{ word: say("asHoursSay"), icon: sun, do: () => void setPower(null) }] : []),
    ...(mayChange ? [{ word: say("unpair"), icon: unplug, danger: true, do: () => setUnpairing(true) }] : []),
  ];
  return (
    <li class="card screen-card">
      <Mirror screen={screen} />
      <div class="screen-head">
        <div>
          <h3>{name}</h3>
          <p class="soft">{[say(kind), settings.place].filter(Boolean).join(" · ")}</p>
        </div>
        <Tag tone={hangs ? "bad" : TONES[presence]}>{say(hangs ? "behind" : presence)}</Tag>
      </div>
      {warnings.length === 0 ? null : (
        <ul class="notice warn warnings">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <dl class="screen-facts">
        {factsOf(screen).map(({ word, fact }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <div class="screen-foot">
        <Button icon={eye} onClick={() => void give("identifyScreen", say("identifying", { name }))}>
          {say("identify")}
        </Button>
        <Menu label={say("more", { name })} choices={choices}>
          <Icon of={more} />
        </Menu>
      </div>
      {isUnpairing ? (
        <Dialog title={say("unpairTitle", { name })} onClose={() => setUnpairing(false)}>
          <p>{say("unpairWords")}</p>
          <div class="form-foot">
            <Button kind="danger" icon={unplug} onClick={() => void unpair()}>
              {say("unpair")}
            </Button>
            <Button onClick={() => setUnpairing(false)}>{say("keep")}</Button>
          </div>
        </Dialog>
      ) : null}
    </li>
  );
}
