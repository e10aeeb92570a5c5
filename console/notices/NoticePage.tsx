/** One notice. An urgent one has an end, and is looked at a second time before it goes out. */
import { useState } from "preact/hooks";
import { NOTICE_MOST } from "#shared/notices/rules.ts";
import { dayWords, toField } from "../language/london.ts";
import { sayer } from "../language/say.ts";
import { mediaOf } from "../live/files.ts";
import catalogue from "../../content/translations/console.notices.en.json";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Check } from "../ui/Field.tsx";
import { Audience } from "../ui/editing/Audience.tsx";
import { EditorPage } from "../ui/editing/EditorPage.tsx";
import { FileField } from "../ui/editing/FileField.tsx";
import { editorOf } from "../ui/editing/Known.tsx";
import { LanguagePicker } from "../ui/editing/LanguagePicker.tsx";
import { PictureField } from "../ui/editing/PictureField.tsx";
import { Glass, Preview } from "../ui/editing/Preview.tsx";
import { Times } from "../ui/editing/Times.tsx";
import { useEditing } from "../ui/editing/useEditing.ts";
import { mistakeWords, NeededWords, Words, type Pair } from "../ui/editing/Words.tsx";
import type { Working } from "../ui/editing/working.ts";
import { blankAs } from "../ui/editing/blank.ts";

const say = sayer(catalogue);

const blank = () =>
  blankAs<"notice">((original) => ({
    title: { original, words: {} },
    text: null,
    urgent: false,
    picture: null,
    video: null,
  }));

export default editorOf(Writing);

function Writing({ id }: { readonly id: string | null }) {
  const editing = useEditing({
    kind: "notice",
    id,
    blank,
    needed: ["body.title", "audience"],
  });
  const { value, mistakes, setBody } = editing;
  const { body } = value;
  const [other, choose] = useState<Pair["other"]>(null);
  const pair: Pair = { original: body.title.original, other };
  const words = { pair, mistakes };
  return (
    <EditorPage
      editing={editing}
      title={editing.item ? say("edit") : say("new")}
      path="/notices"
      preview={<Preview kind="notice" body={body} language={other} screens={["board"]} />}
      {...(body.urgent ? { secondLook: (go, leave) => <SecondLook {...{ value, go, leave }} /> } : {})}
    >
      <LanguagePicker texts={[body.title, body.text]} pair={pair} onPair={(next) => choose(next.other)} />
      <NeededWords
        {...words}
        label={say("title")}
        text={body.title}
        most={NOTICE_MOST.title}
        path="body.title"
        onText={(title) => setBody({ title })}
      />
      <Words
        {...words}
        label={say("text")}
        text={body.text}
        most={NOTICE_MOST.text}
        rows={3}
        path="body.text"
        onText={(text) => setBody({ text })}
      />
      <Check label={say("isUrgent")} checked={body.urgent} onValue={(urgent) => setBody({ urgent })} />
      {body.urgent ? <p class="notice warn">{say("urgentHint")}</p> : null}
      <Times timing={value} mistakes={mistakes} needsEnd={body.urgent} onTiming={editing.set} />
      <Audience
        audience={value.audience}
        error={mistakes["audience"] && mistakeWords(mistakes["audience"])}
        onAudience={(audience) => editing.set({ audience })}
      />
      {body.urgent ? null : (
        <>
          <PictureField picture={body.picture} pair={pair} onPicture={(picture) => setBody({ picture })} />
          <FileField
            label={say("video")}
            hint={say("videoHint")}
            accept=".mp4,.webm,video/*"
            shown={body.video === null ? null : `/media/${body.video.id}`}
            isFilm
            onKept={(kept) => kept.kind === "video" && setBody({ video: mediaOf(kept.video) })}
            onRemove={() => setBody({ video: null })}
          />
        </>
      )}
    </EditorPage>
  );
}

interface LookProps {
  readonly value: Working<"notice">;
  go(): void;
  leave(): void;
}

/** What takes whole screens from everybody in the room is seen as it will look before it does. */
function SecondLook({ value, go, leave }: LookProps) {
  const until = toField(value.until);
  const where = value.audience === "all" ? say("everywhere") : say.count("atCentres", value.audience.length);
  return (
    <Dialog title={say("secondLook")} onClose={leave}>
      <p>
        {until === ""
          ? say("needsEnd")
          : say("takesOver", { where, day: dayWords(until.slice(0, 10)), time: until.slice(11) })}
      </p>
      <Glass screen="board" kind="notice" body={value.body} language={null} />
      <div class="form-foot">
        <Button kind="primary" onClick={go}>
          {say("goesOut")}
        </Button>
        <Button onClick={leave}>{say("goBack")}</Button>
      </div>
    </Dialog>
  );
}
