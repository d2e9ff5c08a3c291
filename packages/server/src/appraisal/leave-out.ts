import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { notify } from "../people/notice-store.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { OpenCycle } from "./cycle-store.ts";

/**
 * Whoever has no total when results are published is taken out of the cycle with the reason given, never scored by
 * anything made up; without a reason nothing is published.
 *
 * @throws Refusal `cycle_blocked`
 * @source SPEC.md A-02
 */
export async function leaveOutUnscored(
  trx: Trx,
  cycle: OpenCycle,
  by: string | null,
  reason: string | null,
): Promise<void> {
  const table = (name: string) => ident(trx.schema, name);
  const rows = await trx.rows<{ id: string; memberId: string; name: string }>(sql`
    select s.id, s.member_id as "memberId", m.name from ${table("appraisal_sheet")} s join ${table("member")} m on m.id = s.member_id
    where s.cycle_id = ${cycle.id}::uuid and s.state = 'calibrating' and s.total is null order by s.id`);
  const [first] = rows;
  if (!first) return;
  if (reason === null) throw new Refusal("cycle_blocked", { count: rows.length, first: `${first.name} rating` });
  const ids = rows.map(({ id }) => id);
  await trx.rows(sql`update ${table("appraisal_sheet")} set state = 'withdrawn', state_at = ${trx.now}::timestamptz, due_on = null,
    parts_by_hand = true, version = version + 1 where id = any(${ids}::uuid[])`);
  await trx.rows(sql`update ${table("appraisal_task")} set skipped_at = ${trx.now}::timestamptz
    where sheet_id = any(${ids}::uuid[]) and done_at is null and skipped_at is null`);
  await trx.rows(sql`insert into ${table("appraisal_event")} (id, cycle_id, sheet_id, at, by_member, kind, detail)
    select g.id, ${cycle.id}::uuid, g.sheet, ${trx.now}::timestamptz, ${by}::uuid, 'withdraw', ${JSON.stringify({ reason })}::jsonb
    from unnest(${ids.map(() => newId(trx.now))}::uuid[], ${ids}::uuid[]) as g (id, sheet)`);
  const params = { cycle: cycle.label.zh, reason };
  await notify(
    trx,
    rows.map(({ memberId }) => ({ memberId, kind: "appraisal.left_out", params, path: "/kpi/me" })),
  );
}
