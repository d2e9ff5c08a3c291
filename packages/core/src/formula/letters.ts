import { type Sql, sql } from "../platform/sql.ts";

const SMALL = spread([0x61, 0x7a], [0xe0, 0xf6], [0xf8, 0xfe], [0xff41, 0xff5a]);
const CAPITAL = spread([0x41, 0x5a], [0xc0, 0xd6], [0xd8, 0xde], [0xff21, 0xff3a]);

/**
 * Case of Latin letters (with accents of Western Europe, and full-width). PostgreSQL's own lower() depends on the
 * database's locale, so it could differ between two installations and from the browser.
 */
export function capitals(text: string): string {
  return translate(text, SMALL, CAPITAL);
}

export function smalls(text: string): string {
  return translate(text, CAPITAL, SMALL);
}

export function capitalsSql(text: Sql): Sql {
  return sql`translate(${text}, ${SMALL}::text, ${CAPITAL}::text)`;
}

export function smallsSql(text: Sql): Sql {
  return sql`translate(${text}, ${CAPITAL}::text, ${SMALL}::text)`;
}

function spread(...ranges: readonly (readonly [number, number])[]): string {
  let letters = "";
  for (const [first, last] of ranges) for (let code = first; code <= last; code++) letters += String.fromCharCode(code);
  return letters;
}

function translate(text: string, from: string, to: string): string {
  return [...text].map((char) => to[from.indexOf(char)] ?? char).join("");
}
