/** The build that runs here: a fingerprint of the pages' sources, which Vite puts in (vite.config.ts). */
export const APP: string = import.meta.env.SIGNPOST_APP ?? "unbuilt";
