/** The tables of approved websites and of what guards kiosks. */
export interface WebsiteTables {
  /** One row: what signs the kiosks' guard, and which build of it has which version. */
  guard: {
    id: number;
    /** Encrypted under the hub's secret. */
    key: string;
    digest: string;
    version: string;
  };
  /** Hosts that kiosks refused to open: how often, and when last (a day). */
  refused_host: {
    centre: string;
    host: string;
    times: number;
    last: string;
  };
  /** How much a centre's kiosks used a website, by day; never which pages. */
  website_use: {
    day: string;
    centre: string;
    website: string;
    connections: number;
    kilobytes: number;
  };
}
