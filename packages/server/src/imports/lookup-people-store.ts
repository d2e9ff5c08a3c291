import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

export interface Named {
  readonly id: string;
  /** The text that named it. */
  readonly text: string;
  /** What tells it apart from others of the same name. */
  readonly mark: string;
}

/** Members by id, e-mail, employee number or name; who left is only found when nobody else has the name. */
export async function lookUpMembers(on: Runner, texts: readonly string[]): Promise<Named[]> {
  return await on.rows<Named>(sql`
    select distinct on (x.text, m.id) m.id, x.text, coalesce(m.email, m.employee_no, m.id::text) as mark
    from unnest(${texts}::text[]) as x (text)
    join ${ident(on.schema, "member")} m
      on m.name = x.text or lower(m.email) = lower(x.text) or m.employee_no = x.text or m.id::text = lower(x.text)
    where m.state <> 'left' or not exists (
      select from ${ident(on.schema, "member")} o where o.name = x.text and o.state <> 'left')
    order by x.text, m.id`);
}

/** Units by id or name. */
export async function lookUpUnits(on: Runner, texts: readonly string[]): Promise<Named[]> {
  return await on.rows<Named>(sql`
    select u.id, x.text, u.id::text as mark from unnest(${texts}::text[]) as x (text)
    join ${ident(on.schema, "unit")} u on u.name = x.text or u.id::text = lower(x.text)
    where not u.archived order by x.text, u.id`);
}

/** Names to compare a misspelt one with. */
export async function someNames(on: Runner, table: "member" | "unit", most: number): Promise<string[]> {
  const rows = await on.rows<{ name: string }>(sql`
    select distinct name from ${ident(on.schema, table)} order by name limit ${most}`);
  return rows.map(({ name }) => name);
}
