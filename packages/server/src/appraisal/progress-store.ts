import type { StageProgress } from "@dabiao/core/appraisal/cycle.ts";
import type { Stage } from "@dabiao/core/appraisal/plan.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { roundHalfUp } from "@dabiao/core/numbers/rounding.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

/**
 * How the stages of a cycle are going: done of all, overdue, and the median time from opened to done.
 *
 * @source SPEC.md A-11
 */
export async function stageProgress(on: Runner, cycleId: string, today: string): Promise<StageProgress[]> {
  const rows = await on.rows<{
    stage: Stage;
    total: string;
    done: string;
    overdue: string;
    seconds: string | null;
  }>(sql`
    select k.stage, count(*) as total, count(k.done_at) as done,
      count(*) filter (where k.done_at is null and k.due_on < ${today}::date) as overdue,
      (percentile_cont(0.5) within group (order by extract(epoch from k.done_at - k.opened_at)))::numeric as seconds
    from ${ident(on.schema, "appraisal_task")} k where k.cycle_id = ${cycleId}::uuid and k.skipped_at is null
    group by 1 order by 1`);
  return rows.map(({ stage, total, done, overdue, seconds }) => ({
    stage,
    total: Number(total),
    done: Number(done),
    overdue: Number(overdue),
    percent: Number(total) === 0 ? null : roundHalfUp(decimal(done).times(100).div(total)).toFixed(),
    medianHours: seconds === null ? null : roundHalfUp(decimal(seconds).div(3600), 1).toFixed(),
  }));
}
