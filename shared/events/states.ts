/** What may be said of an adviser's session on its day. */
export const presenceStates = ["here", "gone", "not-coming"] as const;

/** How hard a course is, by what it asks for: levels of qualifications in England, Wales and Northern Ireland. */
export const COURSE_LEVELS = ["beginners", "entry", "1", "2", "3"] as const;
