/** Searches off the main thread, so that no touch waits for it. */
import { createFinder } from "./finder.ts";
import { meaningsOf, type Dictionary, type Meanings } from "./meanings.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

let meanings: Meanings = meaningsOf([]);
let first: number | null = null;
let last = 0;
const finder = createFinder(() => meanings);

/** What cannot be had is done without. */
async function read(address: string): Promise<Dictionary> {
  try {
    return (await (await fetch(address)).json()) as Dictionary;
  } catch {
    return {};
  }
}

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.say === "put") {
    first ??= performance.now();
    finder.put(data.jobs);
    last = performance.now();
    return undefined;
  }
  if (data.say === "drop") return finder.drop(data.ids);
  if (data.say === "speak") {
    return void Promise.all(data.dictionaries.map(read)).then((dictionaries) => {
      meanings = meaningsOf(dictionaries);
    });
  }
  const began = performance.now();
  const answer = finder.ask(data.asked);
  const reply: FromWorker = {
    number: data.number,
    took: performance.now() - began,
    indexed: last - (first ?? last),
    answer,
  };
  postMessage(reply);
});
