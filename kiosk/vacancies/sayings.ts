/** What the choices of the search are called. */
import type { Saying, Speech } from "#kiosk/language/speech.ts";
import type { Asked, ChipName, Far, Order } from "./search/choices.ts";

export function chipWords(speech: Speech, chip: ChipName): string {
  switch (chip) {
    case "no-car":
      return speech.t("chip.no-car");
    case "training":
      return speech.say("job.training");
    case "no-experience":
      return speech.say("job.no-experience");
    default:
      return speech.say(`pattern.${chip}`);
  }
}

export const FAR_WORDS: Readonly<Record<Far, Saying>> = {
  foot: "jobs.far-foot",
  bus: "jobs.far-bus",
  half: "jobs.far-half",
};

export const ORDER_WORDS: Readonly<Record<Order, Saying>> = {
  near: "jobs.near",
  new: "jobs.new",
  "best-paid": "jobs.best-paid",
};

/** Nothing is said of the order where the words decide it. */
export function orderWords(speech: Speech, { order, words }: Asked): string {
  if (order === null && words.trim() !== "") return speech.t("jobs.best-fit");
  return speech.t(ORDER_WORDS[order ?? "near"]);
}
