/** What a centre is called, where it is, which languages it speaks and what it offers. */
import { useState } from "preact/hooks";
import type { Centre } from "#shared/centres/schema.ts";
import { textIn } from "#shared/languages.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.centres.en.json";
import { Group, Select, TextArea, TextField } from "../ui/Field.tsx";
import { LanguagesField } from "../ui/LanguagesField.tsx";
import type { Fields } from "./CentrePage.tsx";

const say = sayer(catalogue);
const NATIONS = [
  "england",
  "wales",
  "scotland",
  "northern-ireland",
] as const satisfies readonly Centre["nation"][];

export function AboutFields({ centre, isNew, mistakes, set }: Fields) {
  const { original } = centre.name;
  const name = centre.name.words[original] ?? "";
  function rename(words: string): void {
    const renamed = { ...centre.name, words: { ...centre.name.words, [original]: words } };
    // The short name follows the name until somebody writes one.
    const follows = isNew && (centre.slug === "" || centre.slug === slugOf(name));
    set({ name: renamed, ...(follows ? { slug: slugOf(words) } : {}) });
  }
  const inWelsh = centre.name.words.cy ?? "";
  return (
    <section class="card form-part">
      <h2>{say("about")}</h2>
      <TextField
        label={say("name")}
        value={name}
        lang={original}
        required
        error={mistakes[`name.words.${original}`] ?? mistakes["name"]}
        onValue={rename}
      />
      {centre.languages.includes("cy") && original !== "cy" ? (
        <TextField label={say("nameWelsh")} value={inWelsh} lang="cy" onValue={(cy) => set({ name: withWords(centre.name, "cy", cy) })} /> // prettier-ignore
      ) : null}
      <TextField
        label={say("slug")}
        hint={say(isNew ? "slugHint" : "slugStays")}
        value={centre.slug}
        disabled={!isNew}
        maxLength={60}
        error={mistakes["slug"]}
        onValue={(slug) => set({ slug: slug.toLowerCase() })}
      />
      {/* prettier-ignore */}
      <TextArea label={say("address")} rows={2} value={centre.address?.words[centre.address.original] ?? ""} error={mistakes["address"]} onValue={(words) => set({ address: words.trim() === "" ? null : textIn("en", words) })} />
      {/* prettier-ignore */}
      <div class="side-by-side">
        <TextField label={say("postcode")} value={centre.postcode ?? ""} maxLength={10} autocomplete="off" error={mistakes["postcode"]} onValue={(postcode) => set({ postcode: postcode.toUpperCase().trim() || null })} />{/* prettier-ignore */}
        <TextField label={say("phone")} type="tel" value={centre.phone ?? ""} maxLength={30} error={mistakes["phone"]} onValue={(phone) => set({ phone: phone.trim() || null })} />{/* prettier-ignore */}
      </div>
      <div class="side-by-side">
        <Degrees
          label={say("lat")}
          value={centre.lat}
          error={mistakes["lat"]}
          onValue={(lat) => set({ lat })}
        />
        {/* prettier-ignore */}
        <Degrees label={say("lon")} value={centre.lon} error={mistakes["lon"]} onValue={(lon) => set({ lon })} />
      </div>
      <p class="soft">{say("pointHint")}</p>
      <Select
        label={say("nation")}
        value={centre.nation}
        options={NATIONS.map((value) => ({ value, word: say(value) }))}
        onValue={(nation) => set({ nation: nation as Centre["nation"] })}
      />
      {/* prettier-ignore */}
      <LanguagesField legend={say("languages")} value={centre.languages} onValue={(languages) => set({ languages })} />
      <Group legend={say("offer")}>
        {(["minimum", "enhanced"] as const).map((offer) => (
          <label class="check" key={offer}>
            <input
              type="radio"
              name="offer"
              checked={centre.offer === offer}
              onChange={() => set({ offer })}
            />
            <span>
              <strong>{say(offer)}</strong> <span class="soft">{say(`${offer}Words`)}</span>
            </span>
          </label>
        ))}
      </Group>
    </section>
  );
}

function withWords(name: Centre["name"], language: "cy", words: string): Centre["name"] {
  const { [language]: _before, ...others } = name.words;
  return { ...name, words: words === "" ? others : { ...others, [language]: words } };
}

interface DegreesProps {
  readonly label: string;
  readonly value: number | null;
  readonly error: string | undefined;
  onValue(value: number | null): void;
}

/** What is typed stays as it is typed while it means the same: "53." on the way to "53.8". */
function Degrees({ value, onValue, ...rest }: DegreesProps) {
  const [typed, type] = useState("");
  const shown = numberIn(typed) === value ? typed : String(value ?? "");
  return (
    <TextField
      {...rest}
      inputMode="decimal"
      value={shown}
      onValue={(words) => {
        type(words);
        onValue(numberIn(words));
      }}
    />
  );
}

function numberIn(written: string): number | null {
  const number = Number(written.replace(",", "."));
  return written.trim() === "" || Number.isNaN(number) ? null : number;
}

/** "Larkhill Children’s Centre" becomes "larkhill". */
function slugOf(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const own = plain
    .replace(/\b(children['’]?s centre|family hub|canolfan blant)\b/g, "")
    .replaceAll(/['’]/g, "");
  return own.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "").slice(0, 60); // prettier-ignore
}
