import type { DraftEdit, DraftEdits, GoalDraft, GoalFinding, PlanVersion } from "@dabiao/core/goals/goal-draft.ts";
import { type Issue, Refusal, type RefusalParams } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../metrics/context.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import { openBook } from "./book-store.ts";
import { checkSheet } from "./draft-check.ts";
import { demandMayEdit, foresee, nodesOf } from "./draft-edits.ts";
import { applyDraft } from "./draft-sheet.ts";
import * as store from "./draft-store.ts";
import { demandVisible, plannerOf } from "./goal-rights.ts";
import { type OpenKpi, openKpi, periodIn } from "./kpi.ts";
import { isPlanLocked } from "./lock-store.ts";
import { postSheet } from "./post-sheet.ts";
import type { TargetDraftRow } from "./tables.ts";
import { placeIn } from "./targets.ts";

/** Who plans somebody may work in the shared draft of a plan. @throws Refusal `forbidden` */
async function demandPlans({ ws, access, reader }: MetricContext): Promise<void> {
  const planner = await plannerOf(ws, access, reader.now);
  if (!planner.all && access.units("subtree").every((id) => !planner.maySplit({ kind: "unit", id })))
    access.demand("goals.manage");
}

/** The open draft of a plan: everybody who plans it works in the same one. */
export async function openDraft(context: MetricContext, asked: { kpi: string; period: string }): Promise<GoalDraft> {
  await demandPlans(context);
  const kpi = openKpi(context.world, asked.kpi);
  const { key } = periodIn(kpi, asked.period);
  const draft =
    (await store.openDraftOf(context.ws, kpi.key, key)) ??
    (await context.ws.transaction((trx) => store.beginDraft(trx, kpi.key, key, context.access.memberId)));
  return await shown(context, kpi, draft);
}

export async function readDraft(context: MetricContext, id: string): Promise<GoalDraft> {
  const { draft, kpi } = await found(context, id);
  return await shown(context, kpi, draft);
}

/** @throws Refusal `not_found`, `draft_ended`, `forbidden` */
export async function found(context: MetricContext, id: string): Promise<{ draft: TargetDraftRow; kpi: OpenKpi }> {
  await demandPlans(context);
  const draft = await store.findDraft(context.ws, id);
  return { draft, kpi: openKpi(context.world, draft.kpi) };
}

async function shown({ ws }: MetricContext, kpi: OpenKpi, draft: TargetDraftRow): Promise<GoalDraft> {
  return await store.toDraft(ws, draft, await isPlanLocked(ws, kpi, draft.period));
}

/**
 * Adds edits to a draft: all or none. The sheet with all edits must still hold, and nobody else may have edited one of the
 * nodes since the revision that was seen.
 *
 * @throws Refusal `draft_conflict`, `plan_period`, `target_not_yours`, and whatever the edits themselves are refused for
 */
export async function editDraft(
  context: MetricContext,
  id: string,
  { edits, revision }: DraftEdits,
): Promise<GoalDraft> {
  const { kpi, draft: seen } = await found(context, id);
  const planner = await plannerOf(context.ws, context.access, context.reader.now);
  for (const edit of edits) demandMayEdit(context, kpi, planner, seen.period, edit);
  await foreseeAll(context, kpi, seen.id);
  await foresee(context, kpi, edits);
  const draft = await context.ws.transaction(async (trx) => {
    const locked = await store.lockDraft(trx, id);
    const given = edits.map((edit) => ({ edit, nodes: nodesOf(kpi, edit) }));
    if (revision !== undefined) await refuseConflict(trx, locked, given, revision, context.access.memberId);
    const after = await store.addEdits(trx, locked, given, context.access.memberId);
    const { refused } = await applyDraft(trx, context, after);
    const own = refused.find(({ edit }) => edit.revision === after.revision);
    if (own) throw new Refusal(own.issue.code, own.issue.params, ["edits", ...own.issue.path]);
    return after;
  });
  return await shown(context, kpi, draft);
}

/** What the draft's splits go by; one that can no longer be computed is told when the draft is done. */
async function foreseeAll(context: MetricContext, kpi: OpenKpi, id: string): Promise<void> {
  for (const { edit } of await store.readEdits(context.ws, id)) {
    try {
      await foresee(context, kpi, [edit]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

/** Different nodes are merged; the same one, edited by someone else since, is refused with both values. */
async function refuseConflict(
  trx: Trx,
  draft: TargetDraftRow,
  given: readonly { edit: DraftEdit; nodes: readonly string[] }[],
  revision: number,
  memberId: string | null,
): Promise<void> {
  const later = (await store.readEdits(trx, draft.id)).filter(
    (edit) => edit.revision > revision && edit.memberId !== memberId,
  );
  for (const { edit, nodes } of given) {
    const theirs = later.findLast((other) => other.nodes.some((node) => nodes.includes(node)));
    if (!theirs) continue;
    throw new Refusal("draft_conflict", {
      period: edit.period,
      theirs: said(theirs.edit),
      yours: said(edit),
      memberId: theirs.memberId,
    });
  }
}

function said(edit: DraftEdit): string {
  return edit.kind === "set" ? edit.amount : edit.kind === "split" ? edit.method.kind : edit.kind;
}

/** Takes an edit out: one's own, or anybody's for who manages the goals. @throws Refusal `not_found`, `forbidden` */
export async function undoEdit(context: MetricContext, id: string, editId: string): Promise<GoalDraft> {
  const { kpi } = await found(context, id);
  const draft = await context.ws.transaction(async (trx) => {
    const locked = await store.lockDraft(trx, id);
    const edit = (await store.readEdits(trx, id)).find((each) => each.id === editId);
    if (!edit) throw new Refusal("not_found", { what: "edit" });
    demandVisible(context.access, placeIn(kpi, edit.edit));
    if (edit.memberId !== context.access.memberId) context.access.demand("goals.manage");
    return await store.dropEdit(trx, locked, editId);
  });
  return await shown(context, kpi, draft);
}

/**
 * Publishes a draft as one act with the next version number. What somebody changed meanwhile outside the draft is
 * respected: the edits are done anew on what stands now.
 *
 * @throws Refusal `draft_empty`, `draft_blocked` with the findings as issues, `draft_conflict` for a revision not seen
 */
export async function publishDraft(
  context: MetricContext,
  id: string,
  { note, revision }: { note: string; revision?: number | undefined },
): Promise<PlanVersion> {
  const { kpi } = await found(context, id);
  const planner = await plannerOf(context.ws, context.access, context.reader.now);
  await foreseeAll(context, kpi, id);
  return await context.ws.transaction(async (trx) => {
    await openBook(trx, kpi.key);
    const draft = await store.lockDraft(trx, id);
    if (revision !== undefined && revision !== draft.revision)
      throw new Refusal("draft_conflict", {
        period: draft.period,
        theirs: String(draft.revision),
        yours: String(revision),
      });
    const done = await applyDraft(trx, context, draft);
    if (done.edits.length === 0) throw new Refusal("draft_empty");
    for (const { edit } of done.edits) demandMayEdit(context, kpi, planner, draft.period, edit);
    const { findings } = await checkSheet(trx, context, draft, done);
    const blocking = findings.filter(({ level }) => level === "block");
    if (blocking.length > 0)
      throw new Refusal("draft_blocked", { count: blocking.length }, [], blocking.slice(0, 50).map(issueOf));
    const version = (await store.lastVersion(trx, kpi.key, draft.period)) + 1;
    const postingId = await postSheet(trx, context.access, done.sheet, {
      kind: "publish",
      reason: note,
      plan: { period: draft.period, version },
      inputs: { draft: id, edits: done.edits.map(({ edit, memberId }) => ({ memberId, edit })).slice(0, 2000) },
    });
    await store.endDraft(trx, id, context.access.memberId, postingId);
    return {
      version,
      postingId: postingId ?? "",
      at: trx.now.toISOString(),
      memberId: context.access.memberId,
      note,
      edits: done.edits.length,
    };
  });
}

/** A finding as a sentence of its own. */
function issueOf({ code, name, period, amount, params }: GoalFinding): Issue {
  const at = (refusal: string, more: RefusalParams): Issue => ({
    code: refusal,
    params: { period, ...more },
    path: [],
  });
  switch (code) {
    case "left_member":
      return at("target_person_left", { who: name, left: String(params["left"] ?? "") });
    case "archived_unit":
      return at("target_unit_archived", { who: name });
    case "period":
      return at("period_not_in_calendar", { key: period });
    case "refused":
      return at(String(params["code"]), params as RefusalParams);
    default:
      return at("target_difference", { difference: amount ?? "" });
  }
}

/** @throws Refusal `not_found`, `forbidden` for a draft others work in, unless one manages the goals */
export async function discardDraft(ws: Workspace, context: MetricContext, id: string): Promise<void> {
  await found(context, id);
  await ws.transaction(async (trx) => {
    await store.lockDraft(trx, id);
    const others = (await store.readEdits(trx, id)).some(({ memberId }) => memberId !== context.access.memberId);
    if (others) context.access.demand("goals.manage");
    await store.endDraft(trx, id, context.access.memberId, null);
  });
}
