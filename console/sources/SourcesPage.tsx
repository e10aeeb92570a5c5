/** Where vacancies come from by themselves: every source, how it was read last, and a new one. */
import { useEffect, useState } from "preact/hooks";
import plus from "lucide-static/icons/plus.svg?raw";
import type { SourceSeen } from "#shared/sources/schema.ts";
import { useAsked } from "../live/collection.ts";
import { Button } from "../ui/Button.tsx";
import { Page } from "../ui/Page.tsx";
import { Table } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { OneSource } from "./OneSource.tsx";
import { SourceForm } from "./SourceForm.tsx";
import { atClock, formOf, say, whatCame, whomFor, whyOf } from "./words.ts";
import "./look.css";

interface Listed {
  readonly sources: readonly SourceSeen[];
  readonly formats: readonly string[];
}

type At = { readonly at: "list" } | { readonly at: "new" } | { readonly at: "one"; readonly id: string };

/** A reading by itself is nobody's command, so the list is asked for again while it is looked at. */
const AGAIN = 15_000;

export default function SourcesPage() {
  const [at, setAt] = useState<At>({ at: "list" });
  const held = useAsked<Listed, "listSources">("listSources", {}, ["saveSource", "removeSource", "importVacancies"]);
  const { collection } = held;
  useEffect(() => {
    const timer = setInterval(() => void collection.refresh(), AGAIN);
    return () => clearInterval(timer);
  }, [collection]);
  const toList = () => {
    setAt({ at: "list" });
    void collection.refresh();
  };
  const add = (
    <Button kind="primary" icon={plus} onClick={() => setAt({ at: "new" })}>
      {say("add")}
    </Button>
  );
  const title = at.at === "new" ? say("new") : say("sources");
  return (
    <Page title={title} actions={at.at === "list" ? add : undefined}>
      <Waiting for={held}>
        {({ sources, formats }) => {
          if (at.at === "new") return <SourceForm formats={formats} seen={null} onDone={toList} />;
          const one = at.at === "one" ? sources.find(({ id }) => id === at.id) : undefined;
          if (one) return <OneSource seen={one} formats={formats} refresh={collection.refresh} onBack={toList} />;
          if (sources.length === 0) return <NoSource />;
          return <List sources={sources} onOpen={(id) => setAt({ at: "one", id })} />;
        }}
      </Waiting>
    </Page>
  );
} // prettier-ignore

function NoSource() {
  return (
    <div class="card source-none">
      <h2>{say("none")}</h2>
      <p>{say("none_words")}</p>
    </div>
  );
}

function List({ sources, onOpen }: { readonly sources: readonly SourceSeen[]; onOpen(id: string): void }) {
  return (
    <Table
      caption={say("sources")}
      rows={sources}
      keyOf={({ id }) => id}
      columns={[
        {
          word: say("column_name"),
          cell: ({ id, source }) => (
            <button type="button" class="source-name" onClick={() => onOpen(id)}>
              {source.name}
              <span class="soft">{source.format ? formOf(source.format) : hostOf(source.url)}</span>
            </button>
          ),
        },
        { word: say("column_last"), cell: Last },
        { word: say("column_next"), cell: Next },
        { word: say("column_open"), cell: ({ open }) => open },
        { word: say("column_for"), cell: ({ source }) => whomFor(source) },
      ]}
    />
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

export function Last({ last }: SourceSeen) {
  if (!last) return <span class="soft">{say("never")}</span>;
  const isBad = last.outcome === "failed";
  return (
    <div class="source-last">
      <p>
        {atClock(last.at)}{" "}
        <Tag tone={isBad ? "bad" : last.code ? "warn" : "good"}>{isBad ? say("failed") : whatCame(last)}</Tag>{" "}
        {last.rejected > 0 ? <Tag tone="warn">{say.count("rejected_n", last.rejected)}</Tag> : null}
      </p>
      {last.code ? <p class="soft">{whyOf(last.code)}</p> : null}
    </div>
  );
}

export function Next({ next }: SourceSeen) {
  if (next === null) return <Tag>{say("paused")}</Tag>;
  return <>{Date.parse(next) <= Date.now() ? say("next_soon") : atClock(next)}</>;
}
