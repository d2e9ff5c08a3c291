import type { MetricDelta } from "@dabiao/core/metrics/explain.ts";
import { decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { manualAggregate } from "./manual-cells.ts";
import type { ManualRequest } from "./sql/manual-facts.ts";
import { manualVerdictSql } from "./sql/manual-verdict.ts";
import type { VerdictCell } from "./sql/verdict.ts";
import { valueOfVerdicts } from "./verdict-store.ts";

/** Confirmations listed. */
const EVENTS_MAX = 2_000;

interface Confirmed {
  readonly id: string;
  readonly name: string | null;
  readonly at: Date;
  readonly by: string | null;
  readonly effect: string;
}

/** What was confirmed since a moment: each confirmation with what it added to the figure before it. */
export async function manualChanges(
  on: Runner,
  request: ManualRequest,
  cell: VerdictCell,
  since: Date,
): Promise<MetricDelta> {
  const aggregate = manualAggregate(request.leaf);
  const before = await valueOfVerdicts(on, aggregate, manualVerdictSql({ ...request, asOf: since }, cell));
  const after = await valueOfVerdicts(on, aggregate, manualVerdictSql(request, cell));
  const delta = decimal(after ?? "0").minus(decimal(before ?? "0"));
  const events = aggregate.aggregate === "sum" ? await confirmations(on, request, cell, since) : [];
  const explained = sum(events.map(({ effect }) => decimal(effect)));
  return {
    before,
    after,
    delta: delta.toFixed(),
    events: events.map(({ id, name, at, by, effect }) => ({
      at: at.toISOString(),
      recordId: id,
      title: name,
      memberId: by,
      op: "confirm",
      fields: [],
      effect,
    })),
    earlier: null,
    other: delta.minus(explained).toFixed(),
  };
}

async function confirmations(on: Runner, request: ManualRequest, cell: VerdictCell, since: Date): Promise<Confirmed[]> {
  const figures = ident(on.schema, "manual_figure");
  const inCell = sql`select v.id from (${manualVerdictSql(request, cell)}) v where v.out <@ array['replaced', 'no_value']`;
  return await on.rows<Confirmed>(sql`
    select r.id, m.name, r.decided_at as at, r.decided_by as by,
      (coalesce(r.value, 0) - coalesce((select o.value from ${figures} o where o.metric = r.metric and o.period = r.period
        and o.member_id = r.member_id and o.ended_at = r.decided_at), 0))::text as effect
    from ${figures} r left join ${ident(on.schema, "member")} m on m.id = r.member_id
    where r.id in (${inCell}) and r.state = 'confirmed' and r.decided_at > ${since.toISOString()}::timestamptz
    order by r.decided_at, r.id limit ${EVENTS_MAX}::int`);
}
