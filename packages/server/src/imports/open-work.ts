import { access as fileAccess } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { ImportMapping } from "@dabiao/core/imports/import.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { world } from "../model/world.ts";
import { accessOfStarter } from "./actor-access.ts";
import { sheetRows } from "./file/unpack.ts";
import { importFolder } from "./import-folder.ts";
import { type ImportPlan, planImport } from "./import-plan.ts";
import type { StoredImport } from "./import-store.ts";
import type { FileRow, ImportWork } from "./import-work.ts";
import { LinkFinder } from "./link-finder.ts";
import { isOwn } from "./resolve-links.ts";
import type { ImportPlace } from "./room.ts";

/** Rows written together: so long a cancel waits, and so finely progress is told. Twice as many gain a few percent. */
export const CHUNK_ROWS = 4_000;

/** Rows read ahead in one go: what PostgreSQL answers meanwhile is not kept waiting for long. */
const AHEAD_ROWS = 100;

/** The mapping and sheet of an import that is ready for it. */
export function mappingOf(stored: StoredImport): ImportMapping {
  if (!stored.mapping) throw new Refusal("import_not_ready", { state: stored.state });
  return stored.mapping;
}

/** Everything one pass over the file of an import to an object needs. */
export async function openWork(place: ImportPlace, stored: StoredImport, dryRun: boolean): Promise<ImportWork> {
  const { workspace, clock } = place;
  const mapping = mappingOf(stored);
  const sheet = stored.sheets[mapping.sheet];
  if (!sheet) throw new Refusal("import_no_column", { column: 0 });
  const access = await accessOfStarter(workspace, stored.actor, clock());
  const definitions = await world(workspace);
  const plan = planImport(definitions, sheet, mapping, workspace.zone);
  return {
    importId: stored.id,
    access,
    world: definitions,
    plan,
    links: new LinkFinder(access, definitions),
    dryRun,
    seen: new Map(),
    ownNames: await ownNames(place, stored, plan),
  };
}

/** The rows of the import's sheet, some at a time. */
export async function* rowChunks(place: ImportPlace, stored: StoredImport): AsyncGenerator<FileRow[]> {
  const folder = importFolder(place.dataDir, place.workspace.id, stored.id);
  const { sheet } = mappingOf(stored);
  await demandFile(join(folder, `sheet-${sheet}.ndjson`));
  let rows: FileRow[] = [];
  for await (const row of sheetRows(folder, sheet)) {
    rows.push(row);
    if (rows.length < CHUNK_ROWS) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** The same, each piece read by the plan while the one before it is being worked on: PostgreSQL is at work then. */
export async function* readChunks(
  place: ImportPlace,
  stored: StoredImport,
  plan: ImportPlan,
): AsyncGenerator<FileRow[]> {
  const chunks = rowChunks(place, stored);
  const readNext = async () => {
    const { value, done } = await chunks.next();
    if (done) return null;
    const read: FileRow[] = [];
    for (const { row, cells } of value) {
      read.push({ row, cells, read: plan.read(cells) });
      if (read.length % AHEAD_ROWS === 0) await setImmediate();
    }
    return read;
  };
  let next = readNext();
  try {
    for (let chunk = await next; chunk; chunk = await next) {
      next = readNext();
      // Its fault is told when its turn comes.
      next.catch(() => undefined);
      yield chunk;
    }
  } finally {
    await chunks.return(undefined);
  }
}

async function demandFile(path: string): Promise<void> {
  try {
    await fileAccess(path);
  } catch {
    throw new Refusal("import_file_gone");
  }
}

/** What the file's own rows are called, when rows refer to rows of the same file. */
async function ownNames(place: ImportPlace, stored: StoredImport, plan: ImportPlan): Promise<Set<string> | null> {
  const refersToItself = plan.columns.some(({ field }) => {
    const shape = plan.object.fields.get(field);
    return shape?.target?.kind === "object" && shape.target.object === plan.object.key;
  });
  if (!refersToItself) return null;
  const names = new Set<string>();
  for await (const rows of rowChunks(place, stored)) {
    for (const { cells } of rows) {
      const name = plan.read(cells).values[plan.object.nameField];
      if (typeof name === "string") names.add(name);
    }
  }
  return names;
}

/** Columns by which rows of the file refer to each other. */
export function ownLinks(work: ImportWork): string[] {
  return work.plan.columns.flatMap((column) => {
    const field = work.plan.object.fields.get(column.field);
    return field && isOwn(work, { column, field, texts: [] }) ? [column.field] : [];
  });
}
