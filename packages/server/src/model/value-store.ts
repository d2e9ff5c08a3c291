import { ident, join, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

/** Counts are exact up to this many, and "more" past it. */
export const COUNT_MAX = 10_000;

/** How many live records have a value in the column, counted up to `COUNT_MAX` + 1. */
export async function countValues(on: Runner, object: string, column: string): Promise<number> {
  return countOf(
    on,
    sql`select 1 from ${ident(on.schema, object)} where ${ident(column)} is not null and deleted_at is null limit ${COUNT_MAX + 1}`,
  );
}

/** How many records, also deleted ones, hold one of these options. */
export async function countOptions(
  on: Runner,
  object: string,
  column: string,
  options: readonly string[],
  many: boolean,
): Promise<number> {
  const holds = many ? sql`${ident(column)} && ${options}::text[]` : sql`${ident(column)} = any(${options}::text[])`;
  return countOf(on, sql`select 1 from ${ident(on.schema, object)} where ${holds} limit ${COUNT_MAX + 1}`);
}

/** One value, or one set of values, that live records repeat. */
export async function findRepeated(on: Runner, object: string, columns: readonly string[]): Promise<string | null> {
  const listed = join(columns.map((column) => ident(column)));
  const known = join(
    columns.map((column) => sql`${ident(column)} is not null`),
    " and ",
  );
  const [row] = await on.rows<Record<string, unknown>>(sql`
    select ${listed} from ${ident(on.schema, object)} where deleted_at is null and ${known}
    group by ${listed} having count(*) > 1 limit 1`);
  return row ? Object.values(row).map(String).join(" · ") : null;
}

/** Empties a column in batches, so that no statement holds many rows; the count of rows emptied. */
export async function clearColumn(on: Runner, object: string, column: string, batch = 5_000): Promise<number> {
  let cleared = 0;
  for (;;) {
    const rows = await on.rows<{ id: string }>(sql`
      with batch as (select id from ${ident(on.schema, object)} where ${ident(column)} is not null limit ${batch} for update)
      update ${ident(on.schema, object)} t set ${ident(column)} = null from batch where t.id = batch.id returning t.id`);
    cleared += rows.length;
    if (rows.length < batch) return cleared;
  }
}

async function countOf(on: Runner, rows: ReturnType<typeof sql>): Promise<number> {
  const [row] = await on.rows<{ count: string }>(sql`select count(*) as count from (${rows}) found`);
  return Number(row?.count);
}
