/** What stands round every page: the navigation, the lost-connection banner, toasts, and the list of keys. */
import type { ComponentType } from "preact";
import { ErrorBoundary, lazy, LocationProvider, Route, Router, useLocation } from "preact-iso";
import { useEffect, useMemo, useState } from "preact/hooks";
import { connection } from "../live/client.ts";
import { me, visitor } from "../live/visitor.ts";
import words from "../../content/translations/console.en.json";
import { Button } from "../ui/Button.tsx";
import type { PageEntry } from "../ui/entry.ts";
import { KeyHelp, useKeys } from "../ui/keys.tsx";
import { Page } from "../ui/Page.tsx";
import { Toasts } from "../ui/toasts.tsx";
import { Nav } from "./Nav.tsx";

export const BASE = "/console";

interface Props {
  readonly pages: readonly PageEntry[];
  /** What whoever is not signed in sees. */
  readonly entrance: ComponentType;
  /** Fetches what stands beside every page. */
  readonly beside: () => Promise<{ readonly default: ComponentType }>;
}

export function Shell({ pages, entrance: Entrance, beside }: Props) {
  const who = visitor.value;
  if (who === null) return <p class="blank soft">{words.loading}</p>;
  if (who === "away") return <p class="blank soft">{words.awayAtStart}</p>;
  if (who.state !== "here") return <Entrance />;
  return (
    <LocationProvider>
      <Inside pages={pages.filter(({ roles }) => roles.includes(who.person.role))} beside={beside} />
    </LocationProvider>
  );
}

function Inside({ pages, beside }: Pick<Props, "pages" | "beside">) {
  // Another person, who may open other pages, gets pages of their own.
  const routes = useMemo(() => pages.map((page) => ({ page, Content: lazy(page.load) })), [me.value?.id]);
  const { route } = useLocation();
  useKeys(
    pages.flatMap(({ key, path, word }) =>
      key === undefined
        ? []
        : [
            {
              key: `g ${key}`,
              word: words.goTo.replace("{page}", words[word]),
              do: () => route(`${BASE}${path}`),
            },
          ],
    ),
    [me.value?.id],
  );
  return (
    <div class="shell">
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <Nav pages={pages} />
      <div class="shell-main">
        <Connection />
        <Failing>
          <Router>
            {routes.map(({ page, Content }) => (
              <Route key={page.path} path={`${BASE}${page.path}`} component={Content as ComponentType} />
            ))}
            <Route default component={() => <Elsewhere first={pages[0]?.path} />} />
          </Router>
        </Failing>
      </div>
      <Beside load={beside} />
      <Toasts />
      <KeyHelp />
    </div>
  );
}

/** Comes after the page, which is what somebody waits for. */
function Beside({ load }: { readonly load: Props["beside"] }) {
  const [Content, setContent] = useState<ComponentType | null>(null);
  useEffect(() => {
    void load().then(
      (loaded) => setContent(() => loaded.default),
      () => undefined,
    );
  }, []);
  return Content === null ? null : <Content />;
}

function Connection() {
  return (
    <div role="status" class="connection">
      {connection.value === "away" ? <p class="notice warn">{words.away}</p> : null}
    </div>
  );
}

/** The console's own address leads to the first page; any other to a word of help. */
function Elsewhere({ first }: { readonly first: string | undefined }) {
  const { path, route } = useLocation();
  // The code that a device shows on its pairing page leads here.
  const pairing = new URLSearchParams(location.search).get("pair");
  if (pairing !== null) {
    route(`${BASE}/screens?pair=${encodeURIComponent(pairing)}`, true);
    return null;
  }
  if (first !== undefined && /^\/console\/?(index\.html)?$/.test(path)) {
    route(`${BASE}${first}`, true);
    return null;
  }
  return (
    <Page title={words.noPage}>
      <p>{words.noPageWords}</p>
    </Page>
  );
}

/** A page that throws, or that could not be fetched, takes nothing else with it. */
function Failing({ children }: { readonly children: preact.ComponentChildren }) {
  const [failed, setFailed] = useState<Error | null>(null);
  const { path } = useLocation();
  const [at, setAt] = useState(path);
  if (at !== path) {
    setAt(path);
    setFailed(null);
  }
  if (failed)
    return (
      <Page title={words.pageFailed}>
        <Button kind="primary" onClick={() => location.reload()}>
          {words.reload}
        </Button>
      </Page>
    );
  return (
    <ErrorBoundary
      onError={(error) => {
        console.error(error);
        setFailed(error);
      }}
    >
      {children}
    </ErrorBoundary>
  );
}
