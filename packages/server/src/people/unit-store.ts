import { spliceAt } from "@dabiao/core/people/timeline.ts";
import type { NewUnit, Unit, UnitChange } from "@dabiao/core/people/unit.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";
import type { Access } from "./access.ts";
import { recordAudit } from "./audit-store.ts";
import { insertUnits, rebuildPaths, touchOrganisation } from "./organisation-store.ts";
import type { UnitRow } from "./tables.ts";

const UNITS_MAX = 5_000;

/** All units as they stand today, parents before children, siblings in their order. */
export async function listUnits(on: Runner & { readonly zone: string }, now = new Date()): Promise<Unit[]> {
  return await readUnits(on, null, dayAt(now, on.zone));
}

export async function createUnit(trx: Trx, access: Access, unit: NewUnit): Promise<Unit> {
  access.demand("people.manage");
  await touchOrganisation(trx);
  await usableUnit(trx, unit.parentId, "parentId");
  if (unit.leaderId) await presentMember(trx, unit.leaderId, "leaderId");
  const id = newId(trx.now);
  await insertUnits(trx, [{ id, ...unit }]);
  await rebuildPaths(trx);
  await recordAudit(trx, access.actor, {
    kind: "unit_changed",
    subject: "unit",
    subjectId: id,
    detail: { after: unit },
  });
  return await getUnit(trx, id);
}

/** @throws Refusal `unit_not_empty` or `unit_root` for archiving */
export async function changeUnit(trx: Trx, access: Access, id: string, change: UnitChange): Promise<Unit> {
  access.demand("people.manage");
  await touchOrganisation(trx);
  const before = await unitRow(trx, id);
  if (change.leaderId) await presentMember(trx, change.leaderId, "leaderId");
  if (change.archived && !before.archived) await demandEmpty(trx, before);
  const { leaderId, ...plain } = change;
  await trx.tables
    .updateTable("unit")
    .set({ ...plain, ...(leaderId === undefined ? {} : { leader_id: leaderId }), updated_at: trx.now })
    .where("id", "=", id)
    .execute();
  const { name, level, leader_id, sort, archived } = before;
  const detail = { before: { name, level, leaderId: leader_id, sort, archived }, after: change };
  await recordAudit(trx, access.actor, { kind: "unit_changed", subject: "unit", subjectId: id, detail });
  return await getUnit(trx, id);
}

/** From the day on the unit and all below it belong elsewhere; results before it stay where they were. */
export async function moveUnit(
  trx: Trx,
  access: Access,
  id: string,
  move: { parentId: string; day: string },
): Promise<Unit> {
  access.demand("people.manage");
  await touchOrganisation(trx);
  const unit = await unitRow(trx, id);
  if (unit.parent_id === null) throw new Refusal("unit_root");
  await usableUnit(trx, move.parentId, "parentId");
  const rows = await trx.tables.selectFrom("unit_parent").selectAll().where("unit_id", "=", id).execute();
  const spans = rows.map((row) => ({ fromDay: row.from_day, toDay: row.to_day }));
  const { cut, replaced, added } = spliceAt(spans, move.day);
  const ended = cut ?? replaced;
  if (ended) {
    const row = trx.tables.updateTable("unit_parent").where("unit_id", "=", id).where("from_day", "=", ended.fromDay);
    await row.set(cut ? { to_day: move.day } : { parent_id: move.parentId }).execute();
  }
  if (!replaced) {
    const row = { unit_id: id, parent_id: move.parentId, from_day: added.fromDay, to_day: added.toDay };
    await trx.tables.insertInto("unit_parent").values(row).execute();
  }
  await rebuildPaths(trx);
  await followToday(trx, id);
  const detail = { before: { parentId: unit.parent_id }, after: move };
  await recordAudit(trx, access.actor, { kind: "unit_changed", subject: "unit", subjectId: id, detail });
  return await getUnit(trx, id);
}

/** @throws Refusal `not_found`, `unit_archived` */
export async function usableUnit(trx: Trx, id: string, field: string): Promise<UnitRow> {
  const unit = await unitRow(trx, id, field);
  if (unit.archived) throw new Refusal("unit_archived", { unit: unit.name }, ["body", field]);
  return unit;
}

/** `unit.parent_id` is a convenience: the parent of today. A move planned for a later day shows on that day's next change. */
async function followToday(trx: Trx, id: string): Promise<void> {
  const today = dayAt(trx.now, trx.zone);
  await trx.rows(sql`
    update ${ident(trx.schema, "unit")} u set parent_id = p.parent_id, updated_at = ${trx.now}
    from ${ident(trx.schema, "unit_parent")} p
    where p.unit_id = u.id and u.id = ${id} and p.from_day <= ${today}::date
      and (p.to_day is null or p.to_day > ${today}::date)`);
}

async function demandEmpty(trx: Trx, unit: UnitRow): Promise<void> {
  if (unit.parent_id === null) throw new Refusal("unit_root");
  const today = dayAt(trx.now, trx.zone);
  const [count] = await trx.rows<{ members: number; units: number }>(sql`
    select
      (select count(*)::int from ${ident(trx.schema, "membership")} m
       join ${ident(trx.schema, "member")} p on p.id = m.member_id and p.state <> 'left'
       where m.unit_id = ${unit.id} and (m.to_day is null or m.to_day > ${today}::date)) as members,
      (select count(*)::int from ${ident(trx.schema, "unit")} where parent_id = ${unit.id} and not archived) as units`);
  if (count && count.members + count.units > 0) throw new Refusal("unit_not_empty", { ...count });
}

async function presentMember(trx: Trx, id: string, field: string): Promise<void> {
  const member = await trx.tables
    .selectFrom("member")
    .select(["name", "state"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!member) throw new Refusal("not_found", { what: "member" }, ["body", field]);
  if (member.state === "left") throw new Refusal("member_left", { name: member.name }, ["body", field]);
}

async function unitRow(trx: Trx, id: string, field?: string): Promise<UnitRow> {
  const row = await trx.tables.selectFrom("unit").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw new Refusal("not_found", { what: "unit" }, field ? ["body", field] : []);
  return row;
}

async function getUnit(trx: Trx, id: string): Promise<Unit> {
  const [unit] = await readUnits(trx, id, dayAt(trx.now, trx.zone));
  if (!unit) throw new Refusal("not_found", { what: "unit" });
  return unit;
}

type UnitAnswer = Omit<Unit, "leader" | "parentId"> & {
  parent_id: string | null;
  leader_id: string | null;
  leader_name: string | null;
};

async function readUnits(on: Runner, id: string | null, today: string): Promise<Unit[]> {
  const rows = await on.rows<UnitAnswer>(sql`
    select u.id, p.parent_id, u.name, u.level, u.leader_id, l.name as leader_name, u.sort, u.archived,
      (select count(*)::int from ${ident(on.schema, "membership")} m
       join ${ident(on.schema, "member")} c on c.id = m.member_id and c.state <> 'left'
       where m.unit_id = u.id and m.kind = 'primary' and m.from_day <= ${today}::date
         and (m.to_day is null or m.to_day > ${today}::date)) as members
    from ${ident(on.schema, "unit")} u
    join ${ident(on.schema, "unit_parent")} p on p.unit_id = u.id and p.from_day <= ${today}::date
      and (p.to_day is null or p.to_day > ${today}::date)
    left join ${ident(on.schema, "member")} l on l.id = u.leader_id
    where ${id}::uuid is null or u.id = ${id}::uuid
    order by (select count(*) from ${ident(on.schema, "unit_path")} a where a.unit_id = u.id and a.from_day <= ${today}::date
      and (a.to_day is null or a.to_day > ${today}::date)), u.sort, u.name, u.id
    limit ${UNITS_MAX}`);
  return rows.map(toUnit);
}

function toUnit({ parent_id, leader_id, leader_name, ...row }: UnitAnswer): Unit {
  return {
    ...row,
    parentId: parent_id,
    leader: leader_id === null ? null : { id: leader_id, name: leader_name ?? "" },
  };
}
