/** One centre's settings, or a new one's. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Centre } from "#shared/centres/schema.ts";
import type { Refusal } from "#shared/result.ts";
import { mistakesOf } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { centres, nameOf, type KeptCentre } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useCollection } from "../live/collection.ts";
import { useDraft } from "../live/drafts.ts";
import catalogue from "../../content/translations/console.centres.en.json";
import { Button } from "../ui/Button.tsx";
import type { RouteProps } from "../ui/entry.ts";
import { Page } from "../ui/Page.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused, Waiting } from "../ui/Waiting.tsx";
import { AboutFields } from "./AboutFields.tsx";
import { BrandFields } from "./BrandFields.tsx";
import { DaysFields } from "./DaysFields.tsx";
import { withoutHolidays } from "./holidays.ts";
import { PeopleFields } from "./PeopleFields.tsx";
import "./look.css";

const say = sayer(catalogue);

/** What a field needs: the centre so far, how to change it, and what is wrong by its path. */
export interface Fields {
  readonly centre: Centre;
  readonly isNew: boolean;
  readonly mistakes: Readonly<Record<string, string>>;
  set(change: Partial<Centre>): void;
}

const NEW: Centre = {
  slug: "", name: { original: "en", words: { en: "" } }, address: null, postcode: null, lat: null, lon: null, phone: null,
  nation: "england", languages: ["en"], brand: { colour: null, logo: null }, offer: "minimum", opening: [], closedDays: [],
  terms: [], welcome: null, board: { ten: 10, motion: "steps", secondsPerSlide: 12 }, adviser: null, deputy: null,
  staffLink: null, bankHolidays: true,
}; // prettier-ignore

export default function CentrePage({ slug }: RouteProps) {
  const held = useCollection(centres);
  useEffect(() => centres.follow(), []);
  if (slug === undefined) return <Form kept={null} />;
  return (
    <Waiting for={held}>
      {(all) => {
        const kept = all.find(({ centre }) => centre.slug === slug);
        return kept ? <Form key={slug} kept={kept} /> : <Page title={say("title")}><p>{say("gone")}</p></Page>; // prettier-ignore
      }}
    </Waiting>
  );
}

function Form({ kept }: { readonly kept: KeptCentre | null }) {
  const initial = useMemo(() => (kept ? withoutHolidays(kept.centre) : NEW), []);
  const draft = useDraft(kept ? `centre/${kept.centre.slug}/${kept.revision}` : "centre/new", initial);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { route } = useLocation();
  const centre = draft.value;
  const mistakes = fieldsOf(refusal);
  const fields: Fields = {
    centre,
    isNew: kept === null,
    mistakes,
    set: (change) => draft.set((before) => ({ ...before, ...change })),
  };

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const result = await order<KeptCentre, "saveCentre">("saveCentre", {
      centre,
      over: kept?.revision ?? null,
    });
    setBusy(false);
    if (!result.ok) {
      setRefusal(result.refusal);
      return void requestAnimationFrame(() =>
        document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(),
      );
    }
    draft.discard();
    await centres.refresh();
    toast({ words: say("saved", { centre: nameOf(centre) }) });
    route("/console/centres");
  }

  return (
    <Page title={kept ? nameOf(kept.centre) : say("new")}>
      <form class="centre-form" noValidate onSubmit={(event) => void save(event)}>
        {draft.found ? (
          <p class="notice">
            {say("found")}{" "}
            <Button kind="quiet" onClick={draft.discard}>
              {say("startAgain")}
            </Button>
          </p>
        ) : null}
        <Refused refusal={refusal && Object.keys(mistakes).length === 0 ? refusal : null} />
        <AboutFields {...fields} />
        <BrandFields {...fields} />
        <DaysFields {...fields} />
        <PeopleFields {...fields} />
        <div class="form-foot">
          <Button kind="primary" type="submit" busy={isBusy}>
            {say("save")}
          </Button>
          <Button onClick={() => route("/console/centres")}>{say("back")}</Button>
        </div>
      </form>
    </Page>
  );
}

/** Mistakes by the path within the centre; a short name that is taken is one of its field. */
function fieldsOf(refusal: Refusal | null): Readonly<Record<string, string>> {
  if (refusal?.code === "slug-taken") return { slug: say("slugTaken") };
  const found = Object.entries(mistakesOf(refusal));
  return Object.fromEntries(found.map(([path, words]) => [path.replace(/^centre\./, ""), words]));
}
