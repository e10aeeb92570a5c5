/** The adviser's first name and photo: shown once they have agreed themselves, and until they end it. */
import { useState } from "preact/hooks";
import type { Item } from "#shared/item.ts";
import type { Media } from "#shared/schema.ts";
import type { Refusal } from "#shared/result.ts";
import { introduced } from "#shared/events/presence.ts";
import { dayWords } from "../language/london.ts";
import { sayer } from "../language/say.ts";
import { order } from "../live/client.ts";
import { mediaOf } from "../live/files.ts";
import { me } from "../live/visitor.ts";
import catalogue from "../../content/translations/console.events.en.json";
import { Button } from "../ui/Button.tsx";
import { Group, TextField } from "../ui/Field.tsx";
import { FileField } from "../ui/editing/FileField.tsx";
import { PICTURES } from "../ui/editing/PictureField.tsx";
import { Refused } from "../ui/Waiting.tsx";

const say = sayer(catalogue);

export function Consent({ item }: { readonly item: Item<"event"> }) {
  const { session } = item.body;
  const shown = introduced(session);
  const [name, type] = useState(session?.name ?? me.value?.name.split(" ")[0] ?? "");
  const [photo, choose] = useState<Media | null>(session?.photo ?? null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function agree(to: { readonly name: string | null; readonly photo: Media | null }): Promise<void> {
    const result = await order("agreeToName", { id: item.id, ...to });
    setRefusal(result.ok ? null : result.refusal);
  }

  return (
    <Group legend={say("nameAndPhoto")}>
      <p class="hint">{say("nameHint")}</p>
      {shown ? (
        <p>
          {shown.name === null ? "" : say("showsName", { name: shown.name })}{" "}
          {say("agreed", { day: dayWords(session?.consent?.slice(0, 10) ?? "") })}
        </p>
      ) : (
        <p>{say("noOtherConsent")}</p>
      )}
      <TextField label={say("firstName")} value={name} maxLength={60} onValue={type} />
      <FileField
        label={say("photo")}
        accept={PICTURES}
        shown={photo === null ? null : `/media/${photo.id}`}
        onKept={(kept) => kept.kind === "picture" && choose(mediaOf(kept.thumbnail))}
        onRemove={() => choose(null)}
      />
      <Refused refusal={refusal} />
      <div class="row">
        <Button
          disabled={name.trim() === "" && photo === null}
          onClick={() => void agree({ name: name.trim() || null, photo })}
        >
          {say("agree")}
        </Button>
        {shown ? (
          <Button onClick={() => void agree({ name: null, photo: null })}>{say("endConsent")}</Button>
        ) : null}
      </div>
    </Group>
  );
}
