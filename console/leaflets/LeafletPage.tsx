/** One leaflet: written in Markdown, several languages side by side, or handed over as PDF. */
import { useState } from "preact/hooks";
import printer from "lucide-static/icons/printer.svg?raw";
import { addDays } from "#shared/london.ts";
import { LANGUAGES, type Language } from "#shared/languages.ts";
import { LEAFLET_MOST } from "#shared/leaflets/rules.ts";
import { GRACE } from "#shared/leaflets/review.ts";
import { TOPICS } from "#shared/topics.ts";
import type { Leaflet } from "#shared/leaflets/schema.ts";
import { dayWords, today } from "../language/london.ts";
import { sayer } from "../language/say.ts";
import { mediaOf, type Kept } from "../live/files.ts";
import catalogue from "../../content/translations/console.leaflets.en.json";
import { here } from "../live/centres.ts";
import { Button } from "../ui/Button.tsx";
import { Group, TextField } from "../ui/Field.tsx";
import { Audience } from "../ui/editing/Audience.tsx";
import { EditorPage } from "../ui/editing/EditorPage.tsx";
import { FileField } from "../ui/editing/FileField.tsx";
import { editorOf } from "../ui/editing/Known.tsx";
import { LanguagePicker } from "../ui/editing/LanguagePicker.tsx";
import { PictureField } from "../ui/editing/PictureField.tsx";
import { Preview } from "../ui/editing/Preview.tsx";
import { TopicsField } from "../ui/editing/TopicsField.tsx";
import { Times } from "../ui/editing/Times.tsx";
import { printSheet } from "../ui/printing.ts";
import { useEditing } from "../ui/editing/useEditing.ts";
import { languageName, mistakeWords, NeededWords, Words, type Pair } from "../ui/editing/Words.tsx";
import { blankAs } from "../ui/editing/blank.ts";

const say = sayer(catalogue);
const NEEDED = ["body.title", "body.summary", "body.edition", "body.reviewBy", "audience"];
/** What a leaflet is given that says nothing else: half a year. */
const HALF_A_YEAR = 182;

const blank = () =>
  blankAs<"leaflet">((original) => ({
    title: { original, words: {} },
    summary: { original, words: {} },
    text: null,
    topics: [],
    edition: "",
    reviewed: today(),
    reviewBy: "",
    picture: null,
    pdfs: {},
  }));

export default editorOf(Writing);

function Writing({ id }: { readonly id: string | null }) {
  const editing = useEditing({
    kind: "leaflet",
    id,
    blank,
    needed: NEEDED,
  });
  const { value, mistakes, setBody } = editing;
  const { body } = value;
  const [other, choose] = useState<Language | null>(null);
  const pair: Pair = { original: body.title.original, other };
  const error = (path: string) => (mistakes[path] === undefined ? undefined : mistakeWords(mistakes[path]));
  const words = { pair, mistakes };
  const pdfsAs = Object.fromEntries(
    LANGUAGES.flatMap((language) => (body.pdfs[language] ? [[language, "PDF"]] : [])),
  );
  return (
    <EditorPage
      editing={editing}
      title={editing.item ? say("edit") : say("new")}
      path="/leaflets"
      actions={
        editing.item ? (
          <Button
            icon={printer}
            onClick={() => printSheet("leaflet", here.value?.slug ?? "", editing.id, other ?? pair.original)}
          >
            {say("print")}
          </Button>
        ) : null
      }
      preview={<Preview kind="leaflet" body={body} language={other} screens={["board", "kiosk"]} />}
    >
      <LanguagePicker
        texts={[body.title, body.summary, body.text, { original: pair.original, words: pdfsAs }]}
        pair={pair}
        onPair={(next) => choose(next.other)}
      />
      <NeededWords
        {...words}
        label={say("title")}
        text={body.title}
        most={LEAFLET_MOST.title}
        path="body.title"
        onText={(title) => setBody({ title })}
      />
      <NeededWords
        {...words}
        label={say("summary")}
        hint={say("summaryHint")}
        text={body.summary}
        most={LEAFLET_MOST.summary}
        rows={2}
        path="body.summary"
        onText={(summary) => setBody({ summary })}
      />
      <Words
        {...words}
        label={say("text")}
        hint={say("textHint")}
        text={body.text}
        most={LEAFLET_MOST.text}
        rows={14}
        path="body.text"
        onText={(text) => setBody({ text })}
      />
      <div class={other ? "words-pair" : "words-one"}>
        {[pair.original, ...(other ? [other] : [])].map((language) => (
          <PdfField key={language} {...{ language, body }} onBody={setBody} />
        ))}
      </div>
      <TopicsField
        topics={body.topics}
        onToggle={(topic) =>
          setBody({ topics: TOPICS.filter((one) => (one === topic) !== body.topics.includes(one)) })
        }
      />
      <Group legend={say("keepRight")}>
        <div class="three">
          <TextField
            label={say("edition")}
            hint={say("editionHint")}
            required
            value={body.edition}
            error={error("body.edition")}
            onValue={(edition) => setBody({ edition })}
          />
          <TextField
            type="date"
            label={say("reviewed")}
            value={body.reviewed ?? ""}
            max={today()}
            error={error("body.reviewed")}
            onValue={(day) => setBody({ reviewed: day === "" ? null : day })}
          />
          <TextField
            type="date"
            label={say("reviewBy")}
            required
            value={body.reviewBy}
            error={error("body.reviewBy")}
            onValue={(reviewBy) => setBody({ reviewBy })}
          />
        </div>
        <p class="hint">
          {body.reviewBy === ""
            ? say("reviewHint")
            : say("leaves", { day: dayWords(addDays(body.reviewBy, GRACE + 1)) })}
        </p>
        <div class="row">
          <Button onClick={() => setBody({ reviewed: today(), reviewBy: addDays(today(), HALF_A_YEAR) })}>
            {say("reviewedToday")}
          </Button>
        </div>
      </Group>
      <PictureField picture={body.picture} pair={pair} onPicture={(picture) => setBody({ picture })} />
      <Audience
        audience={value.audience}
        error={error("audience")}
        onAudience={(audience) => editing.set({ audience })}
      />
      <Times timing={value} mistakes={mistakes} onTiming={editing.set} />
      {editing.item ? (
        <p class="soft">{say("address", { address: `${location.origin}/l/${editing.item.id}` })}</p>
      ) : null}
    </EditorPage>
  );
}

interface PdfProps {
  readonly language: Language;
  readonly body: Leaflet;
  onBody(change: Partial<Leaflet>): void;
}

/** The PDF of one language: its pages as the hub has drawn them, and what of it cannot be used. */
function PdfField({ language, body, onBody }: PdfProps) {
  const [flags, flag] = useState<readonly string[]>([]);
  const pdf = body.pdfs[language];
  const [first] = pdf?.pages ?? [];

  function keep(kept: Kept): void {
    if (kept.kind !== "pdf") return;
    flag(kept.flags);
    const { pages, text, pdf: file } = kept;
    onBody({
      pdfs: { ...body.pdfs, [language]: { file: file && mediaOf(file), pages: pages.map(mediaOf), text } },
    });
  }

  function remove(): void {
    const { [language]: _gone, ...rest } = body.pdfs;
    flag([]);
    onBody({ pdfs: rest });
  }

  return (
    <div>
      <FileField
        label={say("pdf", { language: languageName(language) })}
        hint={say("pdfHint")}
        accept=".pdf,application/pdf"
        shown={first ? `/media/${first.id}` : null}
        onKept={keep}
        onRemove={remove}
      />
      {pdf ? <p class="soft">{say.count("pages", pdf.pages.length)}</p> : null}
      {pdf && !pdf.text ? <p class="notice warn">{say("flag_no-readable-text")}</p> : null}
      {pdf && !pdf.file ? <p class="notice warn">{say("flag_contains-script")}</p> : null}
      {flags.includes("damaged-page") ? <p class="notice warn">{say("flag_damaged-page")}</p> : null}
    </div>
  );
}
