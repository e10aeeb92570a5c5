/** Approved websites: what kiosks may open, how it is judged, which kiosks are held to it, and what visitors missed. */
import { useState } from "preact/hooks";
import type { Item } from "#shared/item.ts";
import { dayWords } from "../language/london.ts";
import { refusalWords } from "../language/refusals.ts";
import { whereWords } from "../language/where.ts";
import { named } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { Button } from "../ui/Button.tsx";
import { LiveBoard } from "../ui/LiveBoard.tsx";
import { Page } from "../ui/Page.tsx";
import { Table } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";
import { toast } from "../ui/toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { EMPTY, type Typed, typedOf } from "./form.ts";
import { Kiosks } from "./Kiosks.tsx";
import { PolicyFiles } from "./PolicyFiles.tsx";
import { RefusedHosts } from "./RefusedHosts.tsx";
import { Starter } from "./Starter.tsx";
import { TestBox } from "./TestBox.tsx";
import { WebsiteForm } from "./WebsiteForm.tsx";
import { say } from "./words.ts";

type Site = Item<"website">;

export default function WebsitesPage() {
  const websites = useAsked<readonly Site[], "listItems">("listItems", { kind: "website" }, ["saveItem", "publishItem", "withdrawItem", "takeOff"]); // prettier-ignore
  const [typed, setTyped] = useState<Typed | null>(null);
  const all = websites.state === "loading" ? [] : (websites.value ?? []);
  const before = all.find(({ id }) => id === typed?.id) ?? null;
  const shown = all.filter(({ state }) => state === "published");

  const actions = (
    <Button kind="primary" onClick={() => setTyped(EMPTY)}>
      {say("new")}
    </Button>
  );
  return (
    <Page title={say("websites")} actions={actions} aside={<LiveBoard />}>
      {typed && (
        <WebsiteForm
          key={typed.id ?? "new"}
          typed={typed}
          before={before}
          onTyped={setTyped}
          onSaved={() => setTyped(null)}
        />
      )}
      <Waiting for={websites}>
        {(sites) =>
          sites.length === 0 ? (
            <p class="soft">{say("none")}</p>
          ) : (
            <Sites sites={sites} onEdit={(site) => setTyped(typedOf(site))} />
          )
        }
      </Waiting>
      {websites.state === "loading" ? null : <Starter sites={all} onFill={setTyped} />}
      <TestBox allow={shown.flatMap(({ body }) => [...body.allow, ...body.helpers])} />
      <h2>{say("kiosks")}</h2>
      <Kiosks />
      <PolicyFiles />
      <h2>{say("refused")}</h2>
      <p class="hint">{say("refusedHint")}</p>
      <RefusedHosts
        onApprove={(host) =>
          setTyped({ ...EMPTY, title: host, address: `https://${host}/`, allow: `https://${host}` })
        }
      />
    </Page>
  );
}

function Sites({ sites, onEdit }: { readonly sites: readonly Site[]; onEdit(site: Site): void }) {
  async function move(site: Site, to: "publishItem" | "withdrawItem"): Promise<void> {
    const back = to === "publishItem" ? "withdrawItem" : "publishItem";
    const result = await order(to, { id: site.id, over: site.revision });
    if (!result.ok) return toast({ words: refusalWords(result.refusal), tone: "bad" });
    toast({
      words: say(to === "publishItem" ? "published" : "withdrawn"),
      undo: () => void order(back, { id: site.id, over: null }),
    });
  }
  return (
    <Table
      caption={say("websites")}
      keyOf={({ id }) => id}
      rows={sites}
      columns={[
        {
          word: say("website"),
          cell: ({ body: { title, address } }) => (
            <>
              {title.words[title.original]} <span class="soft">{URL.parse(address)?.host}</span>
            </>
          ),
        },
        {
          word: say("state"),
          cell: ({ state, audience }) => (
            <>
              <Tag tone={state === "published" ? "good" : "plain"}>
                {say(state === "published" ? "published" : state === "withdrawn" ? "withdrawn" : "draft")}
              </Tag>{" "}
              {whereWords(audience, named())}
            </>
          ),
        },
        { word: say("review"), cell: ({ body }) => (body.reviewBy ? dayWords(body.reviewBy) : "") },
        {
          word: say("edit"),
          cell: (site) => (
            <div class="actions">
              <Button onClick={() => onEdit(site)}>{say("edit")}</Button>
              {site.state === "published" ? (
                <Button kind="quiet" onClick={() => void move(site, "withdrawItem")}>
                  {say("withdraw")}
                </Button>
              ) : (
                <Button kind="quiet" onClick={() => void move(site, "publishItem")}>
                  {say("publish")}
                </Button>
              )}
            </div>
          ),
        },
      ]}
    />
  );
}
