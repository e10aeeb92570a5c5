/** One approved website: what it is called in each language, what it opens, and what that comes to. */
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Item } from "#shared/item.ts";
import type { Language } from "#shared/languages.ts";
import { WEBSITE_MOST } from "#shared/websites/mistakes.ts";
import type { Website } from "#shared/websites/schema.ts";
import { TextField } from "../ui/Field.tsx";
import { Audience } from "../ui/editing/Audience.tsx";
import { blankAs } from "../ui/editing/blank.ts";
import { EditorPage } from "../ui/editing/EditorPage.tsx";
import { editorOf } from "../ui/editing/Known.tsx";
import { LanguagePicker } from "../ui/editing/LanguagePicker.tsx";
import { PictureField } from "../ui/editing/PictureField.tsx";
import { Preview } from "../ui/editing/Preview.tsx";
import { TopicsField } from "../ui/editing/TopicsField.tsx";
import { useEditing } from "../ui/editing/useEditing.ts";
import { mistakeWords, NeededWords, Words, type Pair } from "../ui/editing/Words.tsx";
import { toast } from "../ui/toasts.tsx";
import { useBeginning } from "./beginning.ts";
import { tidy } from "./form.ts";
import { OpensFields } from "./OpensFields.tsx";
import { reach, warningOf } from "./reach.ts";
import { say } from "./words.ts";

const NEEDED = ["body.title", "body.address", "audience"];

interface Props {
  /** `null`: a new one. */
  readonly id: string | null;
}

/** A new one may begin with what was suggested, or with what a kiosk refused. */
function Begun({ id }: Props) {
  const beginning = useBeginning(useLocation().query);
  if (beginning === null) return <p class="blank soft">{say("loading")}</p>;
  return <Writing id={id} beginning={beginning} />;
}

export default editorOf(Begun);

function Writing({ id, beginning }: Props & { readonly beginning: Partial<Website> }) {
  const blank = () =>
    blankAs<"website">((original) => ({
      title: { original, words: {} },
      description: null,
      address: "",
      topics: [],
      picture: null,
      reviewBy: null,
      allow: [],
      helpers: [],
      ...beginning,
    }));
  const editing = useEditing({ kind: "website", id, blank, needed: NEEDED, tidy });
  const { value, mistakes, setBody } = editing;
  const { body } = value;
  const [other, choose] = useState<Language | null>(null);
  const pair: Pair = { original: body.title.original, other };
  const words = { pair, mistakes };

  /** A website that is down just now may be approved all the same: it is said, and nothing is lost. */
  async function told(saving: Promise<Item<"website"> | null>): Promise<Item<"website"> | null> {
    const saved = await saving;
    if (saved) void reach(saved.body.address).then((reached) => warn(warningOf(reached, saved.body.allow)));
    return saved;
  }

  return (
    <EditorPage
      editing={{ ...editing, save: () => told(editing.save()), publish: () => told(editing.publish()) }}
      title={editing.item ? say("change") : say("new")}
      path="/websites"
      preview={<Preview kind="website" body={tidy(value).body} language={other} screens={["kiosk"]} />}
    >
      <LanguagePicker
        texts={[body.title, body.description, body.picture?.alt]}
        pair={pair}
        onPair={(next) => choose(next.other)}
      />
      <NeededWords
        {...words}
        label={say("title")}
        text={body.title}
        most={WEBSITE_MOST.title}
        path="body.title"
        onText={(title) => setBody({ title })}
      />
      <Words
        {...words}
        label={say("description")}
        text={body.description}
        most={WEBSITE_MOST.description}
        rows={2}
        path="body.description"
        onText={(description) => setBody({ description })}
      />
      <OpensFields {...{ body, mistakes }} refusal={editing.refusal} onBody={setBody} />
      <TopicsField
        topics={body.topics}
        onToggle={(topic) => setBody({ topics: toggled(body.topics, topic) })}
      />
      <PictureField picture={body.picture} pair={pair} onPicture={(picture) => setBody({ picture })} />
      <TextField
        label={say("review")}
        type="date"
        value={body.reviewBy ?? ""}
        error={mistakes["body.reviewBy"] && mistakeWords(mistakes["body.reviewBy"])}
        onValue={(day) => setBody({ reviewBy: day === "" ? null : day })}
      />
      <Audience
        audience={value.audience}
        error={mistakes["audience"] && mistakeWords(mistakes["audience"])}
        onAudience={(audience) => editing.set({ audience })}
      />
    </EditorPage>
  );
}

/** Those that have no name here stay as they are. */
function toggled(topics: readonly string[], topic: string): string[] {
  return topics.includes(topic) ? topics.filter((one) => one !== topic) : [...topics, topic];
}

function warn(words: string | null): void {
  if (words !== null) toast({ words });
}
