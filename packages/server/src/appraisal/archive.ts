import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { type OpenCycle, settleCycle } from "./cycle-store.ts";
import { contentHash } from "./goal-hash.ts";
import type { Room } from "./room.ts";
import { readSheets } from "./sheet-store.ts";
import { openSheet } from "./sheet-view.ts";

/**
 * Archives a cycle: every sheet becomes a snapshot with its hash, which is what is read from then on.
 *
 * @source SPEC.md A-09
 */
export async function archiveSheets(trx: Trx, room: Room, cycle: OpenCycle): Promise<void> {
  const sheets = await readSheets(
    trx,
    sql`s.cycle_id = ${cycle.id}::uuid and s.state in ('confirmed', 'expired')`,
    sql`order by s.id`,
  );
  for (const { id } of sheets) {
    const { view } = await openSheet(room, sql`s.id = ${id}::uuid`);
    const snapshot: Sheet = { ...view, state: "archived", may: [], hash: null };
    await trx.rows(sql`update ${ident(trx.schema, "appraisal_sheet")} set state = 'archived', state_at = ${trx.now}::timestamptz,
      due_on = null, snapshot = ${JSON.stringify(snapshot)}::jsonb, hash = ${contentHash(snapshot)}, version = version + 1 where id = ${id}::uuid`);
  }
  await settleCycle(trx, cycle.id);
}
