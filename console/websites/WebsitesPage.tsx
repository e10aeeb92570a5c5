/** Approved websites: what kiosks may open, how it is judged, which kiosks are held to it, and what visitors missed. */
import plus from "lucide-static/icons/plus.svg?raw";
import type { Item } from "#shared/item.ts";
import { dayWords, today } from "../language/london.ts";
import { refusalWords } from "../language/refusals.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { Beside } from "../ui/Beside.tsx";
import { Button, LinkButton } from "../ui/Button.tsx";
import { LanguageList } from "../ui/editing/LanguageList.tsx";
import { Listed, LIST_TOPICS, titleOf } from "../ui/editing/ItemList.tsx";
import { Page } from "../ui/Page.tsx";
import type { Column } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";
import { toast } from "../ui/toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { Kiosks } from "./Kiosks.tsx";
import { PolicyFiles } from "./PolicyFiles.tsx";
import { RefusedHosts } from "./RefusedHosts.tsx";
import { Starter } from "./Starter.tsx";
import { TestBox } from "./TestBox.tsx";
import { say } from "./words.ts";

type Site = Item<"website">;

export default function WebsitesPage() {
  const websites = useAsked<readonly Site[], "listItems">("listItems", { kind: "website", limit: 1000 }, LIST_TOPICS); // prettier-ignore
  const all = websites.state === "loading" ? [] : (websites.value ?? []);
  const shown = all.filter(({ state }) => state === "published");
  return (
    <Page
      title={say("websites")}
      aside={<Beside />}
      actions={
        <LinkButton kind="primary" icon={plus} href="/console/websites/new">
          {say("add")}
        </LinkButton>
      }
    >
      <div class="stack">
        <Waiting for={websites}>
          {(items) => (
            <Listed
              kind="website"
              path="/websites"
              caption={say("websites")}
              emptyWord={say("none")}
              columns={columns}
              below={({ body }) => URL.parse(body.address)?.host.replace(/^www\./, "")}
              items={items}
            />
          )}
        </Waiting>
        {websites.state === "loading" ? null : <Starter sites={all} />}
        <TestBox allow={shown.flatMap(({ body }) => [...body.allow, ...body.helpers])} />
        <h2>{say("kiosks")}</h2>
        <Kiosks />
        <PolicyFiles />
        <h2>{say("refused")}</h2>
        <p class="hint">{say("refusedHint")}</p>
        <RefusedHosts />
      </div>
    </Page>
  );
}

const columns: readonly Column<Site>[] = [
  { word: say("languages"), cell: ({ body }) => <LanguageList texts={[body.title, body.description]} /> },
  { word: say("review"), cell: Review },
  { word: say("acts"), isActs: true, cell: Acts },
];

function Review({ body: { reviewBy }, state }: Site) {
  if (reviewBy === null) return <>–</>;
  const isLate = state === "published" && reviewBy < today();
  return isLate ? (
    <Tag tone="bad">{say("reviewLate", { day: dayWords(reviewBy) })}</Tag>
  ) : (
    <>{dayWords(reviewBy)}</>
  );
}

function Acts({ id, revision, state, body: { title } }: Site) {
  const to = state === "published" ? "withdrawItem" : "publishItem";
  async function move(): Promise<void> {
    const back = to === "publishItem" ? "withdrawItem" : "publishItem";
    const result = await order(to, { id, over: revision });
    if (!result.ok) return toast({ words: refusalWords(result.refusal), tone: "bad" });
    toast({
      words: say(to === "publishItem" ? "published" : "withdrawn"),
      undo: () => void order(back, { id, over: null }),
    });
  }
  return (
    <Button kind="quiet" onClick={() => void move()}>
      {say(to === "publishItem" ? "publish" : "withdraw")}
      <span class="unseen"> {titleOf(title)}</span>
    </Button>
  );
}
