/** Clean HTML as the Markdown that a leaflet is kept in. It knows the tags that cleaning leaves, and no others. */
import { load } from "cheerio/slim";

type Api = ReturnType<typeof load>;
type Node = ReturnType<Api["root"]>[0]["childNodes"][number];

export function toMarkdown(html: string): string {
  const $ = load(html, null, false);
  return blocks($.root()[0]!.childNodes, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** Far deeper than any list in a leaflet. */
const DEEPEST = 40;

function blocks(nodes: readonly Node[], indent: string, depth = 0): string {
  if (depth > DEEPEST) return "";
  return nodes.map((node) => block(node, indent, depth)).join("");
}

function block(node: Node, indent: string, depth: number): string {
  if (node.type === "text") return escaped(node.data.replaceAll(/\s+/g, " "));
  if (node.type !== "tag") return "";
  const inner = (): string => blocks(node.childNodes, indent, depth + 1);
  const line = (): string => inner().replaceAll(/\s+/g, " ").trim();
  switch (node.name) {
    case "h2":
    case "h3":
    case "h4":
      return `\n\n${"#".repeat(Number(node.name[1]))} ${line()}\n\n`;
    case "p":
      return `\n\n${indent}${inner().trim()}\n\n`;
    case "ul":
    case "ol":
      return `\n\n${items(node.childNodes, indent, node.name === "ol", depth)}\n`;
    case "blockquote":
      return `\n\n> ${line()}\n\n`;
    case "strong":
      return line() ? `**${line()}**` : "";
    case "em":
      return line() ? `*${line()}*` : "";
    case "br":
      return `  \n${indent}`;
    case "hr":
      return "\n\n---\n\n";
    case "a":
      return linked(line(), node.attribs["href"]);
    case "table":
      return `\n\n${table(node)}\n\n`;
    default:
      return inner();
  }
}

function items(nodes: readonly Node[], indent: string, numbered: boolean, depth: number): string {
  let number = 0;
  const lines = nodes.flatMap((node) => {
    if (node.type !== "tag" || node.name !== "li") return [];
    number += 1;
    const mark = numbered ? `${number}. ` : "- ";
    const within = indent + " ".repeat(mark.length);
    const text = blocks(node.childNodes, within, depth + 1).replaceAll(/\n{2,}/g, "\n").trim(); // prettier-ignore
    return [`${indent}${mark}${text}`];
  });
  return lines.join("\n");
}

/** Without a header row the first one is it: Markdown's tables have one always. */
function table(node: Node): string {
  const rows = cellsOf(node);
  const width = Math.max(...rows.map((row) => row.length), 0);
  if (width === 0) return "";
  const lines = rows.map(
    (row) => `| ${Array.from({ length: width }, (_cell, index) => row[index] ?? "").join(" | ")} |`,
  );
  return [lines[0], `|${" --- |".repeat(width)}`, ...lines.slice(1)].join("\n");
}

function cellsOf(node: Node): readonly (readonly string[])[] {
  if (node.type !== "tag") return [];
  if (node.name !== "tr") return node.childNodes.flatMap(cellsOf);
  const cells = node.childNodes.filter((child) => child.type === "tag" && /^t[hd]$/.test(child.name));
  return [
    cells.map((cell) =>
      block(cell, "", DEEPEST - 5)
        .replaceAll(/\s+/g, " ")
        .replaceAll("|", "\\|")
        .trim(),
    ),
  ];
}

function linked(words: string, href: string | undefined): string {
  if (!words) return "";
  return href
    ? `[${words.replaceAll(/[[\]]/g, "\\$&")}](<${href.replaceAll(/[<>\s]/g, encodeURIComponent)}>)`
    : words;
}

/** What would be a mark of Markdown's own at its place. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_<>]/g, "\\$&").replace(/^(\s*)([#+-]|\d+\.)(?=\s)/, "$1\\$2");
}
