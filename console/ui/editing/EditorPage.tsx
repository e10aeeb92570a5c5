/** The page on which one item is written: its fields, what may be done with it, how it will look, and where it is. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import arrowLeft from "lucide-static/icons/arrow-left.svg?raw";
import type { Kind } from "#shared/kinds.ts";
import type { State } from "#shared/schema.ts";
import { sayer } from "../../language/say.ts";
import { whoIsWho } from "../../live/names.ts";
import catalogue from "../../../content/translations/console.items.en.json";
import { Button, LinkButton } from "../Button.tsx";
import { useKeys } from "../keys.tsx";
import { OnScreens } from "../OnScreens.tsx";
import { Page } from "../Page.tsx";
import { toast } from "../toasts.tsx";
import { Refused } from "../Waiting.tsx";
import { Clashes } from "./Clashes.tsx";
import { Decline, Declined } from "./Declining.tsx";
import type { Editing } from "./useEditing.ts";

const say = sayer(catalogue);

const SAVED: Readonly<Partial<Record<State, "savedAndShown" | "waitsForApproval">>> = {
  published: "savedAndShown",
  proposed: "waitsForApproval",
};

interface Props<K extends Kind> {
  readonly editing: Editing<K>;
  readonly title: string;
  /** The list's address below /console. */
  readonly path: string;
  readonly preview: ComponentChildren;
  /** Buttons beside the way back. */
  readonly actions?: ComponentChildren;
  /** A question to be answered before it goes out; it calls `go`. */
  readonly secondLook?: (go: () => void, leave: () => void) => ComponentChildren;
  readonly children: ComponentChildren;
}

export function EditorPage<K extends Kind>(props: Props<K>) {
  const { editing, title, path, preview, actions, secondLook, children } = props;
  const { item, isChanged, isBusy, clashes } = editing;
  const { route } = useLocation();
  const [isAsked, ask] = useState(false);
  const isOut = item?.state === "published";
  useEffect(() => whoIsWho.follow(), []);
  useWrongField(editing.refusal);

  async function save(): Promise<void> {
    const saved = await editing.save();
    if (!saved) return;
    toast({ words: say(SAVED[saved.state] ?? "saved") });
    route(`/console${path}/${saved.id}`, true);
  }

  async function publish(): Promise<void> {
    ask(false);
    const out = await editing.publish();
    if (!out) return;
    // At a centre that wants it, what staff put up waits.
    toast({
      words: say(out.state === "proposed" ? "waitsForApproval" : "published"),
      undo: () => void editing.withdraw(),
    });
    route(`/console${path}/${out.id}`, true);
  }

  async function withdraw(): Promise<void> {
    if (await editing.withdraw()) toast({ words: say("withdrawn"), undo: () => void editing.publish() });
  }

  function go(): void {
    if (secondLook) ask(editing.check());
    else void (isOut ? save() : publish());
  }

  useKeys(
    [
      { key: "Ctrl+s", word: say("save"), do: () => void (isOut ? go() : save()) },
      { key: "Ctrl+Enter", word: say("publish"), do: go },
    ],
    [editing],
  );

  if (editing.state !== "ready") {
    return (
      <Page title={title}>
        <p class="soft" aria-busy={editing.state === "loading"}>
          {say(editing.state === "loading" ? "loading" : "missing")}
        </p>
      </Page>
    );
  }
  const aside = (
    <>
      {preview}
      {item && item.state !== "draft" && item.state !== "proposed" ? <OnScreens item={item.id} /> : null}
    </>
  );
  return (
    <Page
      title={title}
      aside={aside}
      actions={
        <>
          {actions}
          <LinkButton kind="quiet" icon={arrowLeft} href={`/console${path}`}>
            {say("back")}
          </LinkButton>
        </>
      }
    >
      {editing.isFound ? (
        <p class="notice">
          {say("found")} <Button onClick={editing.discard}>{say("discard")}</Button>
        </p>
      ) : null}
      {item?.state === "draft" ? <Declined item={item.id} /> : null}
      <Clashes clashes={clashes} item={item} onSettle={editing.settle} />
      <form
        class="form wide"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        {children}
        <div class="editor-foot">
          <Refused refusal={editing.refusal?.code === "changed-meanwhile" ? null : editing.refusal} />
          <div class="row">
            {isOut ? (
              <Button type="submit" kind="primary" busy={isBusy || !isChanged || clashes.length > 0}>
                {say("publishChanges")}
              </Button>
            ) : (
              <>
                <Button type="submit" kind="primary" busy={isBusy || clashes.length > 0}>
                  {say("publish")}
                </Button>
                <Button busy={isBusy || !isChanged || clashes.length > 0} onClick={() => void save()}>
                  {say("saveDraft")}
                </Button>
              </>
            )}
            <Decline state={item?.state} busy={isBusy} onDecline={editing.decline} />
            {isOut ? (
              <Button kind="danger" busy={isBusy} onClick={() => void withdraw()}>
                {say("withdrawNow")}
              </Button>
            ) : null}
            <span class="soft">{isChanged ? say("notSaved") : item ? say(`state_${item.state}`) : ""}</span>
          </div>
        </div>
      </form>
      {isAsked && secondLook
        ? secondLook(
            () => void (isOut ? save().then(() => ask(false)) : publish()),
            () => ask(false),
          )
        : null}
    </Page>
  );
}

/** After a refusal the first field that is wrong is where one goes on. */
function useWrongField(refusal: unknown): void {
  useEffect(() => {
    if (refusal === null) return;
    document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
  }, [refusal]);
}
