import { type Decimal, decimal, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../../platform/postgres/db.ts";

/**
 * What a unit's people carry more or less, because somebody's goal was made anew in the middle of a period: the later
 * half counts in the new unit and all above it, no longer in the old one.
 *
 * @returns by unit; units that hold both teams are not in it
 */
export async function movedHalves(
  on: Runner,
  kpi: string,
  periods: readonly string[],
  asOf: Date | null,
): Promise<Map<string, Decimal>> {
  const table = (name: string) => ident(on.schema, name);
  const known = asOf ? sql` and at <= ${asOf.toISOString()}::timestamptz` : raw("");
  const path = (unit: "from_unit" | "to_unit") => sql`array(select p.ancestor_id from ${table("unit_path")} p
    where p.unit_id = t.${raw(unit)} and p.from_day <= t.day and (p.to_day is null or p.to_day > t.day))`;
  const rows = await on.rows<{ later: string; old: string[]; fresh: string[] }>(sql`
    select t.later, ${path("from_unit")} as old, ${path("to_unit")} as fresh
    from (select distinct on (member_id, period) * from ${table("goal_transfer")}
      where kpi = ${kpi} and period = any(${periods}::text[])${known} order by member_id, period, id desc) t`);
  const moved = new Map<string, Decimal>();
  const add = (unit: string, amount: Decimal) => moved.set(unit, (moved.get(unit) ?? ZERO).plus(amount));
  for (const { later, old, fresh } of rows) {
    const amount = decimal(later);
    for (const unit of fresh) if (!old.includes(unit)) add(unit, amount);
    for (const unit of old) if (!fresh.includes(unit)) add(unit, amount.negated());
  }
  return moved;
}
