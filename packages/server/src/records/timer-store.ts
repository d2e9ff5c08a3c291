import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { TimerRow } from "./tables.ts";

export interface NewTimer {
  readonly kind: string;
  readonly object: string;
  readonly recordId: string;
  readonly dueAt: Date;
  readonly payload?: object;
}

/** Sets the timer of a kind on a record. Set again it moves and its generation rises, so what was begun before knows it is stale. */
export async function setTimer(trx: Trx, timer: NewTimer): Promise<number> {
  const [row] = await trx.rows<{ generation: number }>(sql`
    insert into ${ident(trx.schema, "timer")} as t (id, due_at, kind, object, record_id, generation, payload)
    values (${newId(trx.now)}, ${timer.dueAt}, ${timer.kind}, ${timer.object}, ${timer.recordId}, 1, ${JSON.stringify(timer.payload ?? {})}::jsonb)
    on conflict (kind, object, record_id) do update
      set due_at = excluded.due_at, payload = excluded.payload, generation = t.generation + 1
    returning generation`);
  return row?.generation ?? 1;
}

export async function clearTimer(trx: Trx, timer: Pick<NewTimer, "kind" | "object" | "recordId">): Promise<void> {
  await trx.rows(sql`
    delete from ${ident(trx.schema, "timer")}
    where kind = ${timer.kind} and object = ${timer.object} and record_id = ${timer.recordId}::uuid`);
}

/** Takes timers that are due, each for one taker; what they cause commits with their end. */
export async function takeDueTimers(trx: Trx, limit: number): Promise<TimerRow[]> {
  return trx.rows<TimerRow>(sql`
    delete from ${ident(trx.schema, "timer")} where id in (
      select id from ${ident(trx.schema, "timer")} where due_at <= ${trx.now} order by due_at, id limit ${limit} for update skip locked
    ) returning id, due_at, kind, object, record_id, generation, payload`);
}
