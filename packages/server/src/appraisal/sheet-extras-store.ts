import type { Adjustment, Appeal, Signature } from "@dabiao/core/appraisal/sheet.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import type { Runner } from "../platform/postgres/db.ts";

/** Lists of a sheet that never leave it, longest first. */
const LIST_MAX = 500;

interface Named {
  readonly at: Date;
}

const instant = <Row extends Named>({ at, ...row }: Row) => ({ ...row, at: at.toISOString() });

/** What belongs to a sheet. */
type Of<Value> = Value & { sheetId: string };

/** Signatures of sheets, oldest first. */
export async function readSignatures(on: Runner, sheetIds: readonly string[]): Promise<Of<Signature>[]> {
  const rows = await on.rows<Of<Omit<Signature, "at">> & Named>(sql`
    select g.sheet_id as "sheetId", g.kind, g.by_member as by, m.name, g.at, g.hash, g.reason from ${ident(on.schema, "appraisal_signature")} g
    join ${ident(on.schema, "member")} m on m.id = g.by_member where g.sheet_id = any(${sheetIds}::uuid[]) order by g.at, g.id
    limit ${LIST_MAX * sheetIds.length}`);
  return rows.map(instant);
}

/** Appeals of sheets, oldest first. */
export async function readAppeals(on: Runner, sheetIds: readonly string[]): Promise<Of<Appeal>[]> {
  const rows = await on.rows<Of<Omit<Appeal, "at" | "decidedAt">> & Named & { decidedAt: Date | null }>(sql`
    select a.id, a.sheet_id as "sheetId", a.at, a.state, a.reason, a.handler_id as "handlerId", coalesce(m.name, '') as handler, a.answer,
      a.decided_at as "decidedAt"
    from ${ident(on.schema, "appraisal_appeal")} a left join ${ident(on.schema, "member")} m on m.id = a.handler_id
    where a.sheet_id = any(${sheetIds}::uuid[]) order by a.at, a.id limit ${LIST_MAX * sheetIds.length}`);
  return rows.map((row) => ({ ...instant(row), decidedAt: row.decidedAt?.toISOString() ?? null }));
}

/** Adjustments of sheets, oldest first; labels of items come from the cards. */
export async function readAdjustments(
  on: Runner,
  sheetIds: readonly string[],
  labels: ReadonlyMap<string, LocalText>,
): Promise<(Adjustment & { sheetId: string; partId: string | null })[]> {
  const rows = await on.rows<Omit<Adjustment, "at" | "label"> & Named & { sheetId: string; partId: string | null }>(sql`
    select a.id, a.sheet_id as "sheetId", a.part_id as "partId", a.at, a.kind, a.item, a.field, a.before_value as before,
      a.after_value as after, a.difference::text, a.reason, m.name as by
    from ${ident(on.schema, "appraisal_adjustment")} a left join ${ident(on.schema, "member")} m on m.id = a.by_member
    where a.sheet_id = any(${sheetIds}::uuid[]) order by a.at, a.id`);
  return rows.map((row) => ({ ...instant(row), label: row.item === null ? null : (labels.get(row.item) ?? null) }));
}
