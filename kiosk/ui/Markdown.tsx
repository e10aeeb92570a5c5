/**
 * A leaflet's text as elements. Only what a leaflet may hold is drawn: HTML in it stays letters, and an
 * address is written out, since nothing on a kiosk leads away from it.
 */
import type { Token, Tokens } from "marked";
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { hostOf } from "./hostOf.ts";

type Lexer = (text: string) => Token[];
let lexer: Lexer | null = null;

/** Loaded with the first leaflet that is opened. */
export function Markdown({ text }: { readonly text: string }) {
  const [, ready] = useState(lexer !== null);
  useEffect(() => {
    if (lexer) return;
    void import("marked").then(({ lexer: read }) => {
      lexer = read;
      ready(true);
    });
  }, []);
  return <div class="leaflet-text">{lexer && lexer(text).map(block)}</div>;
}

function block(token: Token, key: number): ComponentChildren {
  switch (token.type) {
    case "heading": {
      const Heading = token["depth"] > 2 ? "h3" : "h2";
      return <Heading key={key} data-read>{inline(token)}</Heading>; // prettier-ignore
    }
    case "paragraph":
    case "text":
      return (
        <p key={key} data-read>
          {inline(token)}
        </p>
      );
    case "list": {
      const { ordered, items } = token as Tokens.List;
      const List = ordered ? "ol" : "ul";
      return (
        <List key={key}>
          {items.map((item, at) => (
            <li key={at} data-read>
              {inline(item)}
            </li>
          ))}
        </List>
      );
    }
    case "blockquote":
      return <blockquote key={key}>{(token as Tokens.Blockquote).tokens.map(block)}</blockquote>;
    case "hr":
    case "space":
    case "def":
      return null;
    case "table":
      return <Table key={key} table={token as Tokens.Table} />;
    default:
      return (
        <p key={key} data-read>
          {token.raw.trim()}
        </p>
      );
  }
}

function Table({ table }: { readonly table: Tokens.Table }) {
  return (
    <table>
      <thead>
        <tr>{table.header.map((cell, at) => <th key={at}>{inline(cell)}</th>)}</tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={at}>{row.map((cell, column) => <td key={column}>{inline(cell)}</td>)}</tr>
        ))}
      </tbody>
    </table>
  ); // prettier-ignore
}

/** What stands within a line. */
function inline(token: { readonly tokens?: Token[]; readonly text?: string }): ComponentChildren {
  return token.tokens ? token.tokens.map(span) : (token.text ?? "");
}

function span(token: Token, key: number): ComponentChildren {
  switch (token.type) {
    case "strong":
      return <strong key={key}>{inline(token)}</strong>;
    case "em":
      return <em key={key}>{inline(token)}</em>;
    case "br":
      return <br key={key} />;
    case "link":
      return (
        <span key={key}>
          {inline(token)} <bdi class="address">{hostOf(String(token["href"]))}</bdi>
        </span>
      );
    case "image":
      return token["text"];
    case "text":
    case "paragraph":
      return inline(token);
    default:
      return "text" in token ? String(token["text"]) : token.raw;
  }
}
