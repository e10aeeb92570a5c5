/** Two people have changed the same words: both are laid side by side, and the second chooses. */
import { useState } from "preact/hooks";
import type { Item } from "#shared/item.ts";
import type { Kind } from "#shared/kinds.ts";
import { sayer } from "../../language/say.ts";
import { nameOfPerson } from "../../live/names.ts";
import catalogue from "../../../content/translations/console.items.en.json";
import { Button } from "../Button.tsx";
import { Dialog } from "../Dialog.tsx";
import type { Clash } from "./merge.ts";
import { languageName } from "./Words.tsx";

const say = sayer(catalogue);

interface Props {
  readonly clashes: readonly Clash[];
  readonly item: Item<Kind> | null;
  onSettle(theirs: readonly Clash[]): void;
}

export function Clashes({ clashes, item, onSettle }: Props) {
  const [isOpen, open] = useState(true);
  const [theirs, choose] = useState<ReadonlySet<string>>(new Set());
  if (clashes.length === 0) return null;
  const who = item ? nameOfPerson(item.by) : say("somebody");
  return (
    <>
      <p class="notice warn" role="alert">
        {say("changedBy", { who })} <Button onClick={() => open(true)}>{say("lookAtBoth")}</Button>
      </p>
      {isOpen ? (
        <Dialog title={say("whichWords")} onClose={() => open(false)}>
          <p>{say("changedBy", { who })}</p>
          {clashes.map((clash) => (
            <fieldset key={clash.path} class="clash">
              <legend>{fieldName(clash.path)}</legend>
              {([false, true] as const).map((isTheirs) => (
                <label key={String(isTheirs)} class="clash-side">
                  <span class="check">
                    <input
                      type="radio"
                      name={clash.path}
                      checked={theirs.has(clash.path) === isTheirs}
                      onChange={() => choose(toggled(theirs, clash.path, isTheirs))}
                    />
                    {isTheirs ? say("theirs", { who }) : say("mine")}
                  </span>
                  <span class="clash-words">{inWords(isTheirs ? clash.theirs : clash.mine)}</span>
                </label>
              ))}
            </fieldset>
          ))}
          <div class="form-foot">
            <Button kind="primary" onClick={() => onSettle(clashes.filter(({ path }) => theirs.has(path)))}>
              {say("useThese")}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}

function toggled(set: ReadonlySet<string>, path: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(path);
  else next.delete(path);
  return next;
}

/** "Title, Urdu". */
function fieldName(path: string): string {
  const [, field = path, , language] = path.split(".");
  const words: Readonly<Record<string, string>> = catalogue;
  const name = words[`field_${path.startsWith("body.") ? field : path}`] ?? path;
  return language !== undefined && `language_${language}` in words
    ? say("inLanguage", { what: name, language: languageName(language as never) })
    : name;
}

function inWords(value: unknown): string {
  if (value === undefined || value === null || value === "") return say("nothing");
  return typeof value === "string"
    ? value
    : JSON.stringify(value, null, 1)
        .replaceAll(/["{}[\]]/g, "")
        .trim();
}
