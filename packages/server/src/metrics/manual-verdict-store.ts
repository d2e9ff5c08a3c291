import type { DrillRow, ManualProvenance, MetricDrillQuery } from "@dabiao/core/metrics/explain.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { and, ident, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { sideSql } from "./verdict-store.ts";

interface FigureRow extends Omit<DrillRow, "entry"> {
  readonly period: string;
  readonly state: ManualProvenance["state"];
  readonly enteredBy: string | null;
  readonly enteredAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly note: string;
  readonly evidence: string;
}

/** A page of entered figures on one side, the newest first. Those out of reach are counted, never shown. */
export async function pageOfFigures(
  on: Runner,
  verdicts: Sql,
  query: Pick<MetricDrillQuery, "side" | "cursor" | "limit">,
): Promise<Page<DrillRow>> {
  const conditions = [sideSql(query.side), raw("not ('scope' = any(o.out))")];
  if (query.cursor !== undefined) {
    const [day, id] = readCursor(query.cursor, 2);
    conditions.push(sql`(o.day, o.id) < (${day}::date, ${id}::uuid)`);
  }
  const rows = await on.rows<FigureRow>(sql`
    select o.id, m.name as title, o.day, o.member as "memberId", trim_scale(round(o.v, 12))::text as value, o.out,
      r.period, r.state, r.entered_by as "enteredBy", r.entered_at as "enteredAt", r.decided_by as "decidedBy",
      r.decided_at as "decidedAt", r.note, r.evidence
    from (${verdicts}) o join ${ident(on.schema, "manual_figure")} r on r.id = o.id
    left join ${ident(on.schema, "member")} m on m.id = o.member
    where ${and(conditions)} order by o.day desc, o.id desc limit ${raw(String(query.limit + 1))}`);
  const page = pageOf(rows, query.limit, ({ day, id }) => [day, id]);
  return { items: page.items.map(toDrillRow), next: page.next };
}

function toDrillRow({ id, title, day, memberId, value, out, enteredAt, decidedAt, ...rest }: FigureRow): DrillRow {
  const { period, state, enteredBy, decidedBy, note, evidence } = rest;
  return {
    id,
    title,
    day,
    memberId,
    value,
    out,
    entry: {
      period,
      state,
      enteredBy,
      enteredAt: enteredAt.toISOString(),
      decidedBy,
      decidedAt: decidedAt?.toISOString() ?? null,
      note,
      evidence,
    },
  };
}
