/** `/t/…`: what somebody kept on a kiosk and took home as one code. */
import { Layout } from "./Layout.tsx";
import { Said } from "./text.tsx";
import { linkTo, type Visit } from "./visit.ts";
import type { Text } from "#shared/languages.ts";

export interface Taken {
  /** "/j/ID" */
  readonly path: string;
  readonly title: Text;
  /** One line that says more, such as the pay. */
  readonly about: string | null;
}

export function TakenPage({ visit, taken }: { readonly visit: Visit; readonly taken: readonly Taken[] }) {
  const { words } = visit;
  return (
    <Layout visit={visit} title={words("taken.title")} description={words("taken.title")} absent>
      <h1>{words("taken.title")}</h1>
      <ul class="plain">
        {taken.map(({ path, title, about }) => (
          <li>
            <h2>
              <a href={linkTo(visit, path, "language-and-centre")}>
                <Said text={title} words={words} marked />
              </a>
            </h2>
            {about && <p>{about}</p>}
          </li>
        ))}
      </ul>
    </Layout>
  );
}
