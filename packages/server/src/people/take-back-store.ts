import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { Access } from "./access.ts";
import { recordAudit } from "./audit-store.ts";
import { rebuildPaths, touchOrganisation } from "./organisation-store.ts";

/**
 * Takes back people and units that an import made, once their records are gone. Who has an account by now stays, and
 * so does a unit somebody else has joined.
 *
 * @returns how many went
 */
export async function takeBackPeople(
  trx: Trx,
  access: Access,
  made: { readonly members: readonly string[]; readonly units: readonly string[] },
): Promise<{ members: number; units: number }> {
  access.demand("people.manage");
  await touchOrganisation(trx);
  const table = (name: string) => ident(trx.schema, name);
  const going = await trx.rows<{ id: string }>(sql`
    select id from ${table("member")} where id = any(${[...made.members]}::uuid[]) and account_id is null`);
  const ids = going.map((row) => row.id);
  await trx.rows(sql`update ${table("unit")} set leader_id = null where leader_id = any(${ids}::uuid[])`);
  await trx.rows(sql`delete from ${table("member")} where id = any(${ids}::uuid[])`);
  const units = await trx.rows<{ id: string }>(sql`
    delete from ${table("unit")} where id = any(${[...made.units]}::uuid[]) and id not in (
      select p.ancestor_id from ${table("unit_path")} p
      where exists (select 1 from ${table("membership")} m where m.unit_id = p.unit_id)
         or not p.unit_id = any(${[...made.units]}::uuid[]))
    returning id`);
  await rebuildPaths(trx);
  const counts = { members: ids.length, units: units.length };
  await recordAudit(trx, access.actor, { kind: "member_changed", subject: "batch", detail: { takenBack: counts } });
  return counts;
}
