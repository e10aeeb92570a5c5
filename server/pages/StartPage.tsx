/** `/`: pick a centre, or make this device a screen. */
import type { PublicCentre } from "#shared/centres/schema.ts";
import { Icon } from "./Icon.tsx";
import { Layout } from "./Layout.tsx";
import { Said, plain } from "./text.tsx";
import { linkToCentre, type Visit } from "./visit.ts";
import { LOCALES } from "./words.ts";

export function StartPage({
  visit,
  centres,
}: {
  readonly visit: Visit;
  readonly centres: readonly PublicCentre[];
}) {
  const { words } = visit;
  const inOrder = new Intl.Collator(LOCALES[words.language]);
  const sorted = centres.toSorted((one, other) =>
    inOrder.compare(plain(one.name, words), plain(other.name, words)),
  );
  return (
    <Layout visit={visit} title={words("start.title")} description={words("start.what")}>
      <div class="hero">
        <h1>{words("start.title")}</h1>
        <p class="lead">{words("start.what")}</p>
        <a class="button big" href="/pair">
          <Icon name="screen" /> {words("start.pair")}
        </a>
        <p>{words("start.pairNote")}</p>
      </div>
      {sorted.length === 0 ? <NoCentre visit={visit} /> : <Centres visit={visit} centres={sorted} />}
    </Layout>
  );
}

function Centres({ visit, centres }: { readonly visit: Visit; readonly centres: readonly PublicCentre[] }) {
  const { words } = visit;
  return (
    <section class="centres">
      <h2>{words("start.centres")}</h2>
      <ul class="plain">
        {centres.map((centre) => (
          <li class="card">
            <h3 id={`centre-${centre.slug}`}>
              <Said text={centre.name} words={words} />
            </h3>
            {centre.address && (
              <p>
                <Said text={centre.address} words={words} />
              </p>
            )}
            <p class="choices">
              <a
                class="button"
                id={`board-${centre.slug}`}
                href={`/board?centre=${centre.slug}`}
                aria-labelledby={`board-${centre.slug} centre-${centre.slug}`}
              >
                {words("start.board")}
              </a>
              <a
                class="button quiet"
                id={`page-${centre.slug}`}
                href={linkToCentre(visit, centre)}
                aria-labelledby={`page-${centre.slug} centre-${centre.slug}`}
              >
                {words("start.page")}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoCentre({ visit: { words } }: { readonly visit: Visit }) {
  return (
    <section class="card">
      <h2>{words("start.none")}</h2>
      <p>{words("start.noneNote")}</p>
    </section>
  );
}
