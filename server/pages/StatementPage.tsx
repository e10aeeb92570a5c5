/** `/accessibility`: the statement, as a page that can be read on a phone and printed. */
import { Layout } from "./Layout.tsx";
import type { Visit } from "./visit.ts";

interface Props {
  readonly visit: Visit;
  readonly title: string;
  /** What follows, clean. */
  readonly html: string;
}

export function StatementPage({ visit, title, html }: Props) {
  return (
    <Layout visit={visit} title={title} description={title}>
      <article lang="en" dir="ltr">
        <h1>{title}</h1>
        <div dangerouslySetInnerHTML={{ __html: html }} />
      </article>
    </Layout>
  );
}
