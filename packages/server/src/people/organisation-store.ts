import { unitPaths } from "@dabiao/core/people/unit-paths.ts";
import { EVER } from "@dabiao/core/platform/day.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";
import { forgetIdentities } from "./sign-in/identity-cache.ts";

/**
 * Every change of members, units, memberships or roles held begins here: the version's row stays locked, so such
 * changes happen one after the other and their rules (one primary unit a day, a last administrator) hold.
 */
export async function touchOrganisation(trx: Trx): Promise<void> {
  await trx.tables
    .updateTable("org_version")
    .set((row) => ({ version: row("version", "+", "1") }))
    .where("singleton", "=", true)
    .execute();
  trx.afterCommit(forgetIdentities);
}

/** The top unit of a new workspace. */
export async function createRootUnit(trx: Trx, name: string): Promise<string> {
  const id = newId(trx.now);
  await insertUnits(trx, [{ id, parentId: null, name, level: null, leaderId: null, sort: 0 }]);
  await rebuildPaths(trx);
  return id;
}

export interface UnitToInsert {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly level: string | null;
  readonly leaderId: string | null;
  readonly sort: number;
}

/** A new unit is where it is since ever: facts from before it was entered find it too. Rebuild the paths afterwards. */
export async function insertUnits(trx: Trx, units: readonly UnitToInsert[]): Promise<void> {
  if (units.length === 0) return;
  const rows = units.map(({ id, parentId, name, level, leaderId, sort }) => ({
    id,
    parent_id: parentId,
    name,
    level,
    leader_id: leaderId,
    sort,
    archived: false,
    created_at: trx.now,
    updated_at: trx.now,
  }));
  await trx.tables.insertInto("unit").values(rows).execute();
  const parents = units.map(({ id, parentId }) => ({ unit_id: id, parent_id: parentId, from_day: EVER, to_day: null }));
  await trx.tables.insertInto("unit_parent").values(parents).execute();
}

/**
 * Makes the closure anew from `unit_parent`: 2,000 units on 5 levels are 10,000 rows and 0.1 s, and moves are rare.
 * @throws Refusal `unit_cycle`, `unit_too_deep`
 */
export async function rebuildPaths(trx: Trx): Promise<void> {
  const parents = await trx.tables
    .selectFrom("unit_parent")
    .innerJoin("unit", "unit.id", "unit_parent.unit_id")
    .select(["unit_id", "unit_parent.parent_id", "from_day", "to_day", "unit.name"])
    .execute();
  const names = new Map(parents.map((row) => [row.unit_id, row.name]));
  const paths = unitPaths(
    parents.map((row) => ({ unitId: row.unit_id, parentId: row.parent_id, fromDay: row.from_day, toDay: row.to_day })),
    (unitId) => names.get(unitId) ?? unitId,
  );
  await trx.tables.deleteFrom("unit_path").execute();
  await trx.rows(sql`
    insert into ${ident(trx.schema, "unit_path")} (ancestor_id, unit_id, depth, from_day, to_day)
    select * from unnest(${paths.map((path) => path.ancestorId)}::uuid[], ${paths.map((path) => path.unitId)}::uuid[],
      ${paths.map((path) => path.depth)}::integer[], ${paths.map((path) => path.fromDay)}::date[],
      ${paths.map((path) => path.toDay)}::date[])`);
}

/** The units a member belonged to on a day, by the primary membership, the company first; empty when none. */
export async function unitsOn(on: Runner, memberId: string, day: string): Promise<{ id: string; name: string }[]> {
  return await on.rows<{ id: string; name: string }>(sql`
    select u.id, u.name
    from ${ident(on.schema, "membership")} m
    join ${ident(on.schema, "unit_path")} p on p.unit_id = m.unit_id
      and p.from_day <= ${day}::date and (p.to_day is null or p.to_day > ${day}::date)
    join ${ident(on.schema, "unit")} u on u.id = p.ancestor_id
    where m.member_id = ${memberId} and m.kind = 'primary'
      and m.from_day <= ${day}::date and (m.to_day is null or m.to_day > ${day}::date)
    order by p.depth desc`);
}
