import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { and, ident, or, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { SEARCH_COLUMN, type SearchWord, searchWords } from "@dabiao/core/records/search-terms.ts";
import { type Reader, rightOn } from "./reader.ts";

/**
 * Finds records by what was typed: the terms narrow it down by the index, then the texts that this reader may see
 * are compared, so that a field out of sight cannot be probed by searching for it.
 */
export function searchSql(reader: Reader, object: ObjectShape, typed: string, alias: string): Sql {
  const words = searchWords(typed);
  if (words.length === 0) return raw("true");
  const texts = searchableTexts(reader, object, alias);
  const named = canRead(reader, object, object.nameField);
  return and(words.map((word) => wordSql(word, texts, named, alias)));
}

function wordSql(word: SearchWord, texts: readonly Sql[], named: boolean, alias: string): Sql {
  const terms = ident(alias, SEARCH_COLUMN);
  const pattern = `%${word.text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const written = sql`(${terms} @> ${word.terms}::text[] and ${or(texts.map((text) => sql`${text} ilike ${pattern}`))})`;
  if (word.pinyin === null || !named) return written;
  return sql`(${written} or ${terms} @> ${[word.pinyin]}::text[])`;
}

/** How well the name matches: whole, at its beginning, elsewhere. */
export function searchRank(object: ObjectShape, typed: string, alias: string): Sql {
  const name = ident(alias, object.nameField);
  const start = `${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`case when lower(${name}) = lower(${typed}) then 0 when ${name} ilike ${start} then 1 else 2 end`;
}

function searchableTexts(reader: Reader, object: ObjectShape, alias: string): Sql[] {
  const fields = [...object.fields.values()].filter((field) => field.type.searchable && field.column !== null);
  return fields
    .filter(({ key }) => canRead(reader, object, key))
    .map(({ column, key }) => sql`${ident(alias, column ?? key)}::text`);
}

function canRead(reader: Reader, object: ObjectShape, key: string): boolean {
  if (reader.trusted) return true;
  const right = rightOn(reader, object, key);
  return right === "read" || right === "write";
}
