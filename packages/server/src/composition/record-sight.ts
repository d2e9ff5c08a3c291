import { systemActor } from "@dabiao/core/people/actor.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { type Access, accessOf } from "../people/access.ts";
import type { RecordSight } from "../people/people-options.ts";
import { newId } from "../platform/id.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { getRecord } from "../records/list-store.ts";

/** What people may know of a record: they stand below records and are given it. */
export const recordSight: RecordSight = {
  async ownerOf(workspace, _world, object, id) {
    const product = accessOf(systemActor(workspace.id, "why", newId()));
    const found = await look(workspace, product, object, id);
    return found && ownerIn(found.record.values);
  },
  async canRead(workspace, _world, access, object, id) {
    return (await look(workspace, access, object, id)) !== undefined;
  },
};

async function look(workspace: Workspace, access: Access, object: string, id: string) {
  try {
    return await getRecord(workspace, access, object, id, { fields: [["owner"]] });
  } catch (error) {
    if (error instanceof Refusal && error.code === "record_not_found") return undefined;
    throw error;
  }
}

function ownerIn(values: Readonly<Record<string, unknown>>): string | null {
  const owner = values["owner"];
  return typeof owner === "string" ? owner : null;
}
