/** Every form that can be read, one line each. */
import { adzuna } from "./adzuna.ts";
import { civilService } from "./civilservice.ts";
import { ical } from "./calendar/ical.ts";
import { csv } from "./csv.ts";
import { displayAdvert } from "./displayadvert.ts";
import { atom, rss } from "./feed.ts";
import { findAJob } from "./findajob.ts";
import { htmlTable } from "./htmltable.ts";
import { jobBoards } from "./jobboards.ts";
import { fusion, jobJson } from "./jobjson.ts";
import { jobposting } from "./jobposting.ts";
import { oruk } from "./oruk.ts";
import { nhsJobs } from "./nhsjobs.ts";
import { reed } from "./reed.ts";
import { schemaEvent } from "./schemaevent.ts";
import { teachingVacancies } from "./teachingvacancies.ts";
import type { Reader } from "./reading.ts";

export const READERS: readonly Reader[] = [
  csv,
  htmlTable,
  jobposting,
  teachingVacancies,
  nhsJobs,
  displayAdvert,
  civilService,
  findAJob,
  rss,
  atom,
  ...jobBoards,
  adzuna,
  reed,
  fusion,
  jobJson,
  ical,
  oruk,
  schemaEvent,
];
