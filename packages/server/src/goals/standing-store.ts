import type { Axis } from "@dabiao/core/goals/child-rule.ts";
import { type Decimal, decimal, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { ident, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import type { Place } from "./place.ts";

/** A place with what it carries and what it has handed down. */
export interface Standing extends Place {
  readonly amount: Decimal;
  /** Handed down along each axis, buffer included; null where it never was. */
  readonly handed: Readonly<Record<Axis, Decimal | null>>;
  readonly buffer: Readonly<Record<Axis, Decimal>>;
  /** How many postings touched its target; 0 where none was ever set. */
  readonly version: number;
  readonly locked: boolean;
}

export const NOTHING_STANDS: Omit<Standing, keyof Place> = {
  amount: ZERO,
  handed: { people: null, periods: null, slices: null },
  buffer: { people: ZERO, periods: ZERO, slices: ZERO },
  version: 0,
  locked: false,
};

interface StandingRow extends Place {
  readonly amount: string | null;
  readonly to_people: string | null;
  readonly to_periods: string | null;
  readonly to_slices: string | null;
  readonly buffer_people: string | null;
  readonly buffer_periods: string | null;
  readonly buffer_slices: string | null;
  readonly version: number;
  readonly locked: boolean;
}

/** Which places: some subjects', or all; of one slice, of the whole business, or of both (null). */
export interface Which {
  readonly subjects?: readonly string[];
  readonly slice: string | null;
  readonly asOf?: Date | null;
}

/** What every place of these periods carries, now or as it stood at a moment. */
export async function readStandings(
  on: Runner,
  kpi: string,
  periods: readonly string[],
  asOf: Date | null = null,
): Promise<Standing[]> {
  return await standingsOf(on, kpi, periods, { slice: "", asOf });
}

/** The frames that name a period are found by their index, then the lines by frame (target_line_by_frame). */
export async function standingsOf(
  on: Runner,
  kpi: string,
  periods: readonly string[],
  { subjects, slice, asOf = null }: Which,
): Promise<Standing[]> {
  const table = (name: string) => ident(on.schema, name);
  const whose = subjects === undefined ? raw("") : sql` and l.subject_id = any(${subjects}::uuid[])`;
  const part = slice === null ? raw("") : sql` and l.slice = ${slice}`;
  const until = asOf ? sql` and l.at <= ${asOf.toISOString()}::timestamptz` : raw("");
  const rows = await on.rows<StandingRow>(sql`
    with spot as materialized (
      select f.id, u.name, u.place::int as place from ${table("target_frame")} f, unnest(f.names) with ordinality u (name, place)
      where f.names && ${periods}::text[] and u.name = any(${periods}::text[])
    ), stood as (
      select l.subject_kind as kind, l.subject_id as id, s.name as period, l.slice, ${sums()},
        (count(*) filter (where l.account = 'target'))::int as version
      from spot s join ${table("target_line")} l on l.kpi = ${kpi} and l.frame_id = s.id
      where l.amounts[s.place] is not null and l.account <> 'plan'${whose}${part}${until} group by 1, 2, 3, 4
    )
    select stood.*, k.locked_at is not null as locked from stood
    left join ${table("target_lock")} k on k.kpi = ${kpi} and k.period = stood.period and k.subject_id = stood.id and k.slice = stood.slice
      and ${lockedAt(asOf)}`);
  return rows.map(toStanding);
}

const ACCOUNTS = ["to_people", "to_periods", "to_slices", "buffer_people", "buffer_periods", "buffer_slices"] as const;

function sums(): Sql {
  const sumOf = (account: string, name = account) =>
    `sum(l.amounts[s.place]) filter (where l.account = '${account}')::text as ${name}`;
  return raw([sumOf("target", "amount"), ...ACCOUNTS.map((account) => sumOf(account))].join(", "));
}

function lockedAt(asOf: Date | null): Sql {
  if (!asOf) return raw("k.unlocked_at is null");
  const moment = asOf.toISOString();
  return sql`k.locked_at <= ${moment}::timestamptz and (k.unlocked_at is null or k.unlocked_at > ${moment}::timestamptz)`;
}

function toStanding(row: StandingRow): Standing {
  const handed = (text: string | null) => (text === null ? null : decimal(text).negated());
  const kept = (text: string | null) => (text === null ? ZERO : decimal(text));
  return {
    kind: row.kind,
    id: row.id,
    period: row.period,
    slice: row.slice,
    amount: kept(row.amount),
    handed: { people: handed(row.to_people), periods: handed(row.to_periods), slices: handed(row.to_slices) },
    buffer: { people: kept(row.buffer_people), periods: kept(row.buffer_periods), slices: kept(row.buffer_slices) },
    version: row.version,
    locked: row.locked,
  };
}
