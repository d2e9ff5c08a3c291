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

export interface MovedMember {
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly fromId: string;
  readonly fromName: string;
  readonly toId: string;
  readonly toName: string;
}

/** People whose primary unit changed on a day inside a period, the latest change of each. */
export async function movedMembers(on: Runner, { start, end }: { start: string; end: string }): Promise<MovedMember[]> {
  const table = (name: string) => ident(on.schema, name);
  return await on.rows<MovedMember>(sql`
    select distinct on (p.id) p.id, p.name, n.from_day as day, f.id as "fromId", f.name as "fromName", t.id as "toId", t.name as "toName"
    from ${table("membership")} n
    join ${table("membership")} o on o.member_id = n.member_id and o.kind = 'primary' and o.to_day = n.from_day and o.unit_id <> n.unit_id
    join ${table("member")} p on p.id = n.member_id join ${table("unit")} f on f.id = o.unit_id join ${table("unit")} t on t.id = n.unit_id
    where n.kind = 'primary' and n.from_day > ${start}::date and n.from_day < ${end}::date
    order by p.id, n.from_day desc limit 5000`);
}

export interface Halves {
  readonly earlier: string;
  readonly later: string;
  readonly reason: string;
  readonly at: Date;
}

/** What was decided of people's goals of a period after a transfer, the newest word on each. */
export async function readHalves(on: Runner, kpi: string, period: string): Promise<Map<string, Halves>> {
  const rows = await on.rows<Halves & { member_id: string }>(sql`
    select distinct on (member_id) member_id, earlier::text, later::text, reason, at from ${ident(on.schema, "goal_transfer")}
    where kpi = ${kpi} and period = ${period} order by member_id, id desc`);
  return new Map(rows.map(({ member_id, ...halves }) => [member_id, halves]));
}
