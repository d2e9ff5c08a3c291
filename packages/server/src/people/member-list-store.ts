import type { Member, MemberQuery, MemberState } from "@dabiao/core/people/member.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { and, ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import type { Access } from "./access.ts";

type Reader = Runner & { readonly zone: string };

/** Members by pinyin. Anybody in the workspace may see who works there; contact data is for those who manage people. */
export async function listMembers(
  on: Reader,
  access: Access,
  query: MemberQuery,
  now = new Date(),
): Promise<Page<Member>> {
  const today = dayAt(now, on.zone);
  const conditions: Sql[] = [];
  if (query.search) conditions.push(sql`m.search like ${`%${escapeLike(query.search)}%`}`);
  if (query.state) conditions.push(sql`m.state = ${query.state}`);
  if (query.role) {
    conditions.push(sql`exists (select 1 from ${ident(on.schema, "member_role")} r
      where r.member_id = m.id and r.role_key = ${query.role})`);
  }
  if (query.unit) {
    conditions.push(sql`exists (select 1 from ${ident(on.schema, "membership")} s
      join ${ident(on.schema, "unit_path")} p on p.unit_id = s.unit_id and p.ancestor_id = ${query.unit} and ${during("p", today)}
      where s.member_id = m.id and ${during("s", today)})`);
  }
  if (query.cursor) {
    const [pinyin, id] = readCursor(query.cursor, 2).map(String) as [string, string];
    conditions.push(sql`(m.pinyin, m.id) > (${pinyin}, ${id}::uuid)`);
  }
  const rows = await readMembers(on, today, and(conditions), query.limit + 1);
  const page = pageOf(rows, query.limit, (last) => [last.pinyin, last.id]);
  return { items: page.items.map((row) => toMember(row, access)), next: page.next };
}

/** @throws Refusal `not_found` */
export async function getMember(on: Reader, access: Access, id: string, now = new Date()): Promise<Member> {
  const [row] = await readMembers(on, dayAt(now, on.zone), sql`m.id = ${id}`, 1);
  if (!row) throw new Refusal("not_found", { what: "member" });
  return toMember(row, access);
}

interface MemberAnswer {
  id: string;
  name: string;
  pinyin: string;
  state: MemberState;
  email: string | null;
  phone: string | null;
  employee_no: string | null;
  joined_on: string | null;
  left_on: string | null;
  has_account: boolean;
  role_keys: string[];
  unit_id: string | null;
  unit_path: string[];
}

async function readMembers(on: Reader, today: string, where: Sql, limit: number): Promise<MemberAnswer[]> {
  return await on.rows<MemberAnswer>(sql`
    select m.id, m.name, m.pinyin, m.state, m.email, m.phone, m.employee_no, m.joined_on, m.left_on,
      m.account_id is not null as has_account,
      array(select role_key from ${ident(on.schema, "member_role")} r where r.member_id = m.id order by 1) as role_keys,
      s.unit_id,
      array(select u.name from ${ident(on.schema, "unit_path")} p join ${ident(on.schema, "unit")} u on u.id = p.ancestor_id
        where p.unit_id = s.unit_id and ${during("p", today)} order by p.depth desc) as unit_path
    from ${ident(on.schema, "member")} m
    left join ${ident(on.schema, "membership")} s on s.member_id = m.id and s.kind = 'primary' and ${during("s", today)}
    where ${where} order by m.pinyin, m.id limit ${limit}`);
}

function toMember(row: MemberAnswer, access: Access): Member {
  const open = access.can("people.manage") || row.id === access.memberId;
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    email: open ? row.email : null,
    phone: open ? row.phone : null,
    employeeNo: row.employee_no,
    joinedOn: row.joined_on,
    leftOn: row.left_on,
    hasAccount: row.has_account,
    roleKeys: row.role_keys,
    unit: row.unit_id === null ? null : { id: row.unit_id, path: row.unit_path },
  };
}

function during(alias: string, day: string): Sql {
  const from = ident(alias, "from_day");
  const to = ident(alias, "to_day");
  return sql`${from} <= ${day}::date and (${to} is null or ${to} > ${day}::date)`;
}

function escapeLike(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\\%_]/g, (char) => `\\${char}`);
}
