/** What is not there (404), no longer there (410), or cannot be shown just now (503), in kind words. */
import { Layout } from "./Layout.tsx";
import type { PageKind } from "./reader.ts";
import { plain } from "./text.tsx";
import { linkTo, linkToCentre, type Visit } from "./visit.ts";

export type Absence = "lost" | "busy" | `gone.${PageKind}`;

export function AbsentPage({ visit, why }: { readonly visit: Visit; readonly why: Absence }) {
  const { words } = visit;
  return (
    <Layout visit={visit} title={words(`${why}.title`)} description={words(`${why}.text`)} absent>
      <h1>{words(`${why}.title`)}</h1>
      <p class="lead">{words(`${why}.text`)}</p>
      {why !== "busy" && <WayBack visit={visit} why={why} />}
    </Layout>
  );
}

function WayBack({ visit, why }: { readonly visit: Visit; readonly why: Absence }) {
  const { words, centre } = visit;
  if (!centre) {
    return (
      <p>
        <a class="button" href={linkTo(visit, "/")}>
          {words("gone.start")}
        </a>
      </p>
    );
  }
  const name = plain(centre.name, words);
  const jobs = why === "gone.vacancy";
  return (
    <p>
      <a class="button" href={linkToCentre(visit, centre) + (jobs ? "#jobs" : "")}>
        {words(jobs ? "gone.jobs" : "gone.centre", { centre: name })}
      </a>
    </p>
  );
}
