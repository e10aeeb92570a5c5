/** What of a job's title names the work. */

/** Without grade, hours, place and the rest that stands in titles and says nothing of the work. */
export function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/\b(?:level|grade|band|scale|scp|njc|ks|key stage|year|ref(?:erence)?:?)\s*[\da-z]{1,4}(?:\s*(?:-|to|\/)\s*[\da-z]{1,4})?\b/g, " ")
    .replace(/\b(?:full|part)[\s-]?time\b|\bterm[\s-]?time(?: only)?\b|\btto\b|\bpermanent\b|\btemporary\b|\bfixed[\s-]term\b|\bcasual\b|\bbank\b|\brelief\b|\bmaternity cover\b|\bcover\b(?! supervisor)|\burgent(?:ly)?\b|\bimmediate start\b|\bwanted\b|\brequired\b|\bx\s?\d+\b|\d+(?:\.\d+)?\s*(?:hours?|hrs?|h)(?:\s*(?:per|a|\/)\s*week| pw)?\b|£[\d,.]+\S*/g, " ")
    .replace(/\s(?:in|at|based in|near|for)\s.*$/, " ")
    .replace(/\s[-–—|:]\s.*$/, (rest) => (/[a-z]{3}/.test(title.slice(0, title.length - rest.length)) ? " " : rest))
    .replace(/\s+/g, " ")
    .trim();
} // prettier-ignore
