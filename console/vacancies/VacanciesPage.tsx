/** Vacancies to decide: a list to work through by keys, many at once, with the text and the board beside it. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import plus from "lucide-static/icons/plus.svg?raw";
import { hasAll } from "#shared/people/rules.ts";
import { MOST_COUNTED, type Tab } from "#shared/vacancies/inbox.ts";
import { refusalWords } from "../language/refusals.ts";
import { centres as mine, here } from "../live/centres.ts";
import { hasRole, me } from "../live/visitor.ts";
import { Beside } from "../ui/Beside.tsx";
import { Button } from "../ui/Button.tsx";
import { Chips } from "../ui/Chips.tsx";
import { FirstSteps } from "../ui/FirstSteps.tsx";
import { useKeys } from "../ui/keys.tsx";
import { Page } from "../ui/Page.tsx";
import { Ask } from "../ui/Ask.tsx";
import { CentresDialog } from "./CentresDialog.tsx";
import { ClashDialog } from "./ClashDialog.tsx";
import { type Acts, keysFor, useActs } from "./acts.ts";
import { centreName, type Clash, type Scope } from "./decisions.ts";
import { InboxRow } from "./InboxRow.tsx";
import { MixAndTen } from "./MixAndTen.tsx";
import { Reading } from "./Reading.tsx";
import { openTriage, type Triage } from "./triage.ts";
import { say } from "./words.ts";
import { Write, type Writing } from "./Write.tsx";
import "./inbox.css";
import "./pane.css";

type Shown = Exclude<Tab, "no">;
const TABS: readonly Shown[] = ["new", "board", "search", "closing", "proposed"];
const WORDS = {
  new: "new",
  board: "onBoard",
  search: "inSearch",
  closing: "soon",
  proposed: "proposed",
} as const;

/** Drawn at first; more come as one goes down. */
const DRAWN = 60;

export default function VacanciesPage() {
  const { query, route } = useLocation();
  const tab: Shown = TABS.find((one) => one === query["tab"]) ?? "new";
  const slug = here.value?.slug ?? null;
  const [isWide, widen] = useState(false);
  useEffect(() => mine.follow(), []);
  if (slug === null) return <Page title={say("toDecide")}><FirstSteps /></Page>; // prettier-ignore
  const scope: Scope = isWide ? "all" : slug;
  return (
    <Working
      key={`${tab} ${scope}`}
      {...{ tab, scope, widen }}
      open={(to) => route(`/console/vacancies${to === "new" ? "" : `?tab=${to}`}`)}
    />
  );
}

interface Props {
  readonly tab: Shown;
  readonly scope: Scope;
  widen(isWide: boolean): void;
  open(tab: Shown): void;
}

function Working({ tab, scope, widen, open }: Props) {
  const triage = useMemo(() => openTriage(tab, scope === "all" ? [] : [scope]), [tab, scope]);
  useEffect(() => triage.follow(), [triage]);
  const [isReading, read] = useState(false);
  const [clash, setClash] = useState<Clash | null>(null);
  const [asked, ask] = useState<"centres" | "decline" | "propose" | null>(null);
  const { query } = useLocation();
  // A link that was brought in opens the form, with what could be read of it.
  const [writing, write] = useState<Writing | null>(query["write"] === "new" ? { id: null } : null);
  const selected = triage.selected.value;
  const counts = triage.counts.value;
  const mayDecide = !hasRole("staff") || (scope !== "all" && hasAll(me.value?.decides ?? [], [scope]));
  const acts = useActs(triage, scope, { setClash, ask, read: () => read((now) => !now), mayDecide });
  const row = triage.rows.value.find(({ id }) => id === selected);
  useKeys(keysFor(triage, acts, { write, edit: () => row && write({ id: row.id }), ask }), [
    triage,
    acts,
    row,
  ]);
  useStaysInView(selected);
  return (
    <Page
      title={say("toDecide")}
      actions={
        <Button icon={plus} hotkey="h" onClick={() => write({ id: null })}>
          {say("write")}
        </Button>
      }
      aside={
        <>
          <Beside />
          {isReading && selected !== null ? (
            <Reading id={selected} edit={() => write({ id: selected })} />
          ) : null}
          {!isReading && here.value ? <MixAndTen centre={here.value.slug} /> : null}
        </>
      }
    >
      <FirstSteps />
      <div class="inbox-head">
        <Chips
          label={say("tabs")}
          value={tab}
          onValue={open}
          chips={TABS.filter((one) => one !== "proposed" || one === tab || (counts?.proposed ?? 0) > 0).map(
            (value) => ({
              value,
              word: `${say(WORDS[value])}${counts && counts[value] >= MOST_COUNTED ? ` ${MOST_COUNTED}+` : ""}`,
              count: counts && counts[value] < MOST_COUNTED ? counts[value] : undefined,
            }),
          )}
        />
        <ScopeChoice scope={scope} widen={widen} />
      </div>
      <List triage={triage} {...{ scope, mayDecide, acts }} />
      {clash ? <ClashDialog clash={clash} triage={triage} onClose={() => setClash(null)} /> : null}
      {asked === "centres" && row ? (
        <CentresDialog row={row} triage={triage} onClose={() => ask(null)} />
      ) : null}
      {asked === "decline" && row ? (
        <Ask
          title={say("decline")}
          label={say("declineWhy")}
          needed
          onClose={() => ask(null)}
          onDone={(reason) => acts.decline(reason)}
        />
      ) : null}
      {asked === "propose" && row ? (
        <Ask
          title={say("propose")}
          label={say("proposeWords")}
          onClose={() => ask(null)}
          onDone={(words) => acts.propose(words)}
        />
      ) : null}
      {writing ? <Write writing={writing} onClose={() => write(null)} /> : null}
    </Page>
  );
}

function ScopeChoice({ scope, widen }: { readonly scope: Scope; widen(isWide: boolean): void }) {
  const held = mine.held.value;
  const all = held.state === "loading" ? [] : (held.value ?? []);
  if (all.length < 2 || !here.value) return null;
  const chips = [
    { value: "one", word: centreName(here.value.slug) },
    { value: "all", word: say("allMine") },
  ] as const;
  return (
    <Chips
      label={say("scope")}
      value={scope === "all" ? "all" : "one"}
      onValue={(value) => widen(value === "all")}
      chips={chips}
    />
  );
}

interface ListProps {
  readonly triage: Triage;
  readonly scope: Scope;
  readonly mayDecide: boolean;
  readonly acts: Acts;
}

function List({ triage, scope, mayDecide, acts }: ListProps) {
  const rows = triage.rows.value;
  const selected = triage.selected.value;
  const at = rows.findIndex(({ id }) => id === selected);
  const [drawn, draw] = useState(DRAWN);
  const state = triage.state.value;
  const enough = Math.max(drawn, at + DRAWN / 2);
  const now = useMinute();
  if (state === "loading") return <p class="soft" aria-busy="true">…</p>; // prettier-ignore
  if (rows.length === 0 && state === "here") return <p class="empty-inbox">{say("emptyInbox")}</p>;
  return (
    <>
      {typeof state === "object" ? (
        <p class="notice bad" role="alert">
          {refusalWords(state)}
        </p>
      ) : null}
      {triage.marked.value.size > 0 ? <Many triage={triage} acts={acts} /> : null}
      <ul class="jobs" aria-label={say("toDecide")}>
        {rows.slice(0, enough).map((row) => (
          <InboxRow
            key={row.id}
            {...{ row, scope, mayDecide, now, acts }}
            mayAnswer={!hasRole("staff")}
            isSelected={row.id === selected}
            isMarked={triage.marked.value.has(row.id)}
          />
        ))}
      </ul>
      {rows.length > enough || triage.hasMore.value ? (
        <Button
          onClick={() => {
            draw(enough + DRAWN);
            void triage.more();
          }}
        >
          {say("more")}
        </Button>
      ) : null}
    </>
  );
}

function Many({ triage, acts }: { readonly triage: Triage; readonly acts: Acts }) {
  return (
    <div class="many" role="status">
      <strong>{say.count("many", triage.marked.value.size)}</strong>
      <Button hotkey="b" onClick={() => acts.decide("board")}>
        {say("putOnBoard")}
      </Button>
      <Button hotkey="s" onClick={() => acts.decide("search")}>
        {say("searchOnly")}
      </Button>
      <Button hotkey="n" onClick={() => acts.decide("no")}>
        {say("notForUs")}
      </Button>
      <Button kind="quiet" onClick={triage.markAll}>
        {say("clear")}
      </Button>
    </div>
  );
}

function useStaysInView(selected: string | null): void {
  useEffect(() => {
    if (selected !== null) document.getElementById(`job-${selected}`)?.scrollIntoView({ block: "nearest" });
  }, [selected]);
}

/** Now, to the minute: "closes today" must not stay true for ever. */
function useMinute(): number {
  const [now, tell] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => tell(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
