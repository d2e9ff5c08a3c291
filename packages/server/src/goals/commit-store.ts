import type { CommitState } from "@dabiao/core/goals/commitment.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

/** Where negotiations stand, by `<subject> <period>`; what nobody submitted yet is not in it. */
export async function commitStates(
  on: Runner,
  kpi: string,
  subjects: readonly string[],
  periods: readonly string[],
): Promise<Map<string, CommitState>> {
  const rows = await on.rows<{ id: string; period: string; state: CommitState }>(sql`
    select subject_id as id, period, state from ${ident(on.schema, "target_commit")}
    where kpi = ${kpi} and period = any(${periods}::text[]) and subject_id = any(${subjects}::uuid[]) and state <> 'draft'`);
  return new Map(rows.map(({ id, period, state }) => [`${id} ${period}`, state]));
}
