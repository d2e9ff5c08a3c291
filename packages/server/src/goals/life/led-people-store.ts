import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Access } from "../../people/access.ts";
import type { Runner } from "../../platform/postgres/db.ts";

type Here = Runner & { readonly zone: string };

/** Whose targets and leave somebody sees and is in charge of. */
export interface Charge {
  /** Everybody. */
  readonly all: boolean;
  /** People in the units one leads and below, without oneself. */
  readonly led: ReadonlySet<string>;
}

/** Who may manage people or goals is in charge of everybody; a leader of the people below. */
export async function chargeOf(on: Here, access: Access, now: Date): Promise<Charge> {
  const all = access.can("people.manage") || access.can("goals.manage");
  if (all || access.memberId === null) return { all, led: new Set() };
  const day = dayAt(now, on.zone);
  const table = (name: string) => ident(on.schema, name);
  const rows = await on.rows<{ id: string }>(sql`
    select distinct m.member_id as id from ${table("unit")} u
    join ${table("unit_path")} p on p.ancestor_id = u.id and p.from_day <= ${day}::date and (p.to_day is null or p.to_day > ${day}::date)
    join ${table("membership")} m on m.unit_id = p.unit_id and m.kind = 'primary' and m.from_day <= ${day}::date and (m.to_day is null or m.to_day > ${day}::date)
    where u.leader_id = ${access.memberId} and m.member_id <> ${access.memberId}`);
  return { all, led: new Set(rows.map(({ id }) => id)) };
}

export function inCharge(charge: Charge, memberId: string): boolean {
  return charge.all || charge.led.has(memberId);
}

/** @throws Refusal `forbidden` */
export function demandCharge(charge: Charge, memberId: string): void {
  if (!inCharge(charge, memberId)) throw new Refusal("forbidden", { what: "goals.manage" });
}
