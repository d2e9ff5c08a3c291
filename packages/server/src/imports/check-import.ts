import { type ImportCounts, NO_COUNTS } from "@dabiao/core/imports/import.ts";
import { ProblemGroups } from "@dabiao/core/imports/problem-groups.ts";
import type { CellFault } from "@dabiao/core/imports/read-row.ts";
import { changeImport, findImport } from "./import-store.ts";
import type { ImportWork, Pending } from "./import-work.ts";
import { noteDefaults } from "./note-defaults.ts";
import { openWork, readChunks } from "./open-work.ts";
import { checkPeople } from "./people-import.ts";
import type { ImportPlace } from "./room.ts";
import { suggestFor } from "./suggest-values.ts";
import { writeChunk } from "./write-chunk.ts";

/** Holds every row of an import against its mapping and the rules, and tells what is wrong. Nothing is written. */
export async function checkImport(place: ImportPlace, id: string): Promise<void> {
  const stored = await findImport(place.workspace, id, place.clock());
  if (stored.state !== "checking") return;
  if (stored.mapping?.target.kind === "people") return await checkPeople(place, stored);
  const work = await openWork(place, stored, true);
  const problems = new ProblemGroups();
  const total = stored.sheets[work.plan.mapping.sheet]?.rows ?? 0;
  let counts: ImportCounts = { ...NO_COUNTS, total };
  for await (const rows of readChunks(place, stored, work.plan)) {
    counts = await place.workspace.transaction(async (trx) => {
      const outcome = await writeChunk(trx, work, rows);
      for (const { row, ...fault } of outcome.faults) {
        const suggestions = problems.isNew(fault) ? await suggestFor(trx, work, fault) : [];
        problems.add(row, fault, "error", suggestions);
      }
      for (const row of outcome.rows) warn(work, row, problems);
      return added(counts, outcome.counts);
    });
    const alive = await changeImport(place.workspace, id, ["checking"], { counts, workedAt: place.clock() });
    if (!alive) return;
  }
  noteDefaults(work, counts.created, problems);
  const done = { state: "checked", counts, problems: problems.list(), finishedAt: null } as const;
  await changeImport(place.workspace, id, ["checking"], done);
}

export function added(counts: ImportCounts, more: Omit<ImportCounts, "total">): ImportCounts {
  return {
    total: counts.total,
    done: counts.done + more.done,
    created: counts.created + more.created,
    updated: counts.updated + more.updated,
    unchanged: counts.unchanged + more.unchanged,
    skipped: counts.skipped + more.skipped,
    failed: counts.failed + more.failed,
  };
}

/** What does no harm and still deserves a look. */
function warn(work: ImportWork, pending: Pending, problems: ProblemGroups): void {
  const { row, read, skip } = pending;
  if (skip === "repeated") {
    const field = work.plan.key?.key ?? null;
    problems.add(row, faultAt(work, field, "import_repeated_key", null), "warning");
    return;
  }
  for (const link of read.links) {
    for (const text of link.texts) {
      if (pending.later.has(link.field.key) && link.column.missing === "create" && !work.links.find(link, text))
        problems.add(row, faultAt(work, link.field.key, "import_creates", text), "warning");
    }
  }
  for (const { field } of work.plan.columns)
    if (isOpenWithout(work, pending, field)) {
      problems.add(row, faultAt(work, field, "import_open_without", null), "warning");
    }
}

/** A deal still open that names nobody: it can be worked on, but no customer's figures show it. */
function isOpenWithout({ plan: { object } }: ImportWork, { read }: Pending, key: string): boolean {
  if (object.fields.get(key)?.target?.kind !== "object" || !object.stage) return false;
  const stage = read.values[object.stage.field];
  const open = typeof stage === "string" && object.stage.types[stage] === "open";
  return open && !read.links.some(({ field }) => field.key === key);
}

function faultAt(work: ImportWork, field: string | null, code: string, value: string | null): CellFault {
  const column = work.plan.columns.find((each) => each.field === field)?.column ?? null;
  return { column, field, code, params: { field }, value };
}
