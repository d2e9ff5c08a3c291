import { addDays } from "@dabiao/core/calendar/day.ts";
import { period } from "@dabiao/core/calendar/period.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { DemoFigure } from "@dabiao/sales/demo/figures.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { companyCalendar } from "../records/sql/reader.ts";

/** Puts figures as they stand once they were entered by one and confirmed by another: the two who did are given. */
export async function addDemoFigures(
  trx: Trx,
  world: World,
  figures: readonly DemoFigure[],
  by: { readonly entered: string; readonly confirmed: string },
): Promise<void> {
  const calendar = companyCalendar(world);
  const known = figures.filter(({ metric }) => world.get(metricKind, metric)?.measure.kind === "manual");
  const rows = known.map(({ metric, memberId, period: key, value }) => {
    const { start, end } = period(key, calendar);
    return { id: newId(trx.now), metric, member: memberId, period: key, start, end, day: addDays(end, -1), value };
  });
  await trx.rows(sql`insert into ${ident(trx.schema, "manual_figure")}
    (id, metric, member_id, period, from_day, to_day, day, value, note, evidence, state, entered_by, entered_at, decided_by, decided_at, reason)
    select r.id, r.metric, r.member, r.period, r.start, r."end", r.day, r.value, '', '', 'confirmed', ${by.entered}::uuid, r."end"::timestamp at time zone ${trx.zone}, ${by.confirmed}::uuid, r."end"::timestamp at time zone ${trx.zone}, ''
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, metric text, member uuid, period text, start date, "end" date, day date, value numeric)`);
}
