import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";
import type { Conversion } from "./convert-store.ts";
import type { Definer } from "./definer.ts";
import type { WantedIndex } from "./indexes.ts";
import type { SchemaOpRow } from "./tables.ts";

/** Work on a table that takes long, and so runs behind. */
export type SchemaWork =
  | { readonly kind: "index"; readonly object: string; readonly index: WantedIndex }
  | { readonly kind: "validate_key"; readonly object: string; readonly name: string }
  | { readonly kind: "clear_column"; readonly object: string; readonly column: string }
  | {
      readonly kind: "convert";
      readonly object: string;
      readonly conversions: readonly Conversion[];
      /** The version that comes into force once all values are converted. */
      readonly version: number;
      /** What becomes of values that do not convert. */
      readonly failures: "refuse" | "empty";
    };

export async function addOp(trx: Trx, definer: Definer, work: SchemaWork): Promise<void> {
  await addOpBy(trx, definer.memberId, work);
}

/** Work that follows from work a member began earlier. */
export async function addOpBy(trx: Trx, member: string | null, work: SchemaWork): Promise<void> {
  const id = newId(trx.now);
  await trx.rows(sql`
    insert into ${ident(trx.schema, "schema_op")} (id, kind, object, payload, state, by_member, at)
    values (${id}, ${work.kind}, ${work.object}, ${JSON.stringify(work)}::jsonb, 'pending', ${member}, ${trx.now})`);
}

/**
 * Takes the next piece of work. One that has been running since before `staleBefore` belonged to a process that
 * died, and is begun again: every kind of work may be done twice.
 */
export async function claimOp(on: Runner, now: Date, staleBefore: Date): Promise<SchemaOpRow | undefined> {
  const table = ident(on.schema, "schema_op");
  const [row] = await on.rows<SchemaOpRow>(sql`
    with next as (
      select id from ${table}
      where state = 'pending' or (state = 'running' and started_at < ${staleBefore})
      order by id limit 1 for update skip locked
    )
    update ${table} o set state = 'running', started_at = ${now}, error = null from next where o.id = next.id returning o.*`);
  return row;
}

export async function noteProgress(on: Runner, id: string, done: number, now: Date): Promise<void> {
  await on.rows(sql`update ${ident(on.schema, "schema_op")} set done = ${done}, started_at = ${now} where id = ${id}`);
}

export async function finishOp(on: Runner, id: string, now: Date, error: unknown | null): Promise<void> {
  await on.rows(sql`
    update ${ident(on.schema, "schema_op")}
    set state = ${error === null ? "done" : "failed"}, error = ${error === null ? null : JSON.stringify(error)}::jsonb,
      finished_at = ${now}
    where id = ${id}`);
}

/** Newest first; with `open` only what is not finished. */
export async function listOps(
  on: Runner,
  filter: { readonly object?: string | undefined; readonly open: boolean },
  before: string | null,
  limit: number,
): Promise<(SchemaOpRow & { by_name: string | null })[]> {
  return on.rows(sql`
    select o.*, m.name as by_name from ${ident(on.schema, "schema_op")} o
    left join ${ident(on.schema, "member")} m on m.id = o.by_member
    where (${filter.object ?? null}::text is null or o.object = ${filter.object ?? null})
      and (not ${filter.open} or o.state in ('pending', 'running'))
      and (${before}::uuid is null or o.id < ${before})
    order by o.id desc limit ${limit}`);
}
