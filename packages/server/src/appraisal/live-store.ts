import type { ScoreHistory } from "@dabiao/core/appraisal/live-score.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { LocalText } from "@dabiao/core/platform/text.ts";
import type { Runner } from "../platform/postgres/db.ts";

/** Finished periods shown beside today's score. */
const HISTORY_MAX = 12;

export interface LiveSheet {
  readonly id: string;
  readonly cycleId: string;
  readonly memberId: string;
  readonly from: string;
  readonly frozen: boolean;
}

/** Sheets of people in cycles that hold a day. */
export async function liveSheets(on: Runner, members: readonly string[], day: string): Promise<LiveSheet[]> {
  return await on.rows<LiveSheet>(sql`
    select s.id, s.cycle_id as "cycleId", s.member_id as "memberId", c.from_day as "from", c.frozen_at is not null as frozen
    from ${ident(on.schema, "appraisal_sheet")} s join ${ident(on.schema, "appraisal_cycle")} c on c.id = s.cycle_id
    where s.member_id = any(${members}::uuid[]) and c.from_day <= ${day}::date and c.to_day > ${day}::date
      and c.state not in ('draft', 'cancelled') and s.state <> 'withdrawn' order by s.id`);
}

/** Published results of a person, newest first. */
export async function scoreHistory(on: Runner, memberId: string): Promise<ScoreHistory[]> {
  const rows = await on.rows<ScoreHistory>(sql`
    select s.id as "sheetId", c.label as cycle, c.period, s.total::text, s.grade
    from ${ident(on.schema, "appraisal_sheet")} s join ${ident(on.schema, "appraisal_cycle")} c on c.id = s.cycle_id
    where s.member_id = ${memberId}::uuid and s.state in ('published', 'confirming', 'confirmed', 'expired', 'appealed', 'archived')
      and c.state <> 'cancelled' order by c.to_day desc, s.id desc limit ${HISTORY_MAX}`);
  return rows.map((row) => ({ ...row, cycle: LocalText.parse(row.cycle) }));
}

/** The first day of the next cycle a person has a sheet in. */
export async function nextStart(on: Runner, memberId: string, today: string): Promise<string | null> {
  const [row] = await on.rows<{ day: string | null }>(sql`
    select min(c.from_day) as day from ${ident(on.schema, "appraisal_sheet")} s
    join ${ident(on.schema, "appraisal_cycle")} c on c.id = s.cycle_id
    where s.member_id = ${memberId}::uuid and c.from_day > ${today}::date and c.state not in ('draft', 'cancelled')`);
  return row?.day ?? null;
}
