/** The managed policy as files, for kiosks that our launcher does not look after. */
import { asChromeOs, asRegistry, type Browser } from "#shared/websites/policyFile.ts";
import { here } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { Button } from "../ui/Button.tsx";
import { saveFile } from "../ui/download.ts";
import { toast } from "../ui/toasts.tsx";
import { say } from "./words.ts";

type Policy = Readonly<Record<string, unknown>>;

const WINDOWS: readonly Browser[] = ["edge", "chrome"];

export function PolicyFiles() {
  const centre = here.value?.slug;
  if (!centre) return null;

  async function give(name: string, made: (policy: Policy) => Blob): Promise<void> {
    const policy = await order<Policy>("browserPolicy", { centre: centre!, hub: location.origin });
    if (!policy.ok) return toast({ words: say("fileFailed") });
    saveFile(made(policy.value), name);
  }
  const json = (policy: Policy): Blob =>
    new Blob([JSON.stringify(policy, null, 2)], { type: "application/json" });

  return (
    <details>
      <summary>{say("files")}</summary>
      <p class="hint">{say("filesHint")}</p>
      <div class="row">
        {WINDOWS.map((browser) => (
          <Button
            key={browser}
            onClick={() =>
              void give(`signpost-${centre}-${browser}.reg`, (policy) => asUtf16(asRegistry(policy, browser)))
            }
          >
            {say(`file_${browser as "edge" | "chrome"}`)}
          </Button>
        ))}
        <Button
          onClick={() => void give(`signpost-${centre}-chromeos.json`, (policy) => json(asChromeOs(policy)))}
        >
          {say("file_chromeos")}
        </Button>
        <Button onClick={() => void give(`signpost-${centre}.json`, json)}>{say("file_json")}</Button>
      </div>
    </details>
  );
}

/** What the registry editor calls Unicode. */
function asUtf16(text: string): Blob {
  const units = Uint16Array.from(`\uFEFF${text}`, (unit) => unit.charCodeAt(0));
  return new Blob([units], { type: "text/plain" });
}
