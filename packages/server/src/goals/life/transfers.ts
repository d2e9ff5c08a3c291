import { territoryAdvice, transferGoal } from "@dabiao/core/goals/transfer-goal.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../../people/access.ts";
import { newId } from "../../platform/id.ts";
import type { Trx, Workspace } from "../../platform/postgres/db.ts";
import { visibleSubjects } from "../goal-rights.ts";
import { demandStep, openKpi, periodIn } from "../kpi.ts";
import { standingsOf } from "../standing-store.ts";
import { setTarget } from "../targets.ts";
import { goalRules } from "./rules.ts";
import { movedMembers, readHalves } from "./transfer-store.ts";

/** Who changed units in the middle of a period, and what became of the goal. */
export async function listTransfers(
  ws: Workspace,
  access: Access,
  world: World,
  query: { kpi: string; period: string },
) {
  const kpi = openKpi(world, query.kpi);
  const period = periodIn(kpi, query.period);
  const visible = visibleSubjects(access);
  const moved = (await movedMembers(ws, period)).filter(({ id }) => visible({ kind: "member", id }));
  const halves = await readHalves(ws, kpi.key, period.key);
  const standings = await standingsOf(ws, kpi.key, [period.key], { subjects: moved.map(({ id }) => id), slice: "" });
  const goals = new Map(standings.map(({ id, amount }) => [id, amount]));
  return {
    transfers: moved.map(({ id, name, day, fromId, fromName, toId, toName }) => {
      const half = halves.get(id);
      return {
        member: { id, name },
        day,
        from: { id: fromId, name: fromName },
        to: { id: toId, name: toName },
        goal: goals.get(id)?.toFixed() ?? null,
        halves: half ? { ...half, at: half.at.toISOString() } : null,
      };
    }),
  };
}

export interface Regoal {
  readonly kpi: string;
  readonly period: string;
  readonly member: string;
  readonly full: string;
  readonly territory?: { before: string; moved: string } | undefined;
  readonly reason: string;
}

/**
 * Gives the later half of a period a goal of the new unit. The person's goal becomes both halves together; the later
 * one counts in the new unit's people.
 *
 * @throws Refusal `goal_no_transfer`
 * @source SPEC.md G-11
 */
export async function regoal(trx: Trx, access: Access, world: World, wanted: Regoal) {
  const kpi = openKpi(world, wanted.kpi);
  const period = periodIn(kpi, wanted.period);
  const full = decimal(wanted.full);
  demandStep(kpi, full);
  const moved = (await movedMembers(trx, period)).find(({ id }) => id === wanted.member);
  const [standing] = await standingsOf(trx, kpi.key, [period.key], { subjects: [wanted.member], slice: "" });
  if (!moved || !standing) throw new Refusal("goal_no_transfer", { period: period.key }, ["body", "member"]);
  // Goaled anew once already: the first goal was the earlier half's rate, and a second try must not cut it again.
  const before = (await readHalves(trx, kpi.key, period.key)).get(wanted.member);
  const basis = goalRules(world).proration;
  const halves = transferGoal(period, moved.day, standing.amount, full, kpi.step, kpi.calendar, basis);
  if (!halves) throw new Refusal("goal_no_transfer", { period: period.key }, ["body", "period"]);
  const earlier = before ? decimal(before.earlier) : halves.earlier;
  const goal = earlier.plus(halves.later);
  await setTarget(trx, access, world, {
    kpi: kpi.key,
    subject: { kind: "member", id: wanted.member },
    period: period.key,
    amount: goal.toFixed(),
    counter: { kind: "buffer" },
    reason: wanted.reason,
  });
  const row = {
    id: newId(trx.now),
    kpi: kpi.key,
    period: period.key,
    member_id: wanted.member,
    day: moved.day,
    from_unit: moved.fromId,
    to_unit: moved.toId,
    earlier: earlier.toFixed(),
    later: halves.later.toFixed(),
    reason: wanted.reason,
    at: trx.now,
    by_member: access.memberId,
  };
  await trx.tables.insertInto("goal_transfer").values(row).execute();
  const { territory } = wanted;
  const advice = territory && territoryAdvice(decimal(territory.before), decimal(territory.moved));
  return {
    earlier: row.earlier,
    later: row.later,
    goal: goal.toFixed(),
    advice: advice ? { share: advice.share.toDecimalPlaces(6).toFixed(), advice: advice.advice } : null,
  };
}
