import type { GoalChange, NewGoalChange } from "@dabiao/core/goals/goal-change.ts";
import { NewGoalChange as ChangeBody } from "@dabiao/core/goals/goal-change.ts";
import type { Page } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../../metrics/context.ts";
import type { Access } from "../../people/access.ts";
import type { Runner, Trx } from "../../platform/postgres/db.ts";
import { plannerOf, seesAll, visibleSubjects } from "../goal-rights.ts";
import { openKpi } from "../kpi.ts";
import { applyChange } from "./apply-change.ts";
import { tellApprovers, tellProposer, tellTouched } from "./change-notices.ts";
import { openChange } from "./change-preview.ts";
import { demandMayPropose, mayApprove } from "./change-rights.ts";
import {
  type ChangeFilter,
  insertChange,
  lockChange,
  readChange,
  readChangeLines,
  readChanges,
  type StoredChange,
} from "./change-store.ts";
import { publishDefinition } from "./definition-change.ts";
import type { GoalChangeRow } from "./tables.ts";

/** Keeps a proposal with both versions of everything it touches, and asks those who may approve it. */
export async function proposeChange(trx: Trx, context: MetricContext, body: NewGoalChange): Promise<GoalChange> {
  const { access } = context;
  const open = await openChange(trx, context, body);
  demandMayPropose(await plannerOf(trx, access, trx.now), open.planned.moves, body);
  if (open.summary.locked > 0)
    throw new Refusal("goal_change_locked", { count: open.summary.locked }, ["body", "scope"]);
  const until = open.days.until;
  const id = await insertChange(trx, body, until, open.summary, access.memberId, open.planned.moves);
  await tellApprovers(trx, context.world, access.memberId, open.kpi, id, body.reason);
  return await found(trx, access, id);
}

export async function listChanges(
  on: Runner,
  access: Access,
  filter: ChangeFilter & { readonly mine: boolean },
): Promise<Page<GoalChange>> {
  const only = seesAll(access) && !filter.mine ? "all" : "own";
  const page = await readChanges(on, filter, access.memberId, only);
  return { ...page, items: page.items.map((change) => shown(access, change)) };
}

/** One change with the targets the reader may see; whoever it does not concern is answered as if it were not there. */
export async function showChange(on: Runner, access: Access, id: string) {
  const change = await found(on, access, id);
  const sees = visibleSubjects(access);
  if (!seesAll(access) && change.mine === null && change.proposedBy?.id !== access.memberId)
    throw new Refusal("not_found", { what: "change" });
  const lines = await readChangeLines(on, id, sees);
  return { ...change, lines: lines.slice(0, 2_000), truncated: lines.length > 2_000 };
}

/**
 * One more verdict. A rejection ends the change; the last approval it needs posts it, if the targets are still those it
 * was proposed on.
 *
 * @throws Refusal `goal_change_own`, `goal_change_twice`, `goal_change_closed`, `goal_change_moved`
 */
export async function judgeChange(
  trx: Trx,
  context: MetricContext,
  id: string,
  { approves, note }: { approves: boolean; note: string },
): Promise<GoalChange> {
  const { access } = context;
  const row = await openRow(trx, id);
  if (row.proposed_by !== null && row.proposed_by === access.memberId) throw new Refusal("goal_change_own");
  access.demand("goals.manage");
  const { memberId } = access;
  if (memberId === null) throw new Refusal("forbidden", { what: "goals.manage" });
  const before = await readChange(trx, id, memberId);
  if (before?.verdicts.some(({ member }) => member.id === memberId)) throw new Refusal("goal_change_twice");
  const verdict = { change_id: id, member_id: memberId, approves, note, at: trx.now };
  await trx.tables.insertInto("goal_change_verdict").values(verdict).execute();
  const approved = (before?.verdicts.length ?? 0) + 1;
  if (!approves) await close(trx, id, "rejected", null);
  else if (approved >= row.approvals) await postChange(trx, context, row);
  if (!approves || approved >= row.approvals) await tellProposer(trx, context.world, row, approves, note);
  return await found(trx, access, id);
}

export async function withdrawChange(trx: Trx, access: Access, id: string): Promise<GoalChange> {
  const row = await openRow(trx, id);
  if (row.proposed_by !== access.memberId) access.demand("goals.manage");
  await close(trx, id, "withdrawn", null);
  return await found(trx, access, id);
}

export async function seeChange(trx: Trx, access: Access, id: string): Promise<GoalChange> {
  const change = await found(trx, access, id);
  if (change.mine === null) throw new Refusal("not_found", { what: "change" });
  await trx.tables
    .updateTable("goal_change_line")
    .set({ seen_at: trx.now })
    .where("change_id", "=", id)
    .where("subject_kind", "=", "member")
    .where("subject_id", "=", access.memberId ?? "")
    .where("seen_at", "is", null)
    .execute();
  return await found(trx, access, id);
}

async function postChange(trx: Trx, context: MetricContext, row: GoalChangeRow): Promise<void> {
  const body = ChangeBody.parse(row.body);
  const { planned, kpi } = await openChange(trx, asProposer(context), body);
  const proposed = await readChangeLines(trx, row.id, () => true);
  const names = new Map(proposed.map((line) => [nameOf(line.subject, line.period, line.slice), line.countedBefore]));
  const same =
    planned.moves.length === proposed.length &&
    planned.moves.every(({ place, countedBefore }) => {
      const subject = place.kind === "company" ? { kind: place.kind } : { kind: place.kind, id: place.id };
      const was = names.get(nameOf(subject, place.period, place.slice === "" ? null : place.slice));
      return was != null && countedBefore.eq(was);
    });
  if (!same) throw new Refusal("goal_change_moved");
  if (body.effect.kind === "definition") await publishDefinition(trx, body, body.effect.body);
  const posting = body.effect.kind === "definition" ? null : await applyChange(trx, context.access, planned, body);
  await close(trx, row.id, "posted", posting);
  await tellTouched(trx, openKpi(context.world, kpi.key), row.id, planned.moves, body);
}

/** The proposer's right to change the KPI was asked when it was proposed; the approver needs only that to approve. */
function asProposer(context: MetricContext): MetricContext {
  return { ...context, access: { ...context.access, demand: () => undefined } };
}

function nameOf(subject: { kind: string; id?: string }, period: string, slice: string | null): string {
  return `${subject.kind}/${subject.id ?? ""}/${period}/${slice ?? ""}`;
}

async function openRow(trx: Trx, id: string): Promise<GoalChangeRow> {
  const row = await lockChange(trx, id);
  if (!row) throw new Refusal("not_found", { what: "change" });
  if (row.state !== "submitted") throw new Refusal("goal_change_closed", { state: row.state });
  return row;
}

async function close(trx: Trx, id: string, state: GoalChangeRow["state"], posting: string | null): Promise<void> {
  await trx.tables
    .updateTable("goal_change")
    .set({ state, closed_at: trx.now, posting_id: posting })
    .where("id", "=", id)
    .execute();
}

async function found(on: Runner, access: Access, id: string): Promise<GoalChange> {
  const change = await readChange(on, id, access.memberId);
  if (!change) throw new Refusal("not_found", { what: "change" });
  return shown(access, change);
}

function shown(access: Access, change: StoredChange): GoalChange {
  const open = change.state === "submitted";
  const by = change.proposedBy?.id ?? null;
  const judged = change.verdicts.some(({ member }) => member.id === access.memberId);
  return {
    ...change,
    mayApprove: open && !judged && mayApprove(access, by),
    mayWithdraw: open && (by === access.memberId || access.can("goals.manage")),
  };
}
