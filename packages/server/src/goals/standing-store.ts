import { type Decimal, decimal, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";
import { type Place, placeName } from "./place.ts";

/** A place with what it carries and what it has handed down. */
export interface Standing extends Place {
  readonly amount: Decimal;
  /** Handed down along each axis; null where it never was. */
  readonly people: Decimal | null;
  readonly periods: Decimal | null;
  readonly version: number;
  readonly locked: boolean;
}

/**
 * Locks places in one order, so that two planners never wait for each other, and reads what they carry. Places that
 * never had a target are made.
 */
export async function lockPlaces(trx: Trx, kpi: string, places: readonly Place[]): Promise<Map<string, Standing>> {
  const nodes = ident(trx.schema, "target_node");
  const columns = [
    places.map(({ kind }) => kind),
    places.map(({ id }) => id),
    places.map(({ period }) => period),
  ] as const;
  const given = sql`unnest(${columns[0]}::text[], ${columns[1]}::uuid[], ${columns[2]}::text[]) as g (subject_kind, subject_id, period)`;
  await trx.rows(sql`insert into ${nodes} (kpi, subject_kind, subject_id, period, version)
    select distinct ${kpi}, g.subject_kind, g.subject_id, g.period, 0 from ${given} on conflict on constraint target_node_pk do nothing`);
  await trx.rows(sql`select 1 from ${nodes} n join ${given} using (subject_kind, subject_id, period) where n.kpi = ${kpi}
    order by n.period, n.subject_kind, n.subject_id for update of n`);
  const rows = await readStandings(trx, kpi, [...new Set(columns[2])]);
  const standings = new Map(rows.map((row) => [placeName(row), row]));
  return new Map(places.map((place) => [placeName(place), standings.get(placeName(place)) ?? { ...place, ...EMPTY }]));
}

const EMPTY = { amount: ZERO, people: null, periods: null, version: 0, locked: false };

interface StandingRow extends Place {
  readonly amount: string;
  readonly people: string | null;
  readonly periods: string | null;
  readonly version: number;
  readonly locked: boolean;
}

/** What every place of these periods carries, now or as it stood at a moment. */
export async function readStandings(
  on: Runner,
  kpi: string,
  periods: readonly string[],
  asOf: Date | null = null,
): Promise<Standing[]> {
  const until = asOf ? sql` and e.at <= ${asOf.toISOString()}::timestamptz` : sql``;
  const rows = await on.rows<StandingRow>(sql`
    select e.subject_kind as kind, e.subject_id as id, e.period, min(e.grain) as grain,
      coalesce(sum(e.amount) filter (where e.account = 'target'), 0)::text as amount,
      (-sum(e.amount) filter (where e.account = 'to_people'))::text as people,
      (-sum(e.amount) filter (where e.account = 'to_periods'))::text as periods,
      coalesce(max(n.version), 0) as version, bool_or(n.locked_at is not null) as locked
    from ${ident(on.schema, "target_entry")} e
    left join ${ident(on.schema, "target_node")} n on n.kpi = e.kpi and n.period = e.period and n.subject_kind = e.subject_kind and n.subject_id = e.subject_id
    where e.kpi = ${kpi} and e.period = any(${periods}::text[]) and e.account <> 'plan'${until}
    group by 1, 2, 3 order by 3, 1, 2`);
  const known = (text: string | null) => (text === null ? null : decimal(text));
  return rows.map((row) => ({
    ...row,
    amount: decimal(row.amount),
    people: known(row.people),
    periods: known(row.periods),
  }));
}

/** @throws Refusal `target_locked`, `conflict` when somebody changed it since */
export function demandChangeable(standing: Standing, version: number | undefined): void {
  if (standing.locked) throw new Refusal("target_locked");
  if (version !== undefined && version !== standing.version)
    throw new Refusal("conflict", { what: "target" }, ["version"]);
}
