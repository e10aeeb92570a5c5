// The far end of a program that a benchmark started (program.ts). JavaScript, since what strips types in Node takes
// memory and time, and these are measured.

/** Milliseconds of a clock that all processes on this machine share and that nobody sets. */
export function monotonic() {
  return Number(process.hrtime.bigint()) / 1e6;
}

/**
 * Answers the questions of the benchmark.
 * @param {Readonly<Record<string, (input: never) => unknown>>} answers by question; others' questions are left to them
 */
export function answer(answers) {
  process.on("message", (/** @type {import("./program.ts").Question} */ { number, question, input }) => {
    const act = answers[question];
    if (!act) return;
    Promise.resolve(act(/** @type {never} */ (input))).then(
      (value) => process.send?.({ number, answer: value }),
      (error) => process.send?.({ number, failed: String(error) }),
    );
  });
  // Where the benchmark has died, nobody needs this program any more.
  process.once("disconnect", () => process.exit());
}
