import type { WriteOp } from "@dabiao/core/records/write-batch.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { lookUpRecords } from "../records/lookup-store.ts";
import { writeRecords } from "../records/write-store.ts";
import type { ChunkOutcome, FileRow, ImportWork, Pending, RowFault } from "./import-work.ts";
import { isFilledByRun } from "./is-filled-by-run.ts";
import { resolveLinks } from "./resolve-links.ts";
import { rowId } from "./row-id.ts";

/**
 * Takes some rows of a file to the records, all in the caller's transaction: reads them, finds what they refer to and
 * which records they update, and passes them through the one door. Faulty rows stay out and are told.
 */
export async function writeChunk(trx: Trx, work: ImportWork, rows: readonly FileRow[]): Promise<ChunkOutcome> {
  const pending = rows.map((row): Pending => {
    const read = row.read ?? work.plan.read(row.cells);
    return { ...row, read, existing: null, skip: null, later: new Set() };
  });
  for (const each of pending) noteRepeats(work, each);
  await findExisting(trx, work, pending);
  await resolveLinks(trx, work, pending);
  const sound = pending.filter(({ read, skip }) => skip === null && read.faults.length === 0);
  const written = await write(trx, work, sound);
  return outcomeOf(work, pending, sound, written);
}

/** Rows written before: their keys count as met. */
export function noteSeen(work: ImportWork, rows: readonly FileRow[]): void {
  const key = work.plan.key;
  if (!key) return;
  for (const { cells, read } of rows) isRepeat(work, key.key, { read: read ?? work.plan.read(cells) });
}

/** The first row with a key counts; a later one is left out. Other unique values may not come twice at all. */
function noteRepeats(work: ImportWork, pending: Pending): void {
  const { key, unique } = work.plan;
  if (key && isRepeat(work, key.key, pending)) pending.skip = "repeated";
  if (!work.dryRun || pending.skip) return;
  for (const field of unique) {
    if (!isRepeat(work, field, pending)) continue;
    const column = work.plan.columns.find((each) => each.field === field)?.column ?? null;
    const value = String(pending.read.values[field]);
    pending.read.faults.push({
      column,
      field,
      code: "value_repeated_in_batch",
      params: { fields: field, value },
      value,
    });
  }
}

function isRepeat({ seen }: ImportWork, field: string, { read }: Pick<Pending, "read">): boolean {
  const value = read.values[field];
  if (typeof value !== "string") return false;
  const values = seen.get(field) ?? new Set<string>();
  seen.set(field, values);
  if (values.has(value)) return true;
  values.add(value);
  return false;
}

async function findExisting(trx: Trx, { plan, access }: ImportWork, pending: readonly Pending[]): Promise<void> {
  const { key, object, mapping, columns } = plan;
  if (!key) return;
  const keyOf = ({ read }: Pending) => read.values[key.key] as string | undefined;
  const texts = new Set(pending.flatMap((each) => keyOf(each) ?? []));
  const needed = mapping.duplicates === "fill_empty" ? columns.map(({ field }) => field) : [];
  const found = await lookUpRecords(trx, access, object.key, key.key, [...texts], needed);
  const byText = new Map(found.map((record) => [record.text, record]));
  for (const each of pending) {
    each.existing = byText.get(keyOf(each) ?? "") ?? null;
    if (each.existing && mapping.duplicates === "skip") each.skip ??= "exists";
  }
}

async function write(trx: Trx, work: ImportWork, sound: readonly Pending[]) {
  const { plan, access, importId, dryRun } = work;
  const ops = sound.map((each): WriteOp => {
    const { existing, row, read } = each;
    if (!existing) return { op: "create", id: rowId(importId, row), values: read.values };
    return { op: "update", id: existing.id, values: mayChange(each, plan.mapping.duplicates === "fill_empty") };
  });
  return await writeRecords(trx, access, {
    object: plan.object.key,
    ops,
    source: "import",
    cause: importId,
    onError: "collect",
    stored: true,
    dryRun,
  });
}

function mayChange({ read, existing }: Pending, onlyEmpty: boolean): Record<string, unknown> {
  if (!onlyEmpty) return read.values;
  return Object.fromEntries(Object.entries(read.values).filter(([key]) => (existing?.values[key] ?? null) === null));
}

function outcomeOf(
  work: ImportWork,
  pending: readonly Pending[],
  sound: readonly Pending[],
  written: Awaited<ReturnType<typeof writeRecords>>,
): ChunkOutcome {
  const refused = new Map<number, RowFault[]>();
  for (const { row: index, field, code, params } of written.issues) {
    const each = sound[index];
    if (!each || (code === "field_required" && field !== null && isFilledByRun(work, each, field))) continue;
    const column = work.plan.columns.find((mapped) => mapped.field === field)?.column ?? null;
    const value = column === null ? null : (each.cells[column] ?? "");
    refused.set(index, [...(refused.get(index) ?? []), { row: each.row, column, field, code, params, value }]);
  }
  const unread = pending.flatMap(({ row, read, skip }) =>
    skip ? [] : read.faults.map((fault) => ({ ...fault, row })),
  );
  const faults = [...unread, ...[...refused.values()].flat()].sort((a, b) => a.row - b.row);
  const good = sound.filter((_each, index) => !refused.has(index));
  const created = good.filter(({ existing }) => existing === null).length;
  const skipped = pending.filter(({ skip }) => skip !== null).length;
  const counts = {
    done: pending.length,
    created,
    updated: written.updated,
    unchanged: good.length - created - written.updated,
    skipped,
    failed: pending.length - skipped - good.length,
  };
  return { counts, faults, rows: pending };
}
