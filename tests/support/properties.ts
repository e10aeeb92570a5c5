import fc from "fast-check";

/**
 * Properties are tried on the same values each time, so that what one run has found good no other refuses.
 * `PROPERTY_SEED=…` and `PROPERTY_RUNS=…` look for more.
 */
const { PROPERTY_SEED: seed = 20_261_127, PROPERTY_RUNS: numRuns } = process.env;
fc.configureGlobal({ seed: Number(seed), ...(numRuns === undefined ? {} : { numRuns: Number(numRuns) }) });

export { fc };
