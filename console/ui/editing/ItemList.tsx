/** The list of one kind of item: what is on screens, what is not yet, and what was. */
import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import plus from "lucide-static/icons/plus.svg?raw";
import type { Item } from "#shared/item.ts";
import type { Kind } from "#shared/kinds.ts";
import type { Text } from "#shared/languages.ts";
import { because, type Because } from "#shared/showing.ts";
import { dayWords } from "../../language/london.ts";
import { sayer } from "../../language/say.ts";
import { whereWords } from "../../language/where.ts";
import { here, named } from "../../live/centres.ts";
import { useAsked } from "../../live/collection.ts";
import catalogue from "../../../content/translations/console.items.en.json";
import { Beside } from "../Beside.tsx";
import { LinkButton } from "../Button.tsx";
import { Chips } from "../Chips.tsx";
import { TextField } from "../Field.tsx";
import { Page } from "../Page.tsx";
import { Table, type Column } from "../Table.tsx";
import { Tag, type Tone } from "../Tag.tsx";
import { Waiting } from "../Waiting.tsx";

const say = sayer(catalogue);
export const LIST_TOPICS = [
  "saveItem",
  "publishItem",
  "withdrawItem",
  "declineItem",
  "bringBackItem",
  "takeOff",
  "sayHere",
  "agreeToName",
] as const;

type Which = "all" | "out" | "draft" | "off";

interface Props<K extends Kind> {
  readonly kind: K;
  readonly title: string;
  readonly path: string;
  readonly newWord: string;
  readonly emptyWord: string;
  readonly columns: readonly Column<Item<K>>[];
  /** Whether these people write them, or only look. */
  readonly mayWrite?: boolean;
  /** What stands below a title. */
  readonly below?: (item: Item<K>) => ComponentChildren;
  /** What stands above the list. */
  readonly children?: ComponentChildren;
}

export function ItemList<K extends Kind>({
  kind,
  title,
  path,
  newWord,
  emptyWord,
  columns,
  mayWrite = true,
  below,
  children,
}: Props<K>) {
  const held = useAsked<readonly Item<K>[], "listItems">("listItems", { kind, limit: 1000 }, LIST_TOPICS);
  return (
    <Page
      title={title}
      aside={<Beside />}
      actions={
        mayWrite ? (
          <LinkButton kind="primary" icon={plus} href={`/console${path}/new`}>
            {newWord}
          </LinkButton>
        ) : undefined
      }
    >
      {children}
      <Waiting for={held}>
        {(items) => (
          <Listed
            {...{ kind, path, emptyWord, columns, mayWrite, items, caption: title }}
            {...(below ? { below } : {})}
          />
        )}
      </Waiting>
    </Page>
  );
}

interface ListedProps<K extends Kind> extends Pick<
  Props<K>,
  "kind" | "path" | "emptyWord" | "columns" | "mayWrite" | "below"
> {
  readonly items: readonly Item<K>[];
  readonly caption: string;
}

const MOST = 200;

export function Listed<K extends Kind>(props: ListedProps<K>) {
  const { kind, path, emptyWord, columns, items, caption, below, mayWrite = true } = props;
  const [which, choose] = useState<Which>("all");
  const [typed, type] = useState("");
  const sorted = useMemo(() => bySort(items), [items]);
  const counts = {
    all: items.length,
    out: sorted.out.length,
    draft: sorted.draft.length,
    off: sorted.off.length,
  };
  const wanted = typed.trim().toLowerCase();
  const found = (which === "all" ? items : sorted[which]).filter(
    ({ body }) => wanted === "" || titleOf(body.title).toLowerCase().includes(wanted),
  );
  if (items.length === 0) return <p class="empty-list">{emptyWord}</p>;
  return (
    <div class="stack">
      <div class="list-head">
        <Chips
          label={say("which")}
          chips={(["all", "out", "draft", "off"] as const).map((value) => ({
            value,
            word: say(`which_${value}`),
            count: counts[value],
          }))}
          value={which}
          onValue={(value) => choose(value)}
        />
        {items.length > 8 ? (
          <TextField type="search" label={say("search")} value={typed} onValue={type} />
        ) : null}
      </div>
      <Table
        caption={caption}
        columns={[
          {
            word: say("title"),
            cell: (item) => {
              const { id, body } = item;
              const look = { class: "item-title", lang: body.title.original, children: titleOf(body.title) };
              return (
                <>
                  {mayWrite ? <a {...look} href={`/console${path}/${id}`} /> : <span {...look} />}
                  {below ? <small class="item-below">{below(item)}</small> : null}
                </>
              );
            },
          },
          ...columns.filter(({ isActs }) => !isActs),
          ...(named().length > 1
            ? [{ word: say("where"), cell: (item: Item<K>) => whereWords(item.audience, named()) }]
            : []),
          { word: say("state"), cell: (item) => <State item={item} /> },
          ...columns.filter(({ isActs }) => isActs),
        ]}
        rows={found.slice(0, MOST)}
        keyOf={({ id }) => `${kind}/${id}`}
      />
      {found.length > MOST ? <p class="soft">{say("more", { n: found.length - MOST })}</p> : null}
      {found.length === 0 ? <p class="soft">{say("noneFound")}</p> : null}
    </div>
  );
}

export function titleOf(text: Text): string {
  return text.words[text.original] ?? "";
}

function bySort<K extends Kind>(
  items: readonly Item<K>[],
): Readonly<Record<Exclude<Which, "all">, readonly Item<K>[]>> {
  const out = items.filter((item) => item.state === "published" && !isOver(standing(item)));
  const draft = items.filter(({ state }) => state === "draft" || state === "proposed");
  return { out, draft, off: items.filter((item) => !out.includes(item) && !draft.includes(item)) };
}

/** By the one rule, as if for a centre that it is meant for. */
function standing(item: Item<Kind>): Because {
  const centre = item.audience === "all" ? null : (item.audience[0] ?? null);
  const terms = here.value?.terms ?? [];
  return because(item, { centre, terms }, Date.now());
}

function isOver(why: Because): boolean {
  return why === "ended" || why === "not-reviewed";
}

function State({ item }: { readonly item: Item<Kind> }) {
  const why = standing(item);
  const words =
    why === "not-yet" && item.from
      ? say("state_from", { day: dayWords(item.from.slice(0, 10)) })
      : say(`why_${why}`);
  return <Tag tone={TONES[why] ?? "plain"}>{words}</Tag>;
}

const TONES: Readonly<Partial<Record<Because, Tone>>> = {
  showing: "good",
  "not-reviewed": "bad",
  proposed: "warn",
  "not-yet": "warn",
};
