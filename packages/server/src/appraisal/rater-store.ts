import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import type { PartRow } from "./sheet-store.ts";

/** Colleagues asked to rate at most, of each kind. */
const ASKED_MAX = 8;

export interface Colleagues {
  readonly peers: readonly string[];
  readonly reports: readonly string[];
}

/** Who sat in the same unit on a part's last day, and who is led by the person: the nearest by id, a bounded number. */
export async function colleagues(on: Runner, parts: readonly PartRow[]): Promise<Map<string, Colleagues>> {
  if (parts.length === 0) return new Map();
  const table = (name: string) => ident(on.schema, name);
  const of = <Value>(read: (each: PartRow) => Value) => parts.map(read);
  const there = sql`kind = 'primary' and from_day < g.to_day and (to_day is null or to_day >= g.to_day)`;
  const rows = await on.rows<{ id: string; peers: string[]; reports: string[] }>(sql`
    select g.id,
      array(select m.member_id from ${table("membership")} m join ${table("member")} p on p.id = m.member_id and p.state <> 'left'
        where m.unit_id = g.unit and m.member_id <> g.member and ${there} order by m.member_id limit ${ASKED_MAX}) as peers,
      array(select m.member_id from ${table("unit")} u join ${table("membership")} m on m.unit_id = u.id
        join ${table("member")} p on p.id = m.member_id and p.state <> 'left'
        where u.leader_id = g.member and m.member_id <> g.member and ${there} order by m.member_id limit ${ASKED_MAX}) as reports
    from unnest(${of(({ id }) => id)}::uuid[], ${of(({ memberId }) => memberId)}::uuid[], ${of(({ unitId }) => unitId)}::uuid[],
      ${of(({ to }) => to)}::date[]) as g (id, member, unit, to_day)`);
  return new Map(rows.map(({ id, peers, reports }) => [id, { peers, reports }]));
}
