import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";

export interface NewAdjustment {
  readonly sheetId: string;
  readonly partId: string | null;
  readonly kind: "recomputation" | "appeal";
  readonly item: string | null;
  readonly field: "actual" | "target" | "score" | "total" | "grade";
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string;
  readonly by: string | null;
}

/** Posts differences; what they differ from is never touched (C-27). */
export async function insertAdjustments(trx: Trx, adjustments: readonly NewAdjustment[]): Promise<string[]> {
  if (adjustments.length === 0) return [];
  const of = <Value>(read: (each: NewAdjustment) => Value) => adjustments.map(read);
  const ids = of(() => newId(trx.now));
  await trx.rows(sql`insert into ${ident(trx.schema, "appraisal_adjustment")}
      (id, sheet_id, part_id, at, kind, item, field, before_value, after_value, difference, reason, by_member)
    select g.* from (select g.id, g.sheet, g.part, ${trx.now}::timestamptz, g.kind, g.item, g.field, g.before, g.after, g.difference,
      g.reason, g.by from unnest(${ids}::uuid[], ${of(({ sheetId }) => sheetId)}::uuid[], ${of(({ partId }) => partId)}::uuid[],
      ${of(({ kind }) => kind)}::text[], ${of(({ item }) => item)}::text[], ${of(({ field }) => field)}::text[],
      ${of(({ before }) => before)}::text[], ${of(({ after }) => after)}::text[], ${of(difference)}::numeric[],
      ${of(({ reason }) => reason)}::text[], ${of(({ by }) => by)}::uuid[])
      as g (id, sheet, part, kind, item, field, before, after, difference, reason, by)) g`);
  await trx.rows(sql`update ${ident(trx.schema, "appraisal_sheet")} set flags = array_append(flags, 'adjusted'), version = version + 1
    where id = any(${[...new Set(of(({ sheetId }) => sheetId))]}::uuid[]) and not ('adjusted' = any(flags))`);
  return ids;
}

function difference({ field, before, after }: NewAdjustment): string | null {
  return field === "grade" || before === null || after === null ? null : decimal(after).minus(before).toFixed();
}
