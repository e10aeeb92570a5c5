/** Binds a device to a centre by the code that it shows: typed, or read with this device's camera. */
import { useState } from "preact/hooks";
import type { Centre } from "#shared/centres/schema.ts";
import type { Refusal } from "#shared/result.ts";
import { SCREEN_KINDS, type ScreenKind } from "#shared/screens/screen.ts";
import camera from "lucide-static/icons/camera.svg?raw";
import { refusalWords, mistakesOf } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { nameOf } from "../live/centres.ts";
import { order } from "../live/client.ts";
import catalogue from "../../content/translations/console.screens.en.json";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Select, TextField } from "../ui/Field.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused } from "../ui/Waiting.tsx";
import { Scanner, canScan } from "./Scanner.tsx";

const say = sayer(catalogue);

interface Props {
  readonly centres: readonly Centre[];
  onClose(): void;
}

/** A code that stands in the address, where a phone's own camera has opened it; `""`: the dialog, with none yet. */
export const given = () => new URLSearchParams(location.search).get("pair");

export function PairDialog({ centres, onClose }: Props) {
  const [code, setCode] = useState(() => given() ?? "");
  const [centre, setCentre] = useState(centres[0]?.slug ?? "");
  const [kind, setKind] = useState<ScreenKind>("board");
  const [name, setName] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isScanning, setScanning] = useState(false);
  const mistakes = mistakesOf(refusal);
  const isOfCode = refusal?.code === "no-such-code" || refusal?.code === "too-many-tries";

  async function pair(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const result = await order("pairScreen", { code, centre, kind, name: name.trim() || say("reception") });
    setBusy(false);
    if (!result.ok) return setRefusal(result.refusal);
    toast({ words: say("paired", { name: name.trim() || say("reception") }) });
    onClose();
  }

  return (
    <Dialog title={say("pair")} onClose={onClose}>
      <form class="form" onSubmit={(event) => void pair(event)}>
        <p>{say("pairWords")}</p>
        {refusal && !isOfCode && Object.keys(mistakes).length === 0 ? <Refused refusal={refusal} /> : null}
        <div class="pair-code">
          <TextField
            label={say("code")}
            value={code}
            required
            maxLength={12}
            autocomplete="off"
            error={isOfCode && refusal ? refusalWords(refusal) : mistakes["code"]}
            onValue={(typed) => setCode(typed.toUpperCase())}
          />
          {canScan() ? (
            <Button icon={camera} onClick={() => setScanning(!isScanning)}>
              {say("scan")}
            </Button>
          ) : null}
        </div>
        {isScanning ? (
          <Scanner
            found={(read) => {
              setCode(read);
              setScanning(false);
            }}
          />
        ) : null}
        <Select
          label={say("centre")}
          value={centre}
          options={centres.map((one) => ({ value: one.slug, word: nameOf(one) }))}
          onValue={setCentre}
        />
        {/* prettier-ignore */}
        <TextField label={say("name")} hint={say("nameHint")} value={name} maxLength={60} placeholder={say("reception")} error={mistakes["name"]} onValue={setName} />
        {/* prettier-ignore */}
        <Select label={say("kind")} value={kind} options={SCREEN_KINDS.map((value) => ({ value, word: say(value) }))} onValue={(value) => setKind(value as ScreenKind)} />
        <div class="form-foot">
          <Button kind="primary" type="submit" busy={isBusy}>
            {say("pairNow")}
          </Button>
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
