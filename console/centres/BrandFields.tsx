/** A centre's own colour and logo: under them the board stands, never under the hub's. */
import { useState } from "preact/hooks";
import { AA, contrast } from "#shared/colour.ts";
import type { Media } from "#shared/schema.ts";
import { refusalWords } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.centres.en.json";
import { Button } from "../ui/Button.tsx";
import { Field, TextArea, TextField } from "../ui/Field.tsx";
import { textIn } from "#shared/languages.ts";
import type { Result } from "#shared/result.ts";
import type { Fields } from "./CentrePage.tsx";

const say = sayer(catalogue);
const LAGOON = "#0b5b5f";
const ratio = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

export function BrandFields({ centre, mistakes, set }: Fields) {
  const [failed, setFailed] = useState<string | undefined>();
  const { brand } = centre;
  const colour = brand.colour ?? LAGOON;
  const isWhole = /^#[0-9a-f]{6}$/.test(colour);
  const reached = isWhole ? contrast(colour, "#ffffff") : 0;
  const tooPale = isWhole && reached < AA ? say("tooPale", { ratio: ratio.format(reached) }) : undefined;

  async function upload(file: File | undefined): Promise<void> {
    if (!file) return;
    setFailed(undefined);
    try {
      const response = await fetch(`/api/v1/media?name=${encodeURIComponent(file.name)}`, {
        method: "POST",
        headers: { "Content-Type": file.type || "application/octet-stream" },
        body: file,
      });
      const result = (await response.json()) as Result<Media>;
      if (!result.ok) return setFailed(refusalWords(result.refusal));
      set({ brand: { ...brand, logo: { ...result.value, alt: null } } });
    } catch {
      setFailed(refusalWords({ code: "hub-away" }));
    }
  }

  return (
    <section class="card form-part">
      <h2>{say("brand")}</h2>
      <Field label={say("colour")} hint={say("colourHint")} error={mistakes["brand.colour"] ?? tooPale}>
        {(ties) => (
          <div class="colour">
            <input
              type="color"
              aria-label={say("pick")}
              value={isWhole ? colour : LAGOON}
              onInput={(event) => set({ brand: { ...brand, colour: event.currentTarget.value } })}
            />
            {/* prettier-ignore */}
            <input {...ties} type="text" value={brand.colour ?? ""} placeholder={LAGOON} maxLength={7} onInput={(event) => set({ brand: { ...brand, colour: event.currentTarget.value.toLowerCase() || null } })} />
            <span class="sample" style={{ background: isWhole ? colour : LAGOON }}>
              {say("sample", { ratio: ratio.format(reached) })}
            </span>
          </div>
        )}
      </Field>
      <Field label={say("logo")} hint={say("logoHint")} error={failed}>
        {(ties) => (
          <div class="row">
            {brand.logo ? <img class="logo" src={`/media/${brand.logo.id}`} alt={say("logoNow")} /> : null}
            <input
              {...ties}
              type="file"
              accept="image/png,image/jpeg,image/webp,image/svg+xml"
              onChange={(event) => void upload(event.currentTarget.files?.[0])}
            />
            {brand.logo ? (
              <Button kind="quiet" onClick={() => set({ brand: { ...brand, logo: null } })}>
                {say("noLogo")}
              </Button>
            ) : null}
          </div>
        )}
      </Field>
      <TextArea
        label={say("welcome")}
        hint={say("welcomeHint")}
        rows={3}
        value={centre.welcome?.words[centre.welcome.original] ?? ""}
        error={mistakes["welcome"]}
        onValue={(words) => set({ welcome: words.trim() === "" ? null : textIn("en", words) })}
      />
      {/* prettier-ignore */}
      <div class="side-by-side">
        <TextField label={say("ten")} type="number" min="1" max="20" value={String(centre.board.ten)} error={mistakes["board.ten"]} onValue={(ten) => set({ board: { ...centre.board, ten: Number(ten) } })} />{/* prettier-ignore */}
        <TextField label={say("seconds")} type="number" min="4" max="120" value={String(centre.board.secondsPerSlide)} error={mistakes["board.secondsPerSlide"]} onValue={(seconds) => set({ board: { ...centre.board, secondsPerSlide: Number(seconds) } })} />{/* prettier-ignore */}
      </div>
    </section>
  );
}
