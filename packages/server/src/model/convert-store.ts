import type { FieldBody } from "@dabiao/core/model/object.ts";
import { ident, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { columnText, convertValue } from "./convert.ts";

const BATCH = 2_000;
const EXAMPLES = 5;

export interface Conversion {
  readonly object: string;
  readonly before: FieldBody;
  readonly after: FieldBody;
  readonly from: string;
  readonly to: string;
  readonly toType: string;
}

export interface ConversionResult {
  readonly rows: number;
  readonly failed: number;
  readonly examples: readonly { readonly value: string; readonly code: string }[];
}

/**
 * Fills the new column from the old one, batch by batch in the order of ids. Values that do not convert stay empty
 * and are counted.
 *
 * @param since only rows changed at or after this moment: the last round, while nobody may write
 */
export async function convertRows(
  on: Runner & { readonly zone: string },
  conversion: Conversion,
  options: { readonly since?: Date; readonly progress?: (rows: number) => Promise<void> } = {},
): Promise<ConversionResult> {
  const changed: Sql = options.since ? sql`and updated_at >= ${options.since}` : sql``;
  const result = { rows: 0, failed: 0, examples: [] as { value: string; code: string }[] };
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await on.rows<{ id: string; value: unknown }>(sql`
      select id, ${ident(conversion.from)} as value from ${ident(on.schema, conversion.object)}
      where id > ${after} ${changed} order by id limit ${BATCH}`);
    const written = rows.map(({ id, value }) => ({ id, text: textOf(on.zone, conversion, value, result) }));
    await writeTexts(on, conversion, written);
    result.rows += rows.length;
    await options.progress?.(result.rows);
    if (rows.length < BATCH) return result;
    after = rows.at(-1)?.id ?? after;
  }
}

/** What a conversion would do, on at most `limit` values, without doing it. */
export async function tryConversion(
  on: Runner & { readonly zone: string },
  conversion: Pick<Conversion, "object" | "before" | "after" | "from">,
  limit: number,
): Promise<ConversionResult> {
  const rows = await on.rows<{ value: unknown }>(sql`
    select ${ident(conversion.from)} as value from ${ident(on.schema, conversion.object)}
    where ${ident(conversion.from)} is not null order by id limit ${limit}`);
  const result = { rows: rows.length, failed: 0, examples: [] as { value: string; code: string }[] };
  for (const { value } of rows) textOf(on.zone, { ...conversion, to: "", toType: "text" }, value, result);
  return result;
}

function textOf(
  zone: string,
  { before, after, toType }: Conversion,
  value: unknown,
  result: { failed: number; examples: { value: string; code: string }[] },
): string | null {
  if (value === null) return null;
  const converted = convertValue(before, after, value, zone);
  if (converted.ok) return columnText(converted.value, toType);
  result.failed += 1;
  if (result.examples.length < EXAMPLES) {
    result.examples.push({ value: String(value).slice(0, 80), code: converted.issue.code });
  }
  return null;
}

async function writeTexts(
  on: Runner,
  conversion: Conversion,
  rows: readonly { id: string; text: string | null }[],
): Promise<void> {
  if (rows.length === 0) return;
  await on.rows(sql`
    update ${ident(on.schema, conversion.object)} t
    set ${ident(conversion.to)} = v.value::${raw(conversion.toType)}
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ text }) => text)}::text[]) as v(id, value)
    where t.id = v.id`);
}
