import type { DraftEdit, DraftEditRow, GoalDraft } from "@dabiao/core/goals/goal-draft.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import type { Runner, Trx, Workspace } from "../platform/postgres/db.ts";
import { openBook } from "./book-store.ts";
import type { TargetDraftRow } from "./tables.ts";

type Here = Runner & Pick<Workspace, "tables">;

/** The open draft of a plan; begun when there is none. */
export async function beginDraft(trx: Trx, kpi: string, period: string, by: string | null): Promise<TargetDraftRow> {
  await openBook(trx, kpi);
  const open = await openDraftOf(trx, kpi, period);
  if (open) return open;
  return await trx.tables
    .insertInto("target_draft")
    .values({
      id: newId(trx.now),
      kpi,
      period,
      version: (await lastVersion(trx, kpi, period)) + 1,
      revision: 0,
      started_at: trx.now,
      started_by: by,
      ended_at: null,
      ended_by: null,
      posting_id: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function openDraftOf(on: Here, kpi: string, period: string): Promise<TargetDraftRow | undefined> {
  return await on.tables
    .selectFrom("target_draft")
    .selectAll()
    .where("kpi", "=", kpi)
    .where("period", "=", period)
    .where("ended_at", "is", null)
    .executeTakeFirst();
}

export async function lastVersion(on: Here, kpi: string, period: string): Promise<number> {
  const row = await on.tables
    .selectFrom("target_posting")
    .select(({ fn }) => fn.max("plan_version").as("last"))
    .where("kpi", "=", kpi)
    .where("plan_period", "=", period)
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** @throws Refusal `not_found`, `draft_ended` */
export async function findDraft(on: Here, id: string): Promise<TargetDraftRow> {
  const draft = await on.tables.selectFrom("target_draft").selectAll().where("id", "=", id).executeTakeFirst();
  if (!draft) throw new Refusal("not_found", { what: "draft" });
  if (draft.ended_at !== null) throw new Refusal("draft_ended");
  return draft;
}

/** The same, held until the transaction ends. */
export async function lockDraft(trx: Trx, id: string): Promise<TargetDraftRow> {
  const rows = await trx.tables.selectFrom("target_draft").selectAll().where("id", "=", id).forUpdate().execute();
  const [draft] = rows;
  if (!draft) throw new Refusal("not_found", { what: "draft" });
  if (draft.ended_at !== null) throw new Refusal("draft_ended");
  return draft;
}

/** An edit as the draft keeps it, with the nodes it is about. */
export interface KeptEdit {
  readonly id: string;
  readonly revision: number;
  readonly memberId: string | null;
  readonly nodes: readonly string[];
  readonly edit: DraftEdit;
}

/** Edits of a draft at most: a plan larger than this is imported. */
export const DRAFT_EDITS_MAX = 5_000;

export async function readEdits(on: Here, draftId: string): Promise<KeptEdit[]> {
  const rows = await on.tables
    .selectFrom("target_draft_edit")
    .select(["id", "revision", "member_id", "nodes", "edit"])
    .where("draft_id", "=", draftId)
    .orderBy("revision")
    .orderBy("seq")
    .limit(DRAFT_EDITS_MAX)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    memberId: row.member_id,
    nodes: row.nodes,
    edit: row.edit as DraftEdit,
  }));
}

/** Adds edits under the next revision. @throws Refusal `target_too_many` */
export async function addEdits(
  trx: Trx,
  draft: TargetDraftRow,
  edits: readonly { readonly edit: DraftEdit; readonly nodes: readonly string[] }[],
  memberId: string | null,
): Promise<TargetDraftRow> {
  const revision = draft.revision + 1;
  const count = await trx.tables
    .selectFrom("target_draft_edit")
    .select(({ fn }) => fn.countAll<string>().as("n"))
    .where("draft_id", "=", draft.id)
    .executeTakeFirstOrThrow();
  if (Number(count.n) + edits.length > DRAFT_EDITS_MAX) throw new Refusal("target_too_many", { most: DRAFT_EDITS_MAX });
  await trx.tables
    .insertInto("target_draft_edit")
    .values(
      edits.map(({ edit, nodes }, seq) => ({
        id: newId(trx.now),
        draft_id: draft.id,
        revision,
        seq,
        at: trx.now,
        member_id: memberId,
        nodes: [...nodes],
        edit: JSON.stringify(edit),
      })),
    )
    .execute();
  return await bump(trx, draft.id, revision);
}

export async function dropEdit(trx: Trx, draft: TargetDraftRow, edit: string): Promise<TargetDraftRow> {
  await trx.tables.deleteFrom("target_draft_edit").where("id", "=", edit).where("draft_id", "=", draft.id).execute();
  return await bump(trx, draft.id, draft.revision + 1);
}

async function bump(trx: Trx, id: string, revision: number): Promise<TargetDraftRow> {
  return await trx.tables
    .updateTable("target_draft")
    .set({ revision })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function endDraft(trx: Trx, id: string, by: string | null, postingId: string | null): Promise<void> {
  await trx.tables
    .updateTable("target_draft")
    .set({ ended_at: trx.now, ended_by: by, posting_id: postingId })
    .where("id", "=", id)
    .execute();
}

/** The draft as the API shows it. */
export async function toDraft(on: Here, draft: TargetDraftRow, locked: boolean): Promise<GoalDraft> {
  const editors = await on.rows<{ memberId: string | null; edits: number; lastAt: Date }>(sql`
    select member_id as "memberId", count(*)::int as edits, max(at) as "lastAt" from ${ident(on.schema, "target_draft_edit")}
    where draft_id = ${draft.id}::uuid group by 1 order by 3 desc, 1 limit 100`);
  return {
    id: draft.id,
    kpi: draft.kpi,
    period: draft.period,
    version: draft.version,
    revision: draft.revision,
    edits: editors.reduce((sum, { edits }) => sum + edits, 0),
    editors: editors.map((each) => ({ ...each, lastAt: each.lastAt.toISOString() })),
    startedAt: draft.started_at.toISOString(),
    locked,
  };
}

export async function listEdits(
  on: Here,
  draftId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<Page<DraftEditRow>> {
  const past = page.cursor === undefined ? raw("") : sql` and id < ${readCursor(page.cursor, 1)[0]}::uuid`;
  const rows = await on.rows<{ id: string; revision: number; memberId: string | null; at: Date; edit: DraftEdit }>(sql`
    select id, revision, member_id as "memberId", at, edit from ${ident(on.schema, "target_draft_edit")}
    where draft_id = ${draftId}::uuid${past} order by id desc limit ${raw(String(page.limit + 1))}`);
  return pageOf(
    rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    page.limit,
    ({ id }) => [id],
  );
}
