/** The console's pages, in the order of the navigation: one entry each, and nothing else to do. */
import { reviewsBadge } from "./leaflets/badge.ts";
import type { ScreenReport } from "#shared/screens/report.ts";
import { waitingBadge } from "./ui/editing/approval.ts";
import type { PageEntry } from "./ui/entry.ts";
import inbox from "lucide-static/icons/inbox.svg?raw";
import monitor from "lucide-static/icons/monitor.svg?raw";
import briefcase from "lucide-static/icons/briefcase-business.svg?raw";
import bus from "lucide-static/icons/bus.svg?raw";
import layout from "lucide-static/icons/layout-grid.svg?raw";
import fileUp from "lucide-static/icons/file-up.svg?raw";
import rss from "lucide-static/icons/rss.svg?raw";
import globe from "lucide-static/icons/globe.svg?raw";
import user from "lucide-static/icons/circle-user-round.svg?raw";
import phone from "lucide-static/icons/phone-call.svg?raw";
import type { CallQueue } from "./calls/queue.ts";
import type { Inbox } from "#shared/vacancies/inbox.ts";
import history from "lucide-static/icons/history.svg?raw";
import users from "lucide-static/icons/users.svg?raw";
import bookOpen from "lucide-static/icons/book-open.svg?raw";
import calendar from "lucide-static/icons/calendar-heart.svg?raw";
import megaphone from "lucide-static/icons/megaphone.svg?raw";
import chart from "lucide-static/icons/chart-column.svg?raw";
import house from "lucide-static/icons/school.svg?raw";
import mailCheck from "lucide-static/icons/mail-check.svg?raw";
import tv from "lucide-static/icons/tv.svg?raw";
import { PEOPLE } from "#shared/command.ts";

export const pages: readonly PageEntry[] = [
  {
    path: "/vacancies",
    word: "vacancies",
    icon: inbox,
    roles: PEOPLE,
    key: "v",
    badge: {
      command: "inbox",
      input: { tab: "new", limit: 1 },
      topics: ["decideVacancies", "importVacancies", "writeVacancy", "closeVacancy"],
      count: ({ counts }: Inbox) => counts.new,
    },
    load: () => import("./vacancies/VacanciesPage.tsx"),
  },
  {
    path: "/board",
    word: "ten",
    icon: monitor,
    roles: PEOPLE,
    key: "b",
    load: () => import("./vacancies/BoardPage.tsx"),
  },
  {
    path: "/my-centres",
    word: "myCentres",
    icon: layout,
    roles: PEOPLE,
    key: "m",
    load: () => import("./vacancies/MyCentresPage.tsx"),
  },
  {
    path: "/leaflets",
    word: "leaflets",
    icon: bookOpen,
    roles: PEOPLE,
    key: "l",
    badge: reviewsBadge,
    load: () => import("./leaflets/LeafletsPage.tsx"),
  },
  {
    path: "/leaflets/:id",
    word: "leaflets",
    roles: ["adviser", "district"],
    load: () => import("./leaflets/LeafletPage.tsx"),
  },
  {
    path: "/events",
    word: "whatsOn",
    icon: calendar,
    roles: PEOPLE,
    key: "o",
    badge: waitingBadge("event"),
    load: () => import("./events/WhatsOnPage.tsx"),
  },
  { path: "/events/:id", word: "whatsOn", roles: PEOPLE, load: () => import("./events/EventPage.tsx") },
  {
    path: "/notices",
    word: "notices",
    icon: megaphone,
    roles: PEOPLE,
    key: "n",
    badge: waitingBadge("notice"),
    load: () => import("./notices/NoticesPage.tsx"),
  },
  { path: "/notices/:id", word: "notices", roles: PEOPLE, load: () => import("./notices/NoticePage.tsx") },
  {
    path: "/calls",
    word: "calls",
    icon: phone,
    roles: PEOPLE,
    key: "t",
    badge: {
      command: "listCalls",
      input: {},
      topics: ["calls"],
      count: ({ calls }: CallQueue) =>
        calls.filter(({ state: { state } }) => state === "waiting" || state === "ringing").length,
      urgent: true,
    },
    load: () => import("./calls/CallsPage.tsx"),
  },
  {
    path: "/calls/settings",
    word: "calls",
    roles: ["adviser", "district"],
    load: () => import("./calls/SettingsPage.tsx"),
  },
  { path: "/calls/report", word: "calls", roles: PEOPLE, load: () => import("./calls/ReportPage.tsx") },
  {
    path: "/websites",
    word: "websites",
    icon: globe,
    roles: ["adviser", "district"],
    key: "w",
    load: () => import("./websites/WebsitesPage.tsx"),
  },
  {
    path: "/websites/:id",
    word: "websites",
    roles: ["adviser", "district"],
    load: () => import("./websites/WebsitePage.tsx"),
  },
  {
    path: "/screens",
    word: "screens",
    icon: tv,
    roles: PEOPLE,
    key: "d",
    badge: {
      command: "listScreens",
      input: {},
      topics: ["screens", "pairScreen", "unpairScreen", "powerScreen"],
      count: (screens: readonly ScreenReport[]) =>
        screens.filter(({ presence }) => presence === "missing").length,
      urgent: true,
    },
    load: () => import("./screens/ScreensPage.tsx"),
  },
  {
    path: "/use",
    word: "use",
    icon: chart,
    roles: PEOPLE,
    key: "u",
    load: () => import("./uses/UsePage.tsx"),
  },
  {
    path: "/employers",
    word: "employers",
    icon: briefcase,
    roles: PEOPLE,
    key: "e",
    load: () => import("./vacancies/EmployersPage.tsx"),
  },
  {
    path: "/reach",
    word: "reach",
    icon: bus,
    roles: PEOPLE,
    key: "r",
    load: () => import("./vacancies/ReachPage.tsx"),
  },
  {
    path: "/bring",
    word: "bring",
    icon: fileUp,
    roles: ["adviser", "district"],
    key: "i",
    load: () => import("./sources/BringPage.tsx"),
  },
  {
    path: "/sources",
    word: "sources",
    icon: rss,
    roles: ["district"],
    key: "s",
    load: () => import("./sources/SourcesPage.tsx"),
  },
  {
    path: "/centres",
    word: "centres",
    icon: house,
    roles: ["district"],
    key: "c",
    load: () => import("./centres/CentresPage.tsx"),
  },
  {
    path: "/centres/:slug",
    word: "centres",
    roles: ["district"],
    load: () => import("./centres/CentrePage.tsx"),
  },
  {
    path: "/new-centre",
    word: "centres",
    roles: ["district"],
    load: () => import("./centres/CentrePage.tsx"),
  },
  {
    path: "/people",
    word: "people",
    icon: users,
    roles: ["district"],
    key: "p",
    load: () => import("./people/PeoplePage.tsx"),
  },
  {
    path: "/history",
    word: "history",
    icon: history,
    roles: ["adviser", "district"],
    key: "h",
    load: () => import("./history/HistoryPage.tsx"),
  },
  {
    path: "/messages",
    word: "messages",
    icon: mailCheck,
    roles: ["district"],
    key: "g",
    load: () => import("./messages/MessagesPage.tsx"),
  },
  {
    path: "/account",
    word: "account",
    icon: user,
    roles: PEOPLE,
    key: "a",
    load: () => import("./people/AccountPage.tsx"),
  },
  {
    path: "/print/leaflet/:centre/:id/:language?",
    word: "print",
    roles: PEOPLE,
    load: () => import("./leaflets/PrintPage.tsx"),
  },
  {
    path: "/print/:what/:centre/:id?",
    word: "print",
    roles: PEOPLE,
    load: () => import("./vacancies/PrintPage.tsx"),
  },
];
