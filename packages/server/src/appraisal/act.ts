import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { sql } from "@dabiao/core/platform/sql.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { type OpenCycle, readCards, readCycle } from "./cycle-store.ts";
import type { Room } from "./room.ts";
import type { Cards } from "./scored-parts.ts";
import { openSheets, type Sight, sightOf } from "./sheet-rights.ts";
import { lockSheet, type PartRow, readParts, readSheet, type SheetRow } from "./sheet-store.ts";
import { readWholeSheet } from "./sheet-view.ts";

/** A sheet somebody does something with, locked. */
export interface ActedOn {
  readonly trx: Trx;
  readonly cycle: OpenCycle;
  readonly cards: Cards;
  readonly sheet: SheetRow;
  readonly parts: readonly PartRow[];
  readonly sight: Sight;
}

/**
 * Does something with a sheet one may see, in one transaction, and gives the sheet as it then is. The cycle is locked first,
 * as by its own steps, so that a step and an act never wait for each other.
 */
export async function actOnSheet(room: Room, sheetId: string, act: (on: ActedOn) => Promise<void>): Promise<Sheet> {
  const { ws, access } = room;
  await ws.transaction(async (trx) => {
    const visible = openSheets(ws, access);
    const { cycleId } = await readSheet(trx, sheetId, visible);
    const cycle = await readCycle(trx, cycleId, true);
    const sheet = await lockSheet(trx, sheetId, visible);
    if (cycle.state === "cancelled" || cycle.state === "draft")
      throw new Refusal("sheet_state", { state: cycle.state });
    const parts = await readParts(trx, sql`s.id = ${sheetId}::uuid`);
    const cards = await readCards(trx, cycle.id);
    await act({ trx, cycle, cards, sheet, parts, sight: sightOf(access, sheet, parts) });
  });
  return await readWholeSheet(room, sheetId);
}
