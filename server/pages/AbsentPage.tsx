/** What is not there (404), no longer there (410), or cannot be shown just now (503), in kind words. */
import type { Agenda } from "./agenda.ts";
import { Layout } from "./Layout.tsx";
import type { PageKind } from "./reader.ts";
import { Said, plain } from "./text.tsx";
import { linkTo, linkToCentre, type Visit } from "./visit.ts";

export type Absence = "lost" | "busy" | `gone.${PageKind}`;

interface Props {
  readonly visit: Visit;
  readonly why: Absence;
  /** Jobs that are open instead. */
  readonly others?: Agenda["ten"];
}

export function AbsentPage({ visit, why, others = [] }: Props) {
  const { words } = visit;
  return (
    <Layout visit={visit} title={words(`${why}.title`)} description={words(`${why}.text`)} absent>
      <h1>{words(`${why}.title`)}</h1>
      <p class="lead">{words(`${why}.text`)}</p>
      {others.length > 0 && <Others visit={visit} others={others} />}
      {why !== "busy" && <WayBack visit={visit} why={why} />}
    </Layout>
  );
}

function Others({ visit, others }: { readonly visit: Visit; readonly others: Agenda["ten"] }) {
  const { words } = visit;
  return (
    <>
      <h2>{words("gone.others")}</h2>
      <ul class="plain">
        {others.map(({ id, shown: { body } }) => (
          <li>
            <a href={linkTo(visit, `/j/${id}`, "language-and-centre")}>
              <Said text={body.title} words={words} marked />
            </a>
            {body.employer && (
              <>
                {" "}
                <bdi>{body.employer}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
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
