import type { Who } from "@dabiao/core/metrics/who.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../../platform/postgres/db.ts";

/** The active members meant by a person or a role, in the order of their ids. */
export async function membersMeant(on: Runner, who: Who): Promise<string[]> {
  const member = ident(on.schema, "member");
  const rows =
    who.kind === "member"
      ? await on.rows<{ id: string }>(sql`select id from ${member} where id = ${who.id}::uuid and state <> 'left'`)
      : await on.rows<{ id: string }>(sql`
          select m.id from ${member} m join ${ident(on.schema, "member_role")} r on r.member_id = m.id
          where r.role_key = ${who.role} and m.state <> 'left' order by m.id`);
  return rows.map(({ id }) => id);
}
