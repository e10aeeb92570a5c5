/** The tables of what is read by itself; of one piece with `tables.ts`. */
export interface SourceTables {
  /** Where vacancies are read from by themselves. */
  source: {
    id: string;
    revision: number;
    body: string;
    /** The key its owner was given: it is handed to nobody but the source. */
    secret: string | null;
    due: string | null;
    /** What the last reading left for the next one. */
    memory: string;
    changed: string;
    changed_by: string;
  };
  source_run: {
    source: string;
    at: string;
    body: string;
  };
  /** Which record of a source became which vacancy; the same job from two sources has two rows. */
  source_record: {
    source: string;
    key: string;
    vacancy: string;
    /** Fingerprint of the source's own words: while it stays, nothing is understood anew. */
    print: string;
    /** What the very same job has in every source, and what a repost of it has too. */
    same: string | null;
    like: string | null;
    /** 1: this source's words are what the vacancy says. */
    leads: number;
    first_seen: string;
    closes: string | null;
    /** Healthy readings in a row without it. */
    missed: number;
    gone: string | null;
  };
  /** What the columns of a sender's lists mean, as somebody has corrected them: known again by their names. */
  column_choice: {
    columns: string;
    fields: string;
    who: string;
    at: string;
  };
  /** Whether the page that a vacancy leads to is there: looks in a row at which it was gone. */
  link_check: {
    vacancy: string;
    url: string;
    checked: string;
    missed: number;
  };
  /** What kind of work an adviser says a title is. */
  sector_choice: {
    title: string;
    sector: string;
    who: string;
    at: string;
  };
}
