import type { FileSheet, Import, ImportCounts, ImportMapping, ImportState } from "@dabiao/core/imports/import.ts";
import { NO_COUNTS } from "@dabiao/core/imports/import.ts";
import type { Actor } from "@dabiao/core/people/actor.ts";
import { type Page, type PageQuery, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { z } from "zod";
import type { Runner, Trx, Workspace } from "../platform/postgres/db.ts";
import type { ImportRow } from "./tables.ts";

/** How long an import can be taken back, and its files are kept. */
export const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

export interface NewImport {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly format: Import["format"];
  readonly actor: Actor;
}

/** An import with what only the server sees of it. */
export interface StoredImport extends Import {
  readonly actor: Actor;
  readonly people: { readonly members: readonly string[]; readonly units: readonly string[] };
  readonly startedAt: Date | null;
  readonly filesRemoved: boolean;
}

export async function insertImport(ws: Workspace, given: NewImport, now: Date): Promise<void> {
  await ws.tables
    .insertInto("import")
    .values({
      id: given.id,
      file_name: given.fileName,
      bytes: String(given.bytes),
      format: given.format,
      encoding: null,
      state: "reading",
      sheets: "[]",
      mapping: null,
      counts: JSON.stringify(NO_COUNTS),
      problems: "[]",
      failure: null,
      actor: JSON.stringify(given.actor),
      member_id: given.actor.memberId,
      created_at: now,
      started_at: now,
      worked_at: now,
      finished_at: null,
      people: JSON.stringify({ members: [], units: [] }),
      files_removed: false,
    })
    .execute();
}

/** @throws Refusal `not_found` */
export async function findImport(on: Workspace | Trx, id: string, now: Date): Promise<StoredImport> {
  const row = await on.tables.selectFrom("import").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw new Refusal("not_found", { what: "import" });
  return toImport(row, await writtenCounts(on, id), now);
}

export async function listImports(ws: Workspace, query: PageQuery, now: Date): Promise<Page<Import>> {
  const after = query.cursor === undefined ? null : cursorId(query.cursor);
  const rows = await ws.tables
    .selectFrom("import")
    .selectAll()
    .$if(after !== null, (some) => some.where("id", "<", after ?? ""))
    .orderBy("id", "desc")
    .limit(query.limit + 1)
    .execute();
  const page = pageOf(rows, query.limit, ({ id }) => [id]);
  const items = [];
  for (const row of page.items) items.push(publicImport(toImport(row, await writtenCounts(ws, row.id), now)));
  return { items, next: page.next };
}

function cursorId(cursor: string): string {
  const id = z.uuid().safeParse(readCursor(cursor, 1)[0]);
  if (!id.success) throw new Refusal("bad_cursor", {}, ["query", "cursor"]);
  return id.data;
}

/** What the caller may see of it. */
export function publicImport(stored: StoredImport): Import {
  const { actor: _actor, people: _people, startedAt: _started, filesRemoved: _removed, ...shown } = stored;
  return shown;
}

type Change = Partial<{
  state: ImportState;
  encoding: string | null;
  format: Import["format"];
  sheets: readonly FileSheet[];
  mapping: ImportMapping;
  counts: ImportCounts;
  problems: readonly Import["problems"][number][];
  failure: Import["failure"];
  startedAt: Date;
  workedAt: Date;
  finishedAt: Date | null;
  actor: Actor;
  people: StoredImport["people"];
}>;

/** Changes an import, only while it is in one of the given states; says whether it did. */
export async function changeImport(
  on: Workspace | Trx,
  id: string,
  from: readonly ImportState[],
  change: Change,
): Promise<boolean> {
  const json = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value));
  const set = {
    state: change.state,
    encoding: change.encoding,
    format: change.format,
    sheets: json(change.sheets),
    mapping: json(change.mapping),
    counts: json(change.counts),
    problems: json(change.problems),
    failure: change.failure === null ? null : json(change.failure),
    started_at: change.startedAt,
    worked_at: change.workedAt,
    finished_at: change.finishedAt,
    actor: json(change.actor),
    people: json(change.people),
  };
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  const { numUpdatedRows } = await on.tables
    .updateTable("import")
    .set(given)
    .where("id", "=", id)
    .where("state", "in", [...from])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Locks the import and says whether it is (still) to be run: cancelling waits for the chunk under way and stops the next. */
export async function isRunning(trx: Trx, id: string): Promise<boolean> {
  const row = await trx.tables.selectFrom("import").select("state").where("id", "=", id).forUpdate().executeTakeFirst();
  return row?.state === "running";
}

/** The sum over the chunks of a run, or null before the first. */
async function writtenCounts(on: Runner, id: string): Promise<ImportCounts | null> {
  const [row] = await on.rows<Record<keyof ImportCounts, string | null>>(sql`
    select sum((counts->>'done')::int) as done, sum((counts->>'created')::int) as created,
      sum((counts->>'updated')::int) as updated, sum((counts->>'unchanged')::int) as unchanged,
      sum((counts->>'skipped')::int) as skipped, sum((counts->>'failed')::int) as failed
    from ${ident(on.schema, "import_chunk")} where import_id = ${id}`);
  if (!row || row.done === null) return null;
  return Object.fromEntries(
    Object.keys(NO_COUNTS).map((key) => [key, Number(row[key as keyof ImportCounts] ?? 0)]),
  ) as ImportCounts;
}

const WRITTEN: ReadonlySet<ImportState> = new Set(["running", "done", "cancelled", "undone", "failed"]);

function toImport(row: ImportRow, written: ImportCounts | null, now: Date): StoredImport {
  const checked = row.counts as ImportCounts;
  const counts = WRITTEN.has(row.state) ? { ...(written ?? nothingYet(row)), total: checked.total } : checked;
  return {
    id: row.id,
    fileName: row.file_name,
    bytes: Number(row.bytes),
    encoding: row.encoding,
    format: row.format,
    state: row.state,
    sheets: row.sheets as FileSheet[],
    mapping: row.mapping as ImportMapping | null,
    counts,
    problems: row.problems as Import["problems"],
    failure: row.failure as Import["failure"],
    ...paceOf(row, counts, now),
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    undoUntil: undoUntil(row),
    actor: row.actor as Actor,
    people: row.people as StoredImport["people"],
    startedAt: row.started_at,
    filesRemoved: row.files_removed,
  };
}

/** Rows cancelled before the first chunk were none, whatever the check had counted; people are written without chunks. */
function nothingYet({ state, mapping, counts }: ImportRow): ImportCounts {
  const inChunks = (mapping as ImportMapping | null)?.target.kind === "object";
  return inChunks && (state === "running" || state === "cancelled") ? NO_COUNTS : (counts as ImportCounts);
}

function undoUntil({ state, finished_at }: ImportRow): string | null {
  if (state !== "done" && state !== "cancelled") return null;
  return finished_at ? new Date(finished_at.getTime() + KEPT_DAYS * DAY_MS).toISOString() : null;
}

/** Rows a second so far, and what is left at that pace. */
function paceOf(row: ImportRow, counts: ImportCounts, now: Date) {
  const end = row.finished_at ?? now;
  const seconds = row.started_at ? (end.getTime() - row.started_at.getTime()) / 1_000 : 0;
  if (seconds <= 0 || counts.done === 0) return { rowsPerSecond: null, secondsLeft: null };
  const rowsPerSecond = Math.round(counts.done / seconds);
  const left = row.finished_at ? 0 : counts.total - counts.done;
  return { rowsPerSecond, secondsLeft: rowsPerSecond > 0 ? Math.ceil(left / rowsPerSecond) : null };
}
