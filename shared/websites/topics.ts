/** What websites are about, in the order in which a kiosk shows them. */
export const TOPICS = [
  "work",
  "training",
  "childcare",
  "money",
  "family",
  "health",
  "housing",
  "language",
  "rights",
] as const;
export type Topic = (typeof TOPICS)[number];
