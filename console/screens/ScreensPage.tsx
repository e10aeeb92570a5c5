/** The screens of one's centres: what is on each now, how it stands, and what can be done about it. */
import { useEffect, useState } from "preact/hooks";
import type { ListedScreen } from "#shared/screens/report.ts";
import bell from "lucide-static/icons/bell.svg?raw";
import plus from "lucide-static/icons/plus.svg?raw";
import { sayer } from "../language/say.ts";
import { centres, nameOf } from "../live/centres.ts";
import { watchScreens } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { hasRole } from "../live/visitor.ts";
import catalogue from "../../content/translations/console.screens.en.json";
import { Button } from "../ui/Button.tsx";
import { Chips } from "../ui/Chips.tsx";
import { useKeys } from "../ui/keys.tsx";
import { Page } from "../ui/Page.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { given, PairDialog } from "./PairDialog.tsx";
import { ScreenCard } from "./ScreenCard.tsx";
import { SettingsDialog } from "./SettingsDialog.tsx";
import { TellDialog } from "../ui/TellDialog.tsx";
import "./look.css";

const say = sayer(catalogue);
type Filter = "all" | ListedScreen["presence"];
type Open = { readonly what: "pair" | "tell" } | { readonly what: "settings"; readonly screen: ListedScreen };

export default function ScreensPage() {
  const screens = useAsked<readonly ListedScreen[]>("listScreens", {}, [
    "pairScreen", "saveScreen", "powerScreen", "unpairScreen", "saveCentre", "screens", "painted",
  ]); // prettier-ignore
  const [filter, setFilter] = useState<Filter>("all");
  const [open, setOpen] = useState<Open | null>(given() === null ? null : { what: "pair" });
  useEffect(() => centres.follow(), []);
  useEffect(() => {
    // A screen that goes quiet says nothing: look again now and then.
    const timer = setInterval(() => void screens.collection.refresh(), 30_000);
    return () => clearInterval(timer);
  }, [screens.collection]);
  const held = centres.held.value;
  const all = held.state === "loading" ? [] : (held.value ?? []);
  const slugs = all.map(({ centre }) => centre.slug);
  useEffect(() => watchScreens(slugs), [slugs.join()]);
  const mayPair = hasRole("adviser", "district");
  useKeys(mayPair ? [{ key: "n", word: say("pair"), do: () => setOpen({ what: "pair" }) }] : [], [mayPair]);
  const close = () => setOpen(null);
  return (
    <Page
      title={say("title")}
      actions={
        <>
          <Button icon={bell} onClick={() => setOpen({ what: "tell" })}>
            {say("tellMe")}
          </Button>
          {mayPair ? (
            <Button kind="primary" icon={plus} hotkey="n" onClick={() => setOpen({ what: "pair" })}>
              {say("pair")}
            </Button>
          ) : null}
        </>
      }
    >
      <Waiting for={screens}>
        {(list) => (
          <>
            <Chips<Filter>
              label={say("filter")}
              value={filter}
              onValue={(value) => setFilter(value)}
              chips={(["all", "online", "offline", "missing"] as const).map((value) => ({
                value,
                word: say(value),
                count:
                  value === "all" ? list.length : list.filter(({ presence }) => presence === value).length,
              }))}
            />
            {list.length === 0 ? <p class="card empty-word">{say("none")}</p> : null}
            {all.map(({ centre }) => {
              const here = list.filter(
                (one) => one.centre === centre.slug && (filter === "all" || one.presence === filter),
              );
              if (here.length === 0) return null;
              return (
                <section key={centre.slug} class="screens-of" aria-label={nameOf(centre)}>
                  <h2>{nameOf(centre)}</h2>
                  <ul class="screen-cards">
                    {here.map((screen) => (
                      <ScreenCard
                        key={screen.id}
                        screen={screen}
                        refresh={screens.collection.refresh}
                        change={() => setOpen({ what: "settings", screen })}
                      />
                    ))}
                  </ul>
                </section>
              );
            })}
          </>
        )}
      </Waiting>
      {open?.what === "pair" ? (
        <PairDialog centres={all.map(({ centre }) => centre)} onClose={close} />
      ) : null}
      {open?.what === "tell" ? <TellDialog onClose={close} /> : null}
      {open?.what === "settings" ? <SettingsDialog screen={open.screen} onClose={close} /> : null}
    </Page>
  );
}
