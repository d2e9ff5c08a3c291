import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

/** Whether a subject can still have a target. */
export interface SubjectState {
  readonly name: string;
  /** The first day somebody is not there any more. */
  readonly leftOn: string | null;
  readonly archived: boolean;
}

export async function subjectsState(on: Runner, ids: readonly string[]): Promise<Map<string, SubjectState>> {
  const wanted = [...new Set(ids)];
  const table = (name: string) => ident(on.schema, name);
  const rows = await on.rows<SubjectState & { id: string }>(sql`
    select id, name, left_on as "leftOn", false as archived from ${table("member")} where id = any(${wanted}::uuid[])
    union all select id, name, null, archived from ${table("unit")} where id = any(${wanted}::uuid[])`);
  return new Map(rows.map(({ id, ...state }) => [id, state]));
}
