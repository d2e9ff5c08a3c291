import type { Page } from "@dabiao/core/platform/page.ts";
import { pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { and, ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Access } from "../people/access.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { seesAllSheets } from "./sheet-rights.ts";

/** Units below those one leads today. Being in a unit is not leading it: colleagues do not see each other's scores. */
function ledUnits(on: Runner, memberId: string): Sql {
  const table = (name: string) => ident(on.schema, name);
  return sql`select p.unit_id from ${table("unit")} u join ${table("unit_path")} p on p.ancestor_id = u.id and p.to_day is null
    where u.leader_id = ${memberId}::uuid and not u.archived`;
}

function led(on: Runner, access: Access): Sql {
  if (seesAllSheets(access)) return sql`true`;
  if (access.memberId === null) return sql`false`;
  return sql`exists (select from ${ident(on.schema, "membership")} w where w.member_id = m.id and w.kind = 'primary'
    and w.to_day is null and w.unit_id in (${ledUnits(on, access.memberId)}))`;
}

/** @throws Refusal `not_found` when one of the people is not led by the reader */
export async function demandLed(on: Runner, access: Access, members: readonly string[]): Promise<void> {
  const rows = await on.rows<{ id: string }>(
    sql`select m.id from ${ident(on.schema, "member")} m where m.id = any(${members}::uuid[]) and ${led(on, access)}`,
  );
  if (rows.length < new Set(members).size) throw new Refusal("not_found", { what: "member" }, ["member"]);
}

/** People one leads, or everybody for who may see all; below a unit when one is named. */
export async function ledMembers(
  on: Runner,
  access: Access,
  query: { unit?: string | undefined; page: { cursor?: string | undefined; limit: number } },
): Promise<Page<{ id: string }>> {
  const conditions = [sql`m.state <> 'left'`, led(on, access)];
  if (access.memberId !== null && !seesAllSheets(access)) conditions.push(sql`m.id <> ${access.memberId}::uuid`);
  if (query.unit)
    conditions.push(sql`exists (select from ${ident(on.schema, "membership")} w
      join ${ident(on.schema, "unit_path")} p on p.unit_id = w.unit_id and p.to_day is null
      where w.member_id = m.id and w.kind = 'primary' and w.to_day is null and p.ancestor_id = ${query.unit}::uuid)`);
  if (query.page.cursor) {
    const [name, id] = readCursor(query.page.cursor, 2);
    conditions.push(sql`(m.pinyin, m.id) > (${String(name)}, ${String(id)}::uuid)`);
  }
  const rows = await on.rows<{
    id: string;
    pinyin: string;
  }>(sql`select m.id, m.pinyin from ${ident(on.schema, "member")} m
    where ${and(conditions)} order by m.pinyin, m.id limit ${query.page.limit + 1}`);
  const page = pageOf(rows, query.page.limit, ({ pinyin, id }) => [pinyin, id]);
  return { items: page.items.map(({ id }) => ({ id })), next: page.next };
}
