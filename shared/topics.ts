/** What leaflets and websites are about, as a parent would name it, in the order in which it is offered. */
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
