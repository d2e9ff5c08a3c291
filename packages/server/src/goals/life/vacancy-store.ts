import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { and, ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../../platform/id.ts";
import type { Runner, Trx } from "../../platform/postgres/db.ts";

interface NewVacancy {
  readonly kpi: string;
  readonly period: string;
  readonly memberId: string;
  readonly holderId: string;
  readonly amount: Decimal;
  readonly reason: string;
  readonly by: string | null;
}

export async function insertVacancy(trx: Trx, vacancy: NewVacancy): Promise<void> {
  await trx.tables
    .insertInto("goal_vacancy")
    .values({
      id: newId(trx.now),
      kpi: vacancy.kpi,
      period: vacancy.period,
      member_id: vacancy.memberId,
      holder_id: vacancy.holderId,
      amount: vacancy.amount.toFixed(),
      reason: vacancy.reason,
      at: trx.now,
      by_member: vacancy.by,
      filled_at: null,
      filled_by: null,
    })
    .execute();
}

interface Row {
  id: string;
  kpi: string;
  period: string;
  member_id: string;
  left_name: string;
  holder_id: string;
  holder_name: string;
  amount: string;
  reason: string;
  at: Date;
  filled_at: Date | null;
  filled_by: string | null;
  filler_name: string | null;
}

/** @param among only what these people hold or left; everybody when null */
export async function readVacancies(
  on: Runner,
  filter: { open: boolean; cursor?: string | undefined; limit: number; id?: string },
  among: readonly string[] | null,
): Promise<Page<ReturnType<typeof toVacancy>>> {
  const member = ident(on.schema, "member");
  const where: Sql[] = [filter.open ? sql`v.filled_at is null` : sql`true`];
  if (filter.id !== undefined) where.push(sql`v.id = ${filter.id}`);
  if (among !== null) where.push(sql`(v.holder_id = any(${among}::uuid[]) or v.member_id = any(${among}::uuid[]))`);
  if (filter.cursor !== undefined) where.push(sql`v.id < ${String(readCursor(filter.cursor, 1)[0])}::uuid`);
  const rows = await on.rows<Row>(sql`select v.*, l.name as left_name, h.name as holder_name, f.name as filler_name
    from ${ident(on.schema, "goal_vacancy")} v join ${member} l on l.id = v.member_id join ${member} h on h.id = v.holder_id
    left join ${member} f on f.id = v.filled_by where ${and(where)} order by v.id desc limit ${filter.limit + 1}`);
  return pageOf(rows.map(toVacancy), filter.limit, ({ id }) => [id]);
}

export async function lockVacancy(trx: Trx, id: string) {
  const row = await trx.tables
    .selectFrom("goal_vacancy")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, amount: decimal(row.amount) };
}

export async function closeVacancy(trx: Trx, id: string, by: string): Promise<void> {
  await trx.tables
    .updateTable("goal_vacancy")
    .set({ filled_at: trx.now, filled_by: by })
    .where("id", "=", id)
    .execute();
}

function toVacancy(row: Row) {
  return {
    id: row.id,
    kpi: row.kpi,
    period: row.period,
    left: { id: row.member_id, name: row.left_name },
    holder: { id: row.holder_id, name: row.holder_name },
    amount: row.amount,
    reason: row.reason,
    at: row.at.toISOString(),
    filled:
      row.filled_at === null || row.filled_by === null
        ? null
        : { at: row.filled_at.toISOString(), by: { id: row.filled_by, name: row.filler_name ?? "" } },
  };
}
