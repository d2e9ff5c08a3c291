import type { NewGoalChange } from "@dabiao/core/goals/goal-change.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { roleKind } from "@dabiao/core/people/role-kind.ts";
import { notify } from "../../people/notice-store.ts";
import type { Trx } from "../../platform/postgres/db.ts";
import type { OpenKpi } from "../kpi.ts";
import type { ChangeMove } from "./plan-change.ts";
import type { GoalChangeRow } from "./tables.ts";

/** Approvers told of one proposal; the inbox of everybody who might is no better. */
const APPROVERS_MAX = 50;

function pathOf(id: string): string {
  return `/goals/changes?id=${id}`;
}

/** Asks those who may approve. */
export async function tellApprovers(
  trx: Trx,
  world: World,
  proposer: string | null,
  kpi: OpenKpi,
  id: string,
  reason: string,
): Promise<void> {
  const roles = world
    .list(roleKind)
    .flatMap(({ key, body }) => (body.permissions.includes("goals.manage") ? [key] : []));
  if (roles.length === 0) return;
  const rows = await trx.tables
    .selectFrom("member_role")
    .innerJoin("member", "member.id", "member_role.member_id")
    .select("member.id")
    .distinct()
    .where("role_key", "in", roles)
    .where("member.state", "=", "active")
    .orderBy("member.id")
    .limit(APPROVERS_MAX)
    .execute();
  const params = { kpi: kpi.body.label.zh, reason };
  await notify(
    trx,
    rows
      .filter((row) => row.id !== proposer)
      .map((row) => ({ memberId: row.id, kind: "goals.change_asked", params, path: pathOf(id) })),
  );
}

export async function tellProposer(
  trx: Trx,
  world: World,
  row: GoalChangeRow,
  approved: boolean,
  note: string,
): Promise<void> {
  if (row.proposed_by === null) return;
  const kpi = world.get(kpiKind, row.kpi)?.label.zh ?? row.kpi;
  const kind = approved ? "goals.change_approved" : "goals.change_rejected";
  await notify(trx, [{ memberId: row.proposed_by, kind, params: { kpi, note }, path: pathOf(row.id) }]);
}

/** Tells everybody whose own target changed: what it was, what it is, and why. One notice a person, of the first period. */
export async function tellTouched(
  trx: Trx,
  kpi: OpenKpi,
  id: string,
  moves: readonly ChangeMove[],
  { from, reason }: NewGoalChange,
): Promise<void> {
  const first = new Map<string, ChangeMove>();
  for (const move of moves.toSorted((a, b) => (a.place.period < b.place.period ? -1 : 1)))
    if (move.place.kind === "member" && move.place.slice === "" && !first.has(move.place.id))
      first.set(move.place.id, move);
  const notices = [...first].slice(0, 10_000).map(([memberId, { place, countedBefore, countedAfter }]) => ({
    memberId,
    kind: "goals.change_posted",
    params: {
      kpi: kpi.body.label.zh,
      period: place.period,
      before: countedBefore.toFixed(),
      after: countedAfter.toFixed(),
      from,
      reason,
    },
    path: pathOf(id),
  }));
  await notify(trx, notices);
}
