import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

interface Wanted {
  readonly object: string;
  readonly recordId: string;
  readonly memberId: string;
  readonly units: readonly string[];
  readonly now: Date;
}

/** Shares of a record that reach a member today: by name, or by one of the member's units. */
export async function sharesWith(
  on: Runner,
  { object, recordId, memberId, units, now }: Wanted,
): Promise<{ with: string; until: string | null; reason: string | null }[]> {
  const rows = await on.rows<{ grantee: string; until: Date | null; reason: string | null }>(sql`
    select coalesce(m.name, u.name, '') as grantee, s.until, s.reason
    from ${ident(on.schema, "record_share")} s
    left join ${ident(on.schema, "member")} m on m.id = s.grantee_id
    left join ${ident(on.schema, "unit")} u on u.id = s.grantee_id
    where s.object = ${object} and s.record_id = ${recordId} and s.grantee_id = any(${[memberId, ...units]}::uuid[])
      and (s.until is null or s.until > ${now})
    order by s.id limit 100`);
  return rows.map((row) => ({ with: row.grantee, until: row.until?.toISOString() ?? null, reason: row.reason }));
}
