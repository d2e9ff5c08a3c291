import assert from "node:assert/strict";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../../src/platform/postgres/db.ts";

/**
 * Holds a ledger against its invariants, straight from the tables: every posting sums to zero, and what a node has handed
 * down along an axis is what the children of the split that holds for it carry, and its buffer.
 */
export async function demandSoundLedger(on: Runner, asOf: Date | null = null): Promise<void> {
  const table = (name: string) => ident(on.schema, name);
  const until = (alias: string) => (asOf ? sql`${ident(alias)}.at <= ${asOf.toISOString()}::timestamptz` : sql`true`);
  const odd = await on.rows(sql`
    select posting_id, sum(amount)::text from ${table("target_line")}, unnest(amounts) amount group by 1 having sum(amount) <> 0`);
  assert.deepEqual(odd, [], "every posting sums to zero");
  const lost = await on.rows(sql`
    with node as materialized (
      select l.kpi, case l.subject_kind when 'company' then 'company' else l.subject_kind || '/' || l.subject_id end as subject, l.slice, n.name as period,
        l.account, sum(l.amounts[n.place]) as amount
      from ${table("target_line")} l join ${table("target_frame")} f on f.id = l.frame_id, unnest(f.names) with ordinality n (name, place)
      where l.amounts[n.place] is not null and ${until("l")} group by 1, 2, 3, 4, 5
    ), holds as (
      select distinct on (s.kpi, s.axis, s.slice, who.name, part.name) s.kpi, s.axis, s.slice, who.name as subject, part.name as period, s.children_id
      from ${table("target_split")} s
      join ${table("target_frame")} sf on sf.id = s.subjects_id join ${table("target_frame")} pf on pf.id = s.periods_id,
        unnest(sf.names) who (name), unnest(pf.names) part (name)
      where ${until("s")} order by s.kpi, s.axis, s.slice, who.name, part.name, s.number desc, s.seq desc
    ), made as (
      select h.kpi, h.axis, h.slice, h.subject, h.period, coalesce(sum(c.amount), 0) as children
      from holds h join ${table("target_frame")} cf on cf.id = h.children_id cross join lateral unnest(cf.names) child (name)
      left join node c on c.kpi = h.kpi and c.account = 'target'
        and c.subject = case h.axis when 'people' then child.name else h.subject end
        and c.period = case h.axis when 'periods' then child.name else h.period end
        and c.slice = case h.axis when 'slices' then child.name else h.slice end
      group by 1, 2, 3, 4, 5
    )
    select made.*, coalesce(-t.amount, 0) as handed, coalesce(b.amount, 0) as buffer from made
    left join node t on t.kpi = made.kpi and t.subject = made.subject and t.slice = made.slice and t.period = made.period and t.account = 'to_' || made.axis
    left join node b on b.kpi = made.kpi and b.subject = made.subject and b.slice = made.slice and b.period = made.period and b.account = 'buffer_' || made.axis
    where coalesce(-t.amount, 0) <> made.children + coalesce(b.amount, 0) limit 5`);
  assert.deepEqual(lost, [], "children and buffer make what was handed down");
}
