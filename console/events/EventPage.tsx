/** One event: what, when, where; how it repeats; and which of its dates fall through. */
import { useState } from "preact/hooks";
import { endOfLast } from "#shared/events/occurrences.ts";
import { EVENT_MOST } from "#shared/events/rules.ts";
import { COURSE_LEVELS } from "#shared/events/states.ts";
import type { Language } from "#shared/languages.ts";
import { addDays } from "#shared/london.ts";
import { minutesNow, today } from "../language/london.ts";
import { sayer } from "../language/say.ts";
import { here } from "../live/centres.ts";
import catalogue from "../../content/translations/console.events.en.json";
import { Check, Select } from "../ui/Field.tsx";
import { Audience } from "../ui/editing/Audience.tsx";
import { EditorPage } from "../ui/editing/EditorPage.tsx";
import { editorOf } from "../ui/editing/Known.tsx";
import { LanguagePicker } from "../ui/editing/LanguagePicker.tsx";
import { PictureField } from "../ui/editing/PictureField.tsx";
import { Preview } from "../ui/editing/Preview.tsx";
import { useEditing } from "../ui/editing/useEditing.ts";
import { mistakeWords, NeededWords, Words, type Pair } from "../ui/editing/Words.tsx";
import type { Working } from "../ui/editing/working.ts";
import { blankAs } from "../ui/editing/blank.ts";
import { Consent } from "./Consent.tsx";
import { Dates } from "./Dates.tsx";
import { When } from "./When.tsx";

const say = sayer(catalogue);
const NEEDED = ["body.title", "body.first.day", "audience"];
const ABOUT = ["jobs", "children", "advice", "learning", "health", "family"] as const;

const blank = () =>
  blankAs<"event">((original) => ({
    title: { original, words: {} },
    summary: null,
    place: null,
    // What would be over already is for tomorrow.
    first: { day: addDays(today(), minutesNow() < 10 * 60 ? 0 : 1), start: "10:00", end: "11:30" },
    repeats: null,
    also: [],
    exceptDates: [],
    cancelled: [],
    termTimeOnly: false,
    session: null,
    about: null,
    languages: [],
    creche: null,
    free: true,
    booking: null,
    picture: null,
  }));

/** It shows until its last date is over. */
function tidy(value: Working<"event">): Working<"event"> {
  const last = endOfLast(value.body);
  return { ...value, until: last === null || last === 0 ? null : new Date(last).toISOString() };
}

export default editorOf(Writing);

function Writing({ id }: { readonly id: string | null }) {
  const editing = useEditing({ kind: "event", id, blank, needed: NEEDED, tidy });
  const { value, mistakes, setBody } = editing;
  const { body } = value;
  const [other, choose] = useState<Language | null>(null);
  const pair: Pair = { original: body.title.original, other };
  const texts = [body.title, body.summary, body.place, body.cost, body.who, body.booking, body.capacity];
  const words = { pair, mistakes };
  return (
    <EditorPage
      editing={editing}
      title={editing.item ? say("edit") : say("new")}
      path="/events"
      preview={<Preview kind="event" body={body} language={other} screens={["board", "kiosk"]} />}
    >
      <LanguagePicker texts={texts} pair={pair} onPair={(next) => choose(next.other)} />
      <NeededWords
        {...words}
        label={say("title")}
        text={body.title}
        most={EVENT_MOST.title}
        path="body.title"
        onText={(title) => setBody({ title })}
      />
      <Words
        {...words}
        label={say("summary")}
        text={body.summary}
        most={EVENT_MOST.summary}
        rows={3}
        path="body.summary"
        onText={(summary) => setBody({ summary })}
      />
      <Words
        {...words}
        label={say("place")}
        text={body.place}
        most={EVENT_MOST.place}
        path="body.place"
        onText={(place) => setBody({ place })}
      />
      <When event={body} mistakes={mistakes} onEvent={setBody} />
      <Dates event={body} terms={here.value?.terms ?? []} onEvent={setBody} />
      <Check
        label={say("isSession")}
        checked={body.session !== null}
        onValue={(on) => setBody({ session: on ? { name: null, here: null } : null })}
      />
      {body.session && editing.item ? <Consent item={editing.item} /> : null}
      <div class="two">
        <Select
          label={say("about")}
          value={body.about ?? ""}
          options={[
            { value: "", word: say("about_none") },
            ...ABOUT.map((about) => ({ value: about, word: say(`about_${about}`) })),
          ]}
          onValue={(about) => setBody({ about: ABOUT.find((one) => one === about) ?? null })}
        />
        <Select
          label={say("creche")}
          value={body.creche ?? "none"}
          options={(["none", "free", "paid"] as const).map((creche) => ({
            value: creche,
            word: say(`creche_${creche}`),
          }))}
          onValue={(creche) => setBody({ creche: creche === "free" || creche === "paid" ? creche : null })}
        />
      </div>
      <Check
        label={say("free")}
        checked={body.free}
        onValue={(free) => setBody({ free, ...(free ? { cost: null } : {}) })}
      />
      {!body.free && (
        <Words
          {...words}
          label={say("cost")}
          hint={say("costHint")}
          text={body.cost ?? null}
          most={EVENT_MOST.cost}
          path="body.cost"
          onText={(cost) => setBody({ cost })}
        />
      )}
      <Words
        {...words}
        label={say("who")}
        hint={say("whoHint")}
        text={body.who ?? null}
        most={EVENT_MOST.who}
        path="body.who"
        onText={(who) => setBody({ who })}
      />
      {body.about === "learning" && (
        <Select
          label={say("level")}
          value={body.level ?? ""}
          options={[
            { value: "", word: say("level_none") },
            ...COURSE_LEVELS.map((level) => ({ value: level, word: say(`level_${level}`) })),
          ]}
          onValue={(level) => setBody({ level: COURSE_LEVELS.find((one) => one === level) ?? null })}
        />
      )}
      <Words
        {...words}
        label={say("booking")}
        hint={say("bookingHint")}
        text={body.booking}
        most={EVENT_MOST.booking}
        path="body.booking"
        onText={(booking) => setBody({ booking })}
      />
      <Words
        {...words}
        label={say("capacity")}
        hint={say("capacityHint")}
        text={body.capacity ?? null}
        most={EVENT_MOST.capacity}
        path="body.capacity"
        onText={(capacity) => setBody({ capacity })}
      />
      <PictureField picture={body.picture} pair={pair} onPicture={(picture) => setBody({ picture })} />
      <Audience
        audience={value.audience}
        error={mistakes["audience"] && mistakeWords(mistakes["audience"])}
        onAudience={(audience) => editing.set({ audience })}
      />
    </EditorPage>
  );
}
