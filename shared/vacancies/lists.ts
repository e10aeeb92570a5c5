/** The words a vacancy is sorted by. Apart from the schema, so that a page that names them carries no schema library. */

/** Plain kinds of work, as a parent would name them. */
export const SECTORS = [
  "care", "childcare", "schools", "health", "shops", "food", "cleaning", "offices", "customers",
  "driving", "warehouses", "factories", "trades", "outdoors", "computing", "leisure", "other",
] as const; // prettier-ignore

export const PATTERNS = [
  "full-time", "part-time", "term-time", "school-hours", "evenings", "weekends", "nights", "flexible",
  "job-share", "from-home",
] as const; // prettier-ignore

export const CONTRACTS = [
  "permanent", "fixed-term", "temporary", "casual", "apprenticeship", "volunteer",
] as const; // prettier-ignore

export type Sector = (typeof SECTORS)[number];
export type Pattern = (typeof PATTERNS)[number];
export type Contract = (typeof CONTRACTS)[number];
