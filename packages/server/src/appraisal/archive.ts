import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { accessOf } from "../people/access.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { readBundles } from "./bundle-store.ts";
import { type OpenCycle, readCards, settleCycle } from "./cycle-store.ts";
import { contentHash } from "./goal-hash.ts";
import type { Room } from "./room.ts";
import { viewSheets } from "./sheet-view.ts";

/** Sheets read, sealed and written at once. A sheet takes 1 to 2 ms to reckon; others are served between the batches. */
export const SHEETS_AT_ONCE = 100;

/**
 * Archives a cycle: every sheet becomes a snapshot with its hash, which is what is read from then on. What is kept is the
 * whole sheet, whoever archives, the own one too.
 *
 * @source SPEC.md A-09
 */
export async function archiveSheets(trx: Trx, room: Room, cycle: OpenCycle): Promise<void> {
  const table = ident(trx.schema, "appraisal_sheet");
  const ready = sql`s.cycle_id = ${cycle.id}::uuid and s.state in ('confirmed', 'expired')`;
  const rows = await trx.rows<{ id: string }>(sql`select s.id from ${table} s where ${ready} order by s.id`);
  const cards = await readCards(trx, cycle.id);
  const { ws } = room;
  const whole = { ...room, access: accessOf(systemActor(ws.id, "appraisal", "appraisal")) };
  for (let from = 0; from < rows.length; from += SHEETS_AT_ONCE) {
    const ids = rows.slice(from, from + SHEETS_AT_ONCE).map(({ id }) => id);
    const bundles = await readBundles(trx, sql`s.id = any(${ids}::uuid[])`, sql`order by s.id`);
    await seal(trx, await viewSheets(whole, trx, cycle, cards, bundles));
  }
  await settleCycle(trx, cycle.id);
}

async function seal(trx: Trx, views: readonly Sheet[]): Promise<void> {
  const snapshots = views.map((view): Sheet => ({ ...view, state: "archived", may: [], hash: null }));
  const of = (read: (each: Sheet) => string) => snapshots.map(read);
  await trx.rows(sql`update ${ident(trx.schema, "appraisal_sheet")} s set state = 'archived', state_at = ${trx.now}::timestamptz,
      due_on = null, snapshot = g.snapshot::jsonb, hash = g.hash, version = s.version + 1
    from unnest(${of(({ id }) => id)}::uuid[], ${of((each) => JSON.stringify(each))}::text[], ${of(contentHash)}::text[])
      as g (id, snapshot, hash) where s.id = g.id`);
}
