/** What Signpost is used for. */
export interface UseTables {
  /** How often something was done at a centre within an hour; `item` and `language` "" for none. */
  use_count: {
    centre: string;
    hour: string;
    what: string;
    item: string;
    language: string;
    count: number;
  };
  /** Batches of counts that have been taken, so that none counts twice. */
  use_batch: {
    id: string;
    at: string;
  };
  /** What staff noted of what became of it; nobody is named. */
  outcome: {
    id: string;
    centre: string;
    day: string;
    what: string;
    vacancy: string | null;
    who: string;
    at: string;
  };
}
