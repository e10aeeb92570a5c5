/** The kiosk: a screen that is touched. Puts together what the folders beside it do. */
import { CallDoor, CallSounds } from "./calls/CallDoor.tsx";
import { keepCalls } from "./calls/calls.ts";
import { AdviserPage } from "./events/AdviserPage.tsx";
import { EventPage } from "./events/EventPage.tsx";
import { EventSheet } from "./events/EventSheet.tsx";
import { LearnPage } from "./events/LearnPage.tsx";
import { OnPage } from "./events/OnPage.tsx";
import { faces } from "./kinds.tsx";
import { LeafletPage } from "./leaflets/LeafletPage.tsx";
import { LeafletSheet } from "./leaflets/LeafletSheet.tsx";
import { LeafletsPage } from "./leaflets/LeafletsPage.tsx";
import { keepKioskFiles } from "./live/kiosk-files.ts";
import { startLive } from "./live/live.ts";
import { StatementPage } from "./screens/touch/StatementPage.tsx";
import { runKiosk } from "./screens/touch/run.tsx";
import type { Pages } from "./screens/touch/Shell.tsx";
import { ListPage } from "./takehome/ListPage.tsx";
import type { Sheets } from "./takehome/TakenHome.tsx";
import { TakePage } from "./takehome/TakePage.tsx";
import { EveryAnswer } from "./vacancies/EveryAnswer.tsx";
import { EveryFilter } from "./vacancies/Filters.tsx";
import { JobPage } from "./vacancies/JobPage.tsx";
import { JobRow } from "./vacancies/JobRow.tsx";
import { JobSheet } from "./vacancies/JobSheet.tsx";
import { search } from "./vacancies/search/search.ts";
import { JobsPage } from "./vacancies/JobsPage.tsx";
import { WebsitesPage } from "./websites/WebsitesPage.tsx";

/** One line per kind that can be taken home: what it says on paper. */
const sheets: Sheets = { vacancy: JobSheet, leaflet: LeafletSheet, event: EventSheet };

const waiting = new Set<() => void>();
const live = startLive({
  centre: new URLSearchParams(location.search).get("centre"),
  kind: "kiosk",
  calm: () => new Promise((resolve) => waiting.add(resolve)),
});
const calls = keepCalls(live);

/** Every page that a visitor can reach but the start, which the kiosk brings itself. */
const pages: Omit<Pages, "start"> = {
  jobs: JobsPage,
  job: JobPage,
  leaflets: LeafletsPage,
  leaflet: LeafletPage,
  on: OnPage,
  event: EventPage,
  learn: LearnPage,
  adviser: AdviserPage,
  websites: WebsitesPage,
  call: ({ place }) => <CallDoor place={place} calls={calls} instead={AdviserPage} />,
  take: ({ place }) => <TakePage place={place} sheets={sheets} />,
  list: ListPage,
  statement: StatementPage,
};

keepKioskFiles();
runKiosk({
  live,
  faces,
  pages,
  row: JobRow,
  sheets: [EveryFilter, EveryAnswer, () => <CallSounds calls={calls} />],
  // The index is there before anybody asks.
  prepare: (offered) => search().stock(offered),
  slides: document.getElementById("screen")!,
  glass: document.getElementById("touch")!,
  calls: calls.offer,
  calm() {
    for (const go of waiting) go();
    waiting.clear();
  },
});
