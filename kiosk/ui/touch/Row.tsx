/** One of a list: touched anywhere, it opens. */
import type { ComponentChildren } from "preact";
import type { Text } from "#shared/languages.ts";
import { useSay } from "./kiosk.ts";
import { Pic, type PicName } from "./Pic.tsx";
import { OtherLanguage } from "./Said.tsx";

export interface Tag {
  readonly pic: PicName;
  readonly words: string;
  readonly tone?: "sun" | "coral" | "plain";
}

interface Props {
  readonly title: Text;
  readonly about?: ComponentChildren;
  /** Stands at the end of the title's line, such as the pay. */
  readonly end?: string | null;
  readonly tags?: readonly Tag[];
  readonly picture?: string | null;
  open(): void;
}

export function Row({ title, about, end, tags = [], picture, open }: Props) {
  const said = useSay()(title);
  return (
    <li>
      <button type="button" class="row" onClick={open}>
        {picture && <img class="row-picture" src={picture} alt="" />}
        <span class="row-head">
          <b lang={said.language} data-read>
            <bdi>{said.words}</bdi>
          </b>
          {end && (
            <span class="row-end" data-read>
              <bdi>{end}</bdi>
            </span>
          )}
        </span>
        {about && (
          <span class="row-about" data-read>
            {about}
          </span>
        )}
        <span class="tags">
          <Tags tags={tags} />
          <OtherLanguage text={title} />
        </span>
      </button>
    </li>
  );
}

export function Tags({ tags }: { readonly tags: readonly Tag[] }) {
  return (
    <>
      {tags.map(({ pic, words, tone }, at) => (
        <span key={at} class={`tag ${tone ?? ""}`}>
          <Pic name={pic} />
          <bdi data-read>{words}</bdi>
        </span>
      ))}
    </>
  );
}
