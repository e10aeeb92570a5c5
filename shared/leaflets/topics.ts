/** What leaflets are about, as a parent would name it. */
export const TOPICS = [
  "work", "childcare", "money", "training", "health", "housing", "family", "language", "rights",
] as const; // prettier-ignore

export type Topic = (typeof TOPICS)[number];
