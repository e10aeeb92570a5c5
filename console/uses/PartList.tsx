/** A whole by its parts, the largest first; those that are too few to be told stand together. */
import type { Parts } from "#shared/uses/figures.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.uses.en.json";
import { Bars } from "../ui/Bars.tsx";

const say = sayer(catalogue);
const MOST = 10;

interface Props {
  readonly title: string;
  readonly parts: Parts;
  nameOf(key: string): string;
}

export function PartList({ title, parts, nameOf }: Props) {
  const sorted = Object.entries(parts.named).toSorted(([, one], [, other]) => other - one);
  const rest = sorted.slice(MOST).reduce((sum, [, count]) => sum + count, parts.others);
  const bars = sorted.slice(0, MOST).map(([key, value]) => ({ word: nameOf(key), value }));
  return (
    <Bars title={title} unit="" bars={rest > 0 ? [...bars, { word: say("others"), value: rest }] : bars} />
  );
}
