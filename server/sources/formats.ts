/** The forms that a source may be set to, by name: the hub knows only the names, its reading process the forms. */
export const FORMATS: readonly string[] = [
  "teaching-vacancies", "nhs-jobs", "display-advert", "civil-service", "find-a-job", "jobposting", "rss", "atom",
  "broadbean", "vacancyposter", "ventrus", "oleeo", "indeed", "careerjet", "carehome", "job-xml", "fusion",
  "adzuna", "reed", "job-json", "csv", "html-table", "icalendar", "open-referral", "schema-event", "markdown", "govuk",
]; // prettier-ignore
