import type { Decimal } from "@dabiao/core/numbers/decimal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { readFrames } from "./frame-store.ts";
import { subjectName } from "./place.ts";
import type { Account } from "./tables.ts";

/** Amounts of subjects by account over given periods; null where nothing was ever posted. */
export interface Vectors {
  /** Decimal places all amounts are whole numbers of. */
  readonly places: number;
  readonly of: ReadonlyMap<string, ReadonlyMap<Account, readonly (bigint | null)[]>>;
}

interface LineRow {
  readonly kind: "company" | "unit" | "member";
  readonly id: string;
  readonly account: Account;
  readonly frame: string;
  readonly amounts: (string | null)[];
}

/** Everything a KPI's ledger holds of some periods, of the whole business. @param step its places are the least */
export async function readVectors(
  on: Runner,
  kpi: string,
  periods: readonly string[],
  step: Decimal,
): Promise<Vectors> {
  const table = (name: string) => ident(on.schema, name);
  // Frames first: joined, they are compared anew for every line where the planner has no statistics yet (1 s a year).
  const rows = await on.rows<LineRow>(sql`
    select l.subject_kind as kind, l.subject_id as id, l.account, l.frame_id as frame, l.amounts::text[] as amounts
    from ${table("target_line")} l
    where l.kpi = ${kpi} and l.frame_id = any(array(select id from ${table("target_frame")} where names && ${periods}::text[])) and l.slice = '' and l.account <> 'plan'`);
  const frames = await readFrames(on, [...new Set(rows.map(({ frame }) => frame))]);
  const places = rows.reduce((most, { amounts }) => Math.max(most, placesOf(amounts)), step.decimalPlaces());
  const placeOf = new Map(periods.map((period, place) => [period, place]));
  const vectors = new Map<string, Map<Account, (bigint | null)[]>>();
  for (const row of rows) {
    const subject = subjectName(row);
    const accounts = vectors.get(subject) ?? new Map<Account, (bigint | null)[]>();
    vectors.set(subject, accounts);
    const vector = accounts.get(row.account) ?? periods.map(() => null);
    accounts.set(row.account, vector);
    for (const [index, name] of (frames.get(row.frame)?.names ?? []).entries()) {
      const place = placeOf.get(name);
      const amount = row.amounts[index];
      if (place !== undefined && amount != null) vector[place] = (vector[place] ?? 0n) + scaled(amount, places);
    }
  }
  return { places, of: vectors };
}

function placesOf(amounts: readonly (string | null)[]): number {
  let most = 0;
  for (const amount of amounts) {
    const point = amount?.indexOf(".") ?? -1;
    if (amount !== null && point >= 0) most = Math.max(most, amount.length - point - 1);
  }
  return most;
}

function scaled(text: string, places: number): bigint {
  const point = text.indexOf(".");
  if (point < 0) return BigInt(text + "0".repeat(places));
  return BigInt(text.slice(0, point) + text.slice(point + 1).padEnd(places, "0"));
}

/** Locked places of some periods, of the whole business: subject name and period. */
export async function lockedIn(
  on: Runner,
  kpi: string,
  periods: readonly string[],
): Promise<{ subject: string; period: string }[]> {
  const rows = await on.rows<{ kind: "company" | "unit" | "member"; id: string; period: string }>(sql`
    select subject_kind as kind, subject_id as id, period from ${ident(on.schema, "target_lock")}
    where kpi = ${kpi} and period = any(${periods}::text[]) and slice = '' and unlocked_at is null order by id limit 100000`);
  return rows.map((row) => ({ subject: subjectName(row), period: row.period }));
}
