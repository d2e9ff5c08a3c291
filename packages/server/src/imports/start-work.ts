import { type ImportMapping, NO_COUNTS } from "@dabiao/core/imports/import.ts";
import type { Actor } from "@dabiao/core/people/actor.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { world } from "../model/world.ts";
import type { Access } from "../people/access.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { planImport, planPeople } from "./import-plan.ts";
import { changeImport, findImport } from "./import-store.ts";
import { importJob } from "./jobs.ts";
import { rememberMapping } from "./mapping-store.ts";
import type { ImportPlace } from "./room.ts";

/** Reading a large file is work for behind; the job starts as soon as the import is there. */
export async function startReading(place: ImportPlace, id: string): Promise<void> {
  await place.workspace.transaction((trx) => queue(trx, id));
}

/**
 * Sets the mapping of an import and has every row checked by it.
 *
 * @param behind whether a job does the work; otherwise the caller does
 * @throws Refusal `import_not_ready` while it runs or once it ran, and what is wrong with the mapping
 */
export async function startCheck(
  place: ImportPlace,
  access: Access,
  id: string,
  mapping: ImportMapping,
  behind = true,
): Promise<void> {
  access.demand("import");
  const { workspace, clock } = place;
  const stored = await findImport(workspace, id, clock());
  const sheet = stored.sheets[mapping.sheet];
  if (!sheet) throw new Refusal("import_no_column", { column: mapping.sheet }, ["body", "sheet"]);
  if (mapping.target.kind === "people") {
    access.demand("people.manage");
    planPeople(sheet, mapping);
  } else planImport(await world(workspace), sheet, mapping, workspace.zone);
  if (mapping.columns.some(({ field, missing }) => field !== null && missing === "create" && isOwner(field)))
    access.demand("people.manage");
  const headers = sheet.columns.map(({ header }) => header);
  const now = clock();
  const change = {
    state: "checking",
    mapping,
    problems: [],
    counts: { ...NO_COUNTS, total: sheet.rows },
    startedAt: now,
    workedAt: now,
    finishedAt: null,
    failure: null,
    actor: access.actor,
  } as const;
  await workspace.transaction(async (trx) => {
    const changed = await changeImport(trx, id, ["read", "checking", "checked"], change);
    if (!changed) throw new Refusal("import_not_ready", { state: stored.state });
    await rememberMapping(trx, mapping, headers, now);
    if (behind) await queue(trx, id);
  });
}

function isOwner(field: string): boolean {
  return field === "owner";
}

/** @throws Refusal `import_not_ready` unless it is checked */
export async function startRun(place: ImportPlace, access: Access, id: string, behind = true): Promise<void> {
  access.demand("import");
  const now = place.clock();
  const actor: Actor = access.actor;
  await place.workspace.transaction(async (trx) => {
    const change = { state: "running", startedAt: now, workedAt: now, actor } as const;
    if (!(await changeImport(trx, id, ["checked"], change))) {
      throw new Refusal("import_not_ready", { state: (await findImport(trx, id, now)).state });
    }
    if (behind) await queue(trx, id);
  });
}

/** Stops a check or a run; what is written stays and can be undone. */
export async function cancelImport(place: ImportPlace, access: Access, id: string): Promise<void> {
  access.demand("import");
  const now = place.clock();
  const { workspace } = place;
  if (await changeImport(workspace, id, ["running"], { state: "cancelled", finishedAt: now })) return;
  if (await changeImport(workspace, id, ["checking"], { state: "read" })) return;
  throw new Refusal("import_not_ready", { state: (await findImport(workspace, id, now)).state });
}

async function queue(trx: Trx, importId: string): Promise<void> {
  await enqueue(trx, importJob, { workspaceId: trx.workspaceId, importId }, { maxAttempts: 5 });
}
