/** Reach: the places that people of a centre can get to, with the way, its minutes and a day of review. */
import { useEffect, useState } from "preact/hooks";
import plus from "lucide-static/icons/plus.svg?raw";
import { addDays, readingAt } from "#shared/london.ts";
import type { Refusal } from "#shared/result.ts";
import type { Route } from "#shared/vacancies/reach.ts";
import { mistakesOf, refusalWords } from "../language/refusals.ts";
import { centres, here } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { useDraft } from "../live/drafts.ts";
import { hasRole } from "../live/visitor.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Select, TextField } from "../ui/Field.tsx";
import { useKeys } from "../ui/keys.tsx";
import { LiveBoard } from "../ui/LiveBoard.tsx";
import { Page } from "../ui/Page.tsx";
import { Table } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused, Waiting } from "../ui/Waiting.tsx";
import { centreName } from "./decisions.ts";
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
  const held = useAsked<readonly Kept[], "listRoutes">("listRoutes", { centre }, [
    "saveRoute",
    "removeRoute",
  ]);
  const [edited, edit] = useState<Kept | "new" | null>(null);
  const mayWrite = hasRole("adviser", "district");
  const today = readingAt(Date.now()).day;
  useKeys(mayWrite ? [{ key: "h", word: say("addRoute"), do: () => edit("new") }] : [], [mayWrite]);
  const columns = [
    { word: say("place"), cell: ({ name, outcode }: Kept) => [name, outcode].filter(Boolean).join(" · ") },
    { word: say("way"), cell: travelWords },
    {
      word: say("reviewBy"),
      cell: ({ review }: Kept) => (
        <>
          {dayWords(`${review}T12:00:00Z`)}{" "}
          {review < today ? <Tag tone="bad">{say("reviewPast")}</Tag> : null}
        </>
      ),
    },
    {
      word: say("edit"),
      cell: (route: Kept) =>
        mayWrite ? (
          <Button kind="quiet" onClick={() => edit(route)}>
            {say("edit")}
            <span class="unseen"> {route.name}</span>
          </Button>
        ) : null,
    },
  ];
  return (
    <Page
      title={say("reach")}
      aside={<LiveBoard />}
      actions={
        mayWrite ? (
          <Button icon={plus} hotkey="h" onClick={() => edit("new")}>
            {say("addRoute")}
          </Button>
        ) : undefined
      }
    >
      <p class="soft">{say("reachWords", { centre: centreName(centre) })}</p>
      <Waiting for={held}>
        {(routes) =>
          routes.length === 0 ? (
            <p class="soft">{say("routesNone")}</p>
          ) : (
            <Table caption={say("reach")} columns={columns} rows={routes} keyOf={({ id }) => id} />
          )
        }
      </Waiting>
      {edited ? (
        <RouteDialog
          key={edited === "new" ? "new" : edited.id}
          centre={centre}
          route={edited === "new" ? null : edited}
          onClose={() => edit(null)}
        />
      ) : null}
    </Page>
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
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const mistakes = mistakesOf(refusal);
  const { value } = draft;
  const field = (of: keyof typeof initial) => ({
    value: value[of],
    error: mistakes[of],
    onValue: (words: string) => draft.set((now) => ({ ...now, [of]: words })),
  });
  const told = {
    centre,
    name: value.name.trim(),
    outcode: value.outcode.trim().toUpperCase() || null,
    by: value.by,
    minutes: Number(value.minutes),
    line: value.line.trim() || null,
    review: value.review,
  };
  async function save(): Promise<void> {
    const result = await order("saveRoute", {
      ...told,
      ...(route ? { id: route.id } : {}),
      over: route?.revision ?? null,
    });
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    draft.discard();
    toast({ words: say("routeSaved", { name: told.name }) });
    onClose();
  }
  async function remove({ id }: Kept): Promise<void> {
    const result = await order("removeRoute", { id, centre });
    if (!result.ok) return setRefusal(result.refusal);
    const undo = async () => {
      const back = await order("saveRoute", { ...told, over: null });
      if (!back.ok) toast({ words: refusalWords(back.refusal), tone: "bad" });
    };
    draft.discard();
    toast({ words: say("routeRemoved", { name: told.name }), undo: () => void undo() });
    onClose();
  }
  return (
    <Dialog title={route?.name ?? say("addRoute")} onClose={onClose}>
      <form
        class="form wide two"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Refused refusal={refusal} />
        <TextField label={say("placeName")} required maxLength={80} {...field("name")} />
        <TextField label={say("outcode")} maxLength={4} {...field("outcode")} />
        <Select
          label={say("way")}
          value={value.by}
          options={(["bus", "foot", "train", "car"] as const).map((by) => ({
            value: by,
            word: say(`by_${by}`),
          }))}
          onValue={(by) => draft.set((now) => ({ ...now, by: by as Route["by"] }))}
        />
        <TextField
          label={say("minutes")}
          type="number"
          inputMode="numeric"
          min="1"
          max="600"
          required
          {...field("minutes")}
        />
        <TextField label={say("routeLine")} maxLength={20} {...field("line")} />
        <TextField label={say("reviewBy")} type="date" required {...field("review")} />
        <div class="form-foot">
          <Button kind="primary" type="submit">
            {say("save")}
          </Button>
          {route ? (
            <Button kind="danger" onClick={() => void remove(route)}>
              {say("remove")}
            </Button>
          ) : null}
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
