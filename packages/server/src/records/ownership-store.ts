import { EVER } from "@dabiao/core/platform/day.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Trx } from "../platform/postgres/db.ts";

export interface OwnerChange {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * Notes who owned records until now and who does from now on. The first change of a record also notes its first owner,
 * from ever on: rows exist only for records that changed hands.
 */
export async function noteOwners(trx: Trx, object: string, changes: readonly OwnerChange[]): Promise<void> {
  if (changes.length === 0) return;
  const table = ident(trx.schema, "ownership");
  const ids = changes.map(({ id }) => id);
  await trx.rows(sql`
    insert into ${table} (record_object, record_id, member_id, from_at, to_at)
    select ${object}, c.id, c.owner, ${EVER}::date::timestamp at time zone 'UTC', null
    from unnest(${ids}::uuid[], ${changes.map(({ from }) => from)}::uuid[]) as c (id, owner)
    where not exists (select from ${table} o where o.record_object = ${object} and o.record_id = c.id)`);
  // Twice at one moment: the owner in between owned it for no time at all.
  await trx.rows(sql`
    delete from ${table} where record_object = ${object} and record_id = any(${ids}::uuid[]) and from_at = ${trx.now}`);
  await trx.rows(sql`
    update ${table} set to_at = ${trx.now}
    where record_object = ${object} and record_id = any(${ids}::uuid[]) and (to_at is null or to_at > ${trx.now})`);
  await trx.rows(sql`
    insert into ${table} (record_object, record_id, member_id, from_at, to_at)
    select ${object}, c.id, c.owner, ${trx.now}, null
    from unnest(${ids}::uuid[], ${changes.map(({ to }) => to)}::uuid[]) as c (id, owner)`);
}
