import type { ChangedPerson, NewGoalChange } from "@dabiao/core/goals/goal-change.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { compareTo } from "@dabiao/core/metrics/pace.ts";
import { worldWith } from "@dabiao/core/model/world.ts";
import type { Decimal } from "@dabiao/core/numbers/decimal.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../../metrics/context.ts";
import { issuesTogether, publishAll } from "../../model/publish-store.ts";
import { accessOf } from "../../people/access.ts";
import type { Trx } from "../../platform/postgres/db.ts";
import { actualsBy } from "../actuals.ts";
import { type OpenKpi, openKpi } from "../kpi.ts";
import type { Placed } from "../people-store.ts";
import type { ChangeDays } from "./change-periods.ts";

/**
 * A KPI's definition changed in the middle of a period goes the same way as its targets: shown to others first.
 *
 * @throws Refusal `forbidden`, `bad_request` with what is wrong with the definition
 */
export function demandDefinition({ access, world }: MetricContext, { kpi, effect }: NewGoalChange): void {
  if (effect.kind !== "definition") return;
  access.demand("metrics.manage");
  const issues = issuesTogether(world, [{ kind: kpiKind.kind, key: kpi, body: effect.body }]);
  if (issues.length > 0) throw new Refusal("bad_request", {}, ["body", "effect", "body"], issues);
}

/** Puts the definition in force: whoever approved it may manage goals and need not manage metrics. */
export async function publishDefinition(trx: Trx, { kpi, reason }: NewGoalChange, body: object): Promise<void> {
  const access = accessOf(systemActor(trx.workspaceId, "goal change", "goal-change"));
  await publishAll(trx, access, [{ kind: kpiKind.kind, key: kpi, body }], { note: reason });
}

/** Everybody's attainment of the same target by the old and by the new definition. */
export async function judgedAnew(
  context: MetricContext,
  kpi: OpenKpi,
  days: ChangeDays,
  body: object,
  people: readonly Placed[],
  target: (id: string) => Decimal | null,
): Promise<ChangedPerson[]> {
  const drafted = worldWith(context.world, [{ kind: kpiKind.kind, key: kpi.key, body }]);
  const within: MetricContext = { ...context, world: drafted, reader: { ...context.reader, world: drafted } };
  const fresh = openKpi(drafted, kpi.key);
  const [old, now] = [
    await actualsBy(context, kpi, days.first, { kind: "member" }),
    await actualsBy(within, fresh, days.first, { kind: "member" }),
  ];
  return people.flatMap(({ id, name }) => {
    const goal = target(id);
    if (goal === null) return [];
    const attain = (actual: Decimal | undefined, by: OpenKpi) =>
      compareTo(actual ?? null, goal, by.direction)
        ?.toDecimalPlaces(6)
        .toFixed() ?? null;
    return [
      {
        member: { id, name },
        before: goal.toFixed(),
        after: goal.toFixed(),
        actual: now.get(id)?.toFixed() ?? null,
        attainBefore: attain(old.get(id), kpi),
        attainAfter: attain(now.get(id), fresh),
      },
    ];
  });
}
