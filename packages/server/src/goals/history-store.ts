import type { TargetEvent } from "@dabiao/core/goals/target.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";
import type { Place } from "./place.ts";

interface EventRow extends Omit<TargetEvent, "at" | "before" | "after"> {
  readonly at: Date;
}

/** A place's acts, the newest first. Ids are made in the order of time. */
export async function readHistory(
  on: Runner,
  kpi: string,
  place: Place,
  page: { cursor?: string | undefined; limit: number },
): Promise<Page<TargetEvent>> {
  const before = page.cursor === undefined ? raw("") : sql` and p.id < ${readCursor(page.cursor, 1)[0]}::uuid`;
  const rows = await on.rows<EventRow>(sql`
    select p.id, p.at, p.by_member as "memberId", p.kind, p.reason, sum(e.amount)::text as amount,
      null as "from", null as "planVersion"
    from ${ident(on.schema, "target_entry")} e join ${ident(on.schema, "target_posting")} p on p.id = e.posting_id
    where e.kpi = ${kpi} and e.subject_kind = ${place.kind} and e.subject_id = ${place.id} and e.period = ${place.period} and e.account = 'target'${before}
    group by p.id order by p.id desc limit ${raw(String(page.limit + 1))}`);
  return pageOf(
    rows.map((row) => ({ ...row, at: row.at.toISOString(), before: "0", after: row.amount })),
    page.limit,
    ({ id }) => [id],
  );
}

/** @param by who locks it; undefined unlocks */
export async function setLock(trx: Trx, kpi: string, place: Place, by: string | null | undefined): Promise<void> {
  await trx.tables
    .updateTable("target_node")
    .set((row) => ({
      locked_at: by === undefined ? null : trx.now,
      locked_by: by ?? null,
      version: row("version", "+", 1),
    }))
    .where("kpi", "=", kpi)
    .where("subject_kind", "=", place.kind)
    .where("subject_id", "=", place.id)
    .where("period", "=", place.period)
    .execute();
}
