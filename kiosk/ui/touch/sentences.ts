/** Cuts a part of a page into sentences, each in the language that it is in, and tells where it stands. */
import { LONGEST_SENTENCE } from "#shared/sounds/rules.ts";

export interface Sentence {
  readonly language: string;
  readonly words: string;
  /** Where it is on the glass, to be marked while it is spoken. */
  readonly range: Range;
}

/** Text that is read in one breath: of one language, with nothing between. */
interface Run {
  readonly language: string;
  readonly nodes: Text[];
  text: string;
}

export function sentencesOf(part: HTMLElement): readonly Sentence[] {
  return runsOf(part).flatMap((run) => piecesOf(run).map((piece) => sentence(run, piece)));
}

function runsOf(part: HTMLElement): readonly Run[] {
  const runs: Run[] = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const language = node.parentElement!.closest<HTMLElement>("[lang]")?.lang || "en";
    const last = runs.at(-1);
    if (last && last.language === language && !stands(last, node)) {
      last.nodes.push(node);
      last.text += node.data;
    } else runs.push({ language, nodes: [node], text: node.data });
  }
  return runs;
}

/** Whether it stands by itself: two boxes side by side, whose words no space parts. */
function stands({ nodes, text }: Run, next: Text): boolean {
  const other = nodes.at(-1)!.parentElement !== next.parentElement;
  return other && /[\p{L}\p{N}]$/u.test(text) && /^[\p{L}\p{N}£]/u.test(next.data);
}

/** From where to where in the text. */
type Piece = readonly [from: number, to: number];

function piecesOf({ language, text }: Run): readonly Piece[] {
  const whole = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
  const pieces: Piece[] = [];
  for (const { index, segment } of whole) {
    let from = index;
    const end = index + segment.length;
    while (end - from > LONGEST_SENTENCE) {
      const cut = breathIn(text.slice(from, from + LONGEST_SENTENCE));
      pieces.push([from, from + cut]);
      from += cut;
    }
    pieces.push([from, end]);
  }
  return pieces.filter(([from, to]) => /[\p{L}\p{N}]/u.test(text.slice(from, to)));
}

/** Where one would draw breath: after the last comma or the like, else between words. */
function breathIn(text: string): number {
  const comma = Math.max(...[...",;:،؛।"].map((sign) => text.lastIndexOf(sign)));
  const at = comma > text.length / 3 ? comma : text.lastIndexOf(" ");
  return at > 0 ? at + 1 : text.length;
}

function sentence({ language, nodes, text }: Run, [from, to]: Piece): Sentence {
  const range = document.createRange();
  let at = 0;
  for (const node of nodes) {
    const end = at + node.length;
    if (from >= at && from < end) range.setStart(node, from - at);
    if (to > at && to <= end) range.setEnd(node, to - at);
    at = end;
  }
  return { language, words: text.slice(from, to).replace(/\s+/g, " ").trim(), range };
}
