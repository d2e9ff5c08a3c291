import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { UndoResult } from "@dabiao/core/records/write-batch.ts";
import type { Access } from "../people/access.ts";
import { removeMadePeople } from "../people/remove-made-store.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { membersInUse } from "../records/lookup-store.ts";
import { undoBatch } from "../records/undo-store.ts";
import { changeImport, findImport } from "./import-store.ts";
import type { ImportPlace } from "./room.ts";

export interface ImportUndone {
  readonly undone: number;
  readonly kept: { object: string; id: string; reason: string }[];
}

/**
 * Takes an import back: records, the records made for its references, and the people it made, as far as nothing else
 * has come to stand on them since. Older changes of where people belong stay.
 *
 * @throws Refusal `import_not_undoable`
 */
export async function undoImport(place: ImportPlace, access: Access, id: string): Promise<ImportUndone> {
  access.demand("import");
  return await place.workspace.transaction(async (trx) => {
    const stored = await findImport(trx, id, place.clock());
    const open = stored.undoUntil !== null && new Date(stored.undoUntil) > place.clock();
    const changed = open && (await changeImport(trx, id, ["done", "cancelled"], { state: "undone" }));
    if (!changed) throw new Refusal("import_not_undoable", { state: stored.state });
    const records = await undoRecords(trx, access, id);
    const { members, units } = stored.people;
    const stayed = await removeMadePeople(trx, members, units, await membersInUse(trx, members));
    const kept = [
      ...records.kept,
      ...stayed.members.map((member) => ({ object: "member", id: member, reason: "still_referenced" })),
      ...stayed.units.map((unit) => ({ object: "unit", id: unit, reason: "still_referenced" })),
    ];
    const removed = members.length + units.length - stayed.members.length - stayed.units.length;
    return { undone: records.undone + removed, kept };
  });
}

/** An import of people alone wrote no records. */
async function undoRecords(trx: Trx, access: Access, cause: string): Promise<UndoResult> {
  try {
    return await undoBatch(trx, access, cause);
  } catch (error) {
    if (error instanceof Refusal && error.code === "undo_nothing") return { undone: 0, kept: [] };
    throw error;
  }
}
