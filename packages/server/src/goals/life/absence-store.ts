import type { Absence, NewAbsence } from "@dabiao/core/goals/absence.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { and, ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../../platform/id.ts";
import type { Runner, Trx } from "../../platform/postgres/db.ts";
import { goalRules } from "./rules.ts";
import type { AbsenceRow } from "./tables.ts";

export interface AbsenceFilter {
  readonly member?: string | undefined;
  readonly state?: Absence["state"] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

type NamedRow = AbsenceRow & { member_name: string; asked_name: string | null; decided_name: string | null };

/** Leave, the newest first. @param among only of these people; everybody when null */
export async function readAbsences(
  on: Runner,
  world: World,
  filter: AbsenceFilter,
  among: readonly string[] | null,
): Promise<Page<Absence>> {
  const where: Sql[] = [sql`true`];
  if (among !== null) where.push(sql`a.member_id = any(${among}::uuid[])`);
  if (filter.member !== undefined) where.push(sql`a.member_id = ${filter.member}`);
  if (filter.state !== undefined) where.push(sql`a.state = ${filter.state}`);
  if (filter.from !== undefined) where.push(sql`a.to_day > ${filter.from}::date`);
  if (filter.to !== undefined) where.push(sql`a.from_day < ${filter.to}::date`);
  if (filter.cursor !== undefined) where.push(sql`a.id < ${String(readCursor(filter.cursor, 1)[0])}::uuid`);
  const rows = await on.rows<NamedRow>(
    sql`${named(on)} where ${and(where)} order by a.id desc limit ${filter.limit + 1}`,
  );
  return pageOf(
    rows.map((row) => toAbsence(row, world)),
    filter.limit,
    ({ id }) => [id],
  );
}

export async function readAbsence(on: Runner, world: World, id: string): Promise<Absence | null> {
  const [row] = await on.rows<NamedRow>(sql`${named(on)} where a.id = ${id}`);
  return row ? toAbsence(row, world) : null;
}

/** The member's row stays locked, so that two spans never come to overlap. */
export async function lockedMember(trx: Trx, id: string): Promise<boolean> {
  const row = await trx.tables.selectFrom("member").select("id").where("id", "=", id).forUpdate().executeTakeFirst();
  return row !== undefined;
}

/** Another leave of that person on these days, asked for or approved. */
export async function overlapping(trx: Trx, { memberId, fromDay, toDay }: NewAbsence): Promise<AbsenceRow | undefined> {
  return await trx.tables
    .selectFrom("absence")
    .selectAll()
    .where("member_id", "=", memberId)
    .where("state", "in", ["asked", "approved"])
    .where("from_day", "<", toDay)
    .where("to_day", ">", fromDay)
    .orderBy("from_day")
    .limit(1)
    .executeTakeFirst();
}

export async function insertAbsence(
  trx: Trx,
  absence: NewAbsence,
  by: string | null,
  approved: boolean,
): Promise<string> {
  const id = newId(trx.now);
  await trx.tables
    .insertInto("absence")
    .values({
      id,
      member_id: absence.memberId,
      kind: absence.kind,
      from_day: absence.fromDay,
      to_day: absence.toDay,
      note: absence.note,
      state: approved ? "approved" : "asked",
      asked_by: by,
      asked_at: trx.now,
      decided_by: approved ? by : null,
      decided_at: approved ? trx.now : null,
      decision: "",
    })
    .execute();
  return id;
}

/** @returns whether it was still in one of these states */
export async function setAbsenceState(
  trx: Trx,
  id: string,
  from: readonly Absence["state"][],
  to: Absence["state"],
  by: string | null,
  decision: string,
): Promise<boolean> {
  const changed = await trx.tables
    .updateTable("absence")
    .set({ state: to, decided_by: by, decided_at: trx.now, decision })
    .where("id", "=", id)
    .where("state", "in", [...from])
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

function named(on: Runner): Sql {
  const member = ident(on.schema, "member");
  return sql`select a.*, m.name as member_name, b.name as asked_name, d.name as decided_name
    from ${ident(on.schema, "absence")} a join ${member} m on m.id = a.member_id
    left join ${member} b on b.id = a.asked_by left join ${member} d on d.id = a.decided_by`;
}

function toAbsence(row: NamedRow, world: World): Absence {
  const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? "" });
  return {
    id: row.id,
    member: { id: row.member_id, name: row.member_name },
    kind: row.kind,
    fromDay: row.from_day,
    toDay: row.to_day,
    note: row.note,
    state: row.state,
    askedBy: person(row.asked_by, row.asked_name),
    askedAt: row.asked_at.toISOString(),
    decidedBy: person(row.decided_by, row.decided_name),
    decidedAt: row.decided_at?.toISOString() ?? null,
    decision: row.decision,
    relieves: goalRules(world).relief.includes(row.kind),
  };
}
