import { addDays } from "@dabiao/core/calendar/day.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import type { ManualEntry, ManualFigure } from "@dabiao/core/metrics/manual-contract.ts";
import { ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../../platform/id.ts";
import type { Runner, Trx } from "../../platform/postgres/db.ts";
import type { ManualFigureRow } from "./tables.ts";

/** A figure with the names of those who entered and decided on it. */
export interface NamedFigure extends ManualFigureRow {
  readonly entered_name: string | null;
  readonly decided_name: string | null;
}

const HISTORY_MAX = 200;

/** What of a metric and period counts, waits, or was the last returned, of the people asked for. */
export async function standingFigures(on: Runner, metric: string, period: string): Promise<NamedFigure[]> {
  return await on.rows<NamedFigure>(sql`
    select f.*, ${NAMES} from ${ident(on.schema, "manual_figure")} f ${namesJoin(on)}
    where f.metric = ${metric} and f.period = ${period} and (f.state = 'entered' or (f.state = 'confirmed' and f.ended_at is null)
      or f.id = (select r.id from ${ident(on.schema, "manual_figure")} r where r.metric = f.metric and r.period = f.period
        and r.member_id = f.member_id order by r.id desc limit 1) and f.state = 'returned')
    order by f.member_id, f.id`);
}

export async function figureHistory(
  on: Runner,
  metric: string,
  period: string,
  member: string,
): Promise<NamedFigure[]> {
  return await on.rows<NamedFigure>(sql`
    select f.*, ${NAMES} from ${ident(on.schema, "manual_figure")} f ${namesJoin(on)}
    where f.metric = ${metric} and f.period = ${period} and f.member_id = ${member}::uuid
    order by f.id desc limit ${HISTORY_MAX}::int`);
}

/** The metrics figures belong to, in the order in which they are locked. */
export async function metricsOf(trx: Trx, ids: readonly string[]): Promise<string[]> {
  const rows = await trx.rows<{ metric: string }>(
    sql`select distinct metric from ${ident(trx.schema, "manual_figure")} where id = any(${ids}::uuid[]) order by metric`,
  );
  return rows.map(({ metric }) => metric);
}

/** Figures by id, locked until the end of the transaction, in the order of their ids. */
export async function lockFigures(trx: Trx, ids: readonly string[]): Promise<ManualFigureRow[]> {
  return await trx.rows<ManualFigureRow>(
    sql`select * from ${ident(trx.schema, "manual_figure")} where id = any(${ids}::uuid[]) order by id for update`,
  );
}

/** Enters figures; what waited of the same people is replaced by them, and kept. */
export async function insertFigures(
  trx: Trx,
  metric: string,
  period: Period,
  entries: readonly ManualEntry[],
  by: string | null,
): Promise<void> {
  const table = ident(trx.schema, "manual_figure");
  const of = <Value>(read: (entry: ManualEntry) => Value) => entries.map(read);
  const members = of(({ memberId }) => memberId);
  await trx.rows(sql`update ${table} set state = 'replaced', decided_by = ${by}::uuid, decided_at = ${trx.now}::timestamptz
    where metric = ${metric} and period = ${period.key} and member_id = any(${members}::uuid[]) and state = 'entered'`);
  await trx.rows(sql`
    insert into ${table} (id, metric, member_id, period, from_day, to_day, day, value, note, evidence, state, entered_by, entered_at, reason)
    select g.id, ${metric}, g.member, ${period.key}, ${period.start}::date, ${period.end}::date, ${addDays(period.end, -1)}::date,
      g.value, g.note, g.evidence, 'entered', ${by}::uuid, ${trx.now}::timestamptz, ''
    from unnest(${of(() => newId(trx.now))}::uuid[], ${members}::uuid[], ${of(({ value }) => value)}::numeric[],
      ${of(({ note }) => note)}::text[], ${of(({ evidence }) => evidence)}::text[]) as g (id, member, value, note, evidence)`);
}

/** Confirms figures: they count from now on, and what counted before them ends at this moment. */
export async function confirmFigures(trx: Trx, ids: readonly string[], by: string): Promise<void> {
  const table = ident(trx.schema, "manual_figure");
  await trx.rows(sql`update ${table} o set ended_at = ${trx.now}::timestamptz from ${table} n
    where n.id = any(${ids}::uuid[]) and o.metric = n.metric and o.period = n.period and o.member_id = n.member_id
      and o.state = 'confirmed' and o.ended_at is null`);
  await trx.rows(sql`update ${table} set state = 'confirmed', decided_by = ${by}::uuid, decided_at = ${trx.now}::timestamptz
    where id = any(${ids}::uuid[])`);
}

export async function returnFigures(trx: Trx, ids: readonly string[], by: string, reason: string): Promise<void> {
  await trx.rows(sql`update ${ident(trx.schema, "manual_figure")} set state = 'returned', decided_by = ${by}::uuid,
    decided_at = ${trx.now}::timestamptz, reason = ${reason} where id = any(${ids}::uuid[])`);
}

/** Entering and deciding on one metric take turns, so that two people at once leave no figure behind. */
export async function lockManual(trx: Trx, metric: string): Promise<void> {
  const name = `dabiao manual ${trx.workspaceId} ${metric}`;
  await trx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

const NAMES: Sql = sql`e.name as entered_name, d.name as decided_name`;

function namesJoin(on: Runner): Sql {
  const member = ident(on.schema, "member");
  return sql`left join ${member} e on e.id = f.entered_by left join ${member} d on d.id = f.decided_by`;
}

export function toFigure(row: NamedFigure): ManualFigure {
  return {
    id: row.id,
    value: row.value,
    note: row.note,
    evidence: row.evidence,
    state: row.state,
    enteredBy: row.entered_by === null ? null : { id: row.entered_by, name: row.entered_name ?? "" },
    enteredAt: row.entered_at.toISOString(),
    decidedBy: row.decided_by === null ? null : { id: row.decided_by, name: row.decided_name ?? "" },
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
