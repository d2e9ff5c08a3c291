import type { World } from "@dabiao/core/model/kind.ts";
import type { RoleCard } from "@dabiao/core/people/role-card.ts";
import { roleKind } from "@dabiao/core/people/role-kind.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

export async function listRoles(on: Runner, world: World): Promise<RoleCard[]> {
  const counts = await on.rows<{ role_key: string; members: number }>(sql`
    select r.role_key, count(*)::int as members from ${ident(on.schema, "member_role")} r
    join ${ident(on.schema, "member")} m on m.id = r.member_id and m.state <> 'left'
    group by r.role_key order by r.role_key`);
  const members = new Map(counts.map((row) => [row.role_key, row.members]));
  return world.list(roleKind).map(({ key, body }) => ({
    key,
    label: body.label,
    description: body.description ?? null,
    permissions: body.permissions,
    members: members.get(key) ?? 0,
  }));
}
