import { addDays, monthOf, monthStart, yearOf } from "@dabiao/core/calendar/day.ts";
import type { AggregateTree } from "@dabiao/core/metrics/leaves.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { findObject } from "@dabiao/core/model/shape.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { ident, join, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Change } from "@dabiao/core/records/change.ts";
import { accessOf } from "../people/access.ts";
import type { Runner, Trx, Workspace } from "../platform/postgres/db.ts";
import { objectOf, type Reader, readerOf } from "../records/sql/reader.ts";
import { calendarOf } from "./context.ts";
import { monthFrom } from "./months.ts";
import { recordDate } from "./record-date.ts";
import { NOBODY } from "./seal-read-store.ts";
import { fingerprintOf, isSealable } from "./sealable.ts";
import { partsOf } from "./sql/aggregate.ts";
import { factsSql } from "./sql/facts.ts";
import { leafFacts } from "./sql/leaf-facts.ts";
import { touchedMonths } from "./touched-months-store.ts";

/** Months counted in one transaction. */
const MONTHS_AT_ONCE = 12;
/** Sealing and opening take turns, or a month could be sealed with figures from before a change that had opened it. */
const SEAL_LOCK = 4_100_040;

/**
 * Seals every past month of every metric that is not sealed yet. Runs at night and after a publication; it may stop
 * anywhere and go on later.
 *
 * @returns how many months were sealed
 */
export async function sealMonths(ws: Workspace, world: World, now: Date): Promise<number> {
  const access = accessOf(systemActor(ws.id, "seal", "seal"));
  const reader = readerOf(ws, world, access, now);
  let sealed = 0;
  for (const { key, body } of world.list(metricKind)) {
    if (body.measure.kind !== "aggregate") continue;
    const leaf: AggregateTree = { kind: "aggregate", key, body, measure: body.measure };
    if (!isSealable(world, leaf)) continue;
    const months = await openMonths(ws, reader, leaf);
    for (let from = 0; from < months.length; from += MONTHS_AT_ONCE) {
      const chunk = months.slice(from, from + MONTHS_AT_ONCE);
      await ws.transaction((trx) => seal(trx, reader, leaf, chunk));
      sealed += chunk.length;
    }
  }
  return sealed;
}

/** Past months from the first record's on that are not sealed. */
async function openMonths(on: Runner, reader: Reader, leaf: AggregateTree): Promise<string[]> {
  const object = objectOf(reader.world, leaf.measure.object);
  const date = recordDate(reader, object, leaf.measure.date);
  const calendar = calendarOf(reader.world, leaf.body);
  const today = dayAt(reader.now, calendar.zone);
  const thisMonth = monthStart(yearOf(today), monthOf(today));
  const rows = await on.rows<{ month: string }>(sql`
    select g::date as month from generate_series(
      (select date_trunc('month', min(${ident(date.column)})::timestamp) from ${ident(on.schema, date.table)}),
      ${addDays(thisMonth, -1)}::date::timestamp, interval '1 month') g
    where not exists (select from ${ident(on.schema, "metric_seal")} s where s.fingerprint = ${fingerprintOf(leaf, calendar)} and s.month = g::date)
    order by month desc limit 240`);
  return rows.map(({ month }) => month).sort();
}

async function seal(trx: Trx, reader: Reader, leaf: AggregateTree, months: readonly string[]): Promise<void> {
  await trx.rows(sql`select pg_advisory_xact_lock(${SEAL_LOCK}, hashtext(${trx.schema}))`);
  const calendar = calendarOf(reader.world, leaf.body);
  const ranges = months.map(monthFrom);
  const span = { start: ranges[0]?.start ?? "", end: ranges.at(-1)?.end ?? "" };
  const fingerprint = fingerprintOf(leaf, calendar);
  const parts = partsOf(leaf.measure) ?? [];
  const facts = factsSql(
    leafFacts({ reader, calendar, leaf, ranges: [span], span, cuts: [], asOf: null, scoped: false }),
  );
  const month = raw("date_trunc('month', f.day::timestamp)::date");
  const at = trx.now.toISOString();
  await trx.rows(
    sql`delete from ${ident(trx.schema, "metric_month")} where fingerprint = ${fingerprint} and month = any(${months}::date[])`,
  );
  await trx.rows(sql`insert into ${ident(trx.schema, "metric_month")} (fingerprint, month, member_id, ${join(parts.map(({ name }) => ident(name)))})
    select ${fingerprint}, ${month}, coalesce(f.member, ${NOBODY}::uuid), ${join(parts.map(({ of }) => of))}
    from (${facts}) f where ${month} = any(${months}::date[]) group by 2, 3`);
  await trx.rows(sql`insert into ${ident(trx.schema, "metric_seal")} (fingerprint, month, object, date_key, sealed_at)
    select ${fingerprint}, m, ${leaf.measure.object}, ${leaf.measure.date}, ${at}::timestamptz from unnest(${months}::date[]) m
    on conflict on constraint metric_seal_pk do nothing`);
}

/** Opens the months that changed records lay or lie in: a consumer of the change log. */
export async function openChangedMonths(trx: Trx, world: World, changes: readonly Change[]): Promise<void> {
  await trx.rows(sql`select pg_advisory_xact_lock(${SEAL_LOCK}, hashtext(${trx.schema}))`);
  const objects = [...new Set(changes.map(({ object }) => object))];
  const dates = await trx.rows<{ object: string; date_key: string }>(
    sql`select distinct object, date_key from ${ident(trx.schema, "metric_seal")} where object = any(${objects}::text[])`,
  );
  const reader = readerOf(trx, world, accessOf(systemActor(trx.workspaceId, "seal", "seal")), trx.now);
  for (const { object, date_key } of dates) {
    const shape = findObject(world, object);
    const ids = changes.filter((change) => change.object === object).map(({ id }) => id);
    const months = shape?.fields.has(date_key)
      ? await touchedMonths(
          trx,
          recordDate(reader, shape, date_key),
          sql`select record_id, before, after from ${ident(trx.schema, "change")} where id = any(${ids}::uuid[])`,
        )
      : null;
    const which = months === null ? raw("true") : sql`month = any(${months}::date[])`;
    await trx.rows(
      sql`delete from ${ident(trx.schema, "metric_seal")} where object = ${object} and date_key = ${date_key} and ${which}`,
    );
  }
}
