import { fileURLToPath } from "node:url";

/** The folder of the repository, without a slash at the end. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

/** What went wrong in words that the person at the keyboard can act on; `task` prints it without a stack. */
export class Unready extends Error {
  /** @param {string} message @param {number} [status] */
  constructor(message, status = 1) {
    super(message);
    this.status = status;
  }
}

/** Tells the person at the keyboard; standard output belongs to what was asked for. @param {string} message */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/**
 * Goes on only after a step that succeeded; one that a signal ended was ended on purpose and needs no advice.
 * @param {number} status exit status of the step
 * @param {string} advice
 */
export function mustSucceed(status, advice) {
  if (status > 128) throw new Unready("Stopped.", status);
  if (status !== 0) throw new Unready(advice, status);
}

/** The body of a command: an `Unready` ends it with its one line and status. @param {() => Promise<void>} body */
export async function task(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Unready)) throw error;
    say(error.message);
    process.exitCode = error.status;
  }
}
