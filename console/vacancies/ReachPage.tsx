/** Reach: the places that people of a centre can get to, with the way, its minutes and a day of review. */
import { useEffect } from "preact/hooks";
import { addDays, readingAt } from "#shared/london.ts";
import type { Route } from "#shared/vacancies/reach.ts";
import { centres, here } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { useDraft } from "../live/drafts.ts";
import { Select, TextField } from "../ui/Field.tsx";
import { LiveBoard } from "../ui/LiveBoard.tsx";
import { Page } from "../ui/Page.tsx";
import { Tag } from "../ui/Tag.tsx";
import { centreName } from "./decisions.ts";
import { KeptDialog, KeptPage } from "./KeptPage.tsx";
import { dayWords, say, travelWords } from "./words.ts";

interface Kept extends Route {
  readonly revision: number;
}

/** Bus timetables change with the seasons: a year is the longest that is taken on trust. */
const REVIEW_DAYS = 180;

export default function ReachPage() {
  useEffect(() => centres.follow(), []);
  const centre = here.value?.slug ?? null;
  if (centre === null) return <Page title={say("reach")} aside={<LiveBoard />}>{null}</Page>; // prettier-ignore
  return <Of key={centre} centre={centre} />;
}

function Of({ centre }: { readonly centre: string }) {
  const held = useAsked<readonly Kept[], "listRoutes">("listRoutes", { centre }, ["saveRoute", "removeRoute"]); // prettier-ignore
  const today = readingAt(Date.now()).day;
  return (
    <KeptPage<Kept>
      title={say("reach")}
      words={say("reachWords", { centre: centreName(centre) })}
      addWord={say("addRoute")}
      noneWord={say("routesNone")}
      held={held}
      columns={[
        { word: say("place"), cell: ({ name, outcode }) => [name, outcode].filter(Boolean).join(" · ") },
        { word: say("way"), cell: travelWords },
        {
          word: say("reviewBy"),
          cell: ({ review }) => (
            <>
              {dayWords(`${review}T12:00:00Z`)}{" "}
              {review < today ? <Tag tone="bad">{say("reviewPast")}</Tag> : null}
            </>
          ),
        },
      ]}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      form={(route, onClose) => <RouteDialog key={route?.id ?? "new"} {...{ centre, route, onClose }} />}
    />
  );
}

interface DialogProps {
  readonly centre: string;
  readonly route: Kept | null;
  onClose(): void;
}

function RouteDialog({ centre, route, onClose }: DialogProps) {
  const initial = {
    name: route?.name ?? "",
    outcode: route?.outcode ?? "",
    by: route?.by ?? ("bus" as Route["by"]),
    minutes: route ? String(route.minutes) : "",
    line: route?.line ?? "",
    review: route?.review ?? addDays(readingAt(Date.now()).day, REVIEW_DAYS),
  };
  const draft = useDraft(`route/${route?.id ?? `new at ${centre}`}`, initial);
  const { value } = draft;
  const told = {
    centre,
    name: value.name.trim(),
    outcode: value.outcode.trim().toUpperCase() || null,
    by: value.by,
    minutes: Number(value.minutes),
    line: value.line.trim() || null,
    review: value.review,
  };
  return (
    <KeptDialog
      title={route?.name ?? say("addRoute")}
      draft={draft}
      savedWords={say("routeSaved", { name: told.name })}
      removedWords={say("routeRemoved", { name: told.name })}
      save={() => order("saveRoute", { ...told, ...(route ? { id: route.id } : {}), over: route?.revision ?? null })} // prettier-ignore
      remove={route && (() => order("removeRoute", { id: route.id, centre }))}
      restore={() => order("saveRoute", { ...told, over: null })}
      onClose={onClose}
    >
      {(mistakes) => {
        const field = (of: keyof typeof initial) => ({
          value: value[of],
          error: mistakes[of],
          onValue: (words: string) => draft.set((now) => ({ ...now, [of]: words })),
        });
        return (
          <>
            <TextField label={say("placeName")} required maxLength={80} {...field("name")} />
            <TextField label={say("outcode")} maxLength={4} {...field("outcode")} />
            <Select
              label={say("way")}
              value={value.by}
              options={(["bus", "foot", "train", "car"] as const).map((by) => ({ value: by, word: say(`by_${by}`) }))}
              onValue={(by) => draft.set((now) => ({ ...now, by: by as Route["by"] }))}
            />
            <TextField label={say("minutes")} type="number" inputMode="numeric" min="1" max="600" required {...field("minutes")} />
            <TextField label={say("routeLine")} maxLength={20} {...field("line")} />
            <TextField label={say("reviewBy")} type="date" required {...field("review")} />
          </>
        ); // prettier-ignore
      }}
    </KeptDialog>
  );
}
