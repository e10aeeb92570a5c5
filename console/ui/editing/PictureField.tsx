/** A picture and what a person who cannot see it is told. */
import type { Media } from "#shared/schema.ts";
import { sayer } from "../../language/say.ts";
import { mediaOf } from "../../live/files.ts";
import catalogue from "../../../content/translations/console.items.en.json";
import { FileField } from "./FileField.tsx";
import { Words, type Pair } from "./Words.tsx";

const say = sayer(catalogue);
export const PICTURES = ".jpg,.jpeg,.png,.webp,.avif,.gif,.svg,image/*";

interface Props {
  readonly label?: string;
  readonly hint?: string;
  readonly picture: Media | null;
  readonly pair: Pair;
  onPicture(picture: Media | null): void;
}

export function PictureField({
  label = say("picture"),
  hint = say("pictureHint"),
  picture,
  pair,
  onPicture,
}: Props) {
  return (
    <>
      <FileField
        label={label}
        hint={hint}
        accept={PICTURES}
        shown={picture === null ? null : `/media/${picture.id}`}
        onKept={(kept) =>
          kept.kind === "picture" && onPicture({ ...mediaOf(kept.picture), alt: picture?.alt ?? null })
        }
        onRemove={() => onPicture(null)}
      />
      {picture === null ? null : (
        <Words
          label={say("alt")}
          hint={say("altHint")}
          text={picture.alt}
          pair={pair}
          most={200}
          path="body.picture.alt"
          mistakes={{}}
          onText={(alt) => onPicture({ ...picture, alt })}
        />
      )}
    </>
  );
}
