/** Something that the hub was given cannot be used, and the person who gave it can mend that: the message says how. */
export class Unusable extends Error {}
