import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { rebuildPaths, touchOrganisation } from "./organisation-store.ts";

/**
 * Takes back members and units that an import made: without a trace where nobody signed in as them, no unit hangs on
 * them and nothing refers to them. The rest stays.
 *
 * @param inUse members that records refer to
 * @returns the members and units that stayed
 */
export async function removeMadePeople(
  trx: Trx,
  members: readonly string[],
  units: readonly string[],
  inUse: ReadonlySet<string>,
): Promise<{ members: string[]; units: string[] }> {
  if (members.length === 0 && units.length === 0) return { members: [], units: [] };
  await touchOrganisation(trx);
  const free = members.filter((id) => !inUse.has(id));
  await trx.rows(sql`
    update ${ident(trx.schema, "unit")} set leader_id = null, updated_at = ${trx.now}
    where leader_id = any(${free}::uuid[]) and id = any(${units}::uuid[])`);
  const gone = await trx.rows<{ id: string }>(sql`
    delete from ${ident(trx.schema, "member")} m where id = any(${free}::uuid[]) and account_id is null
      and not exists (select from ${ident(trx.schema, "unit")} u where u.leader_id = m.id) returning id`);
  const goneUnits = await removeUnits(trx, units);
  await rebuildPaths(trx);
  const removed = new Set([...gone.map(({ id }) => id), ...goneUnits]);
  return { members: members.filter((id) => !removed.has(id)), units: units.filter((id) => !removed.has(id)) };
}

/** Leaves first, level by level, until nothing more is empty. */
async function removeUnits(trx: Trx, units: readonly string[]): Promise<string[]> {
  const gone: string[] = [];
  for (;;) {
    const rows = await trx.rows<{ id: string }>(sql`
      delete from ${ident(trx.schema, "unit")} u where id = any(${units}::uuid[]) and parent_id is not null
        and not exists (select from ${ident(trx.schema, "unit")} c where c.parent_id = u.id)
        and not exists (select from ${ident(trx.schema, "membership")} m where m.unit_id = u.id) returning id`);
    if (rows.length === 0) return gone;
    gone.push(...rows.map(({ id }) => id));
  }
}
