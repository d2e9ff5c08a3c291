import type { World } from "@dabiao/core/model/kind.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../../people/access.ts";
import { notify } from "../../people/notice-store.ts";
import type { Trx, Workspace } from "../../platform/postgres/db.ts";
import { confirmFigures, lockFigures, lockManual, metricsOf, returnFigures } from "./figure-store.ts";
import { mayConfirm, openManual, reachFor } from "./open-manual.ts";
import type { ManualFigureRow } from "./tables.ts";

/**
 * Confirms figures, or returns them with a reason: all or none. Four eyes: not those one entered, and not one's own.
 *
 * @throws Refusal `manual_reason`, `not_found`, `manual_confirmer`, `manual_own_entry`, `manual_own_figure`;
 *   `manual_decided` when somebody was faster
 */
export async function decideFigures(
  ws: Workspace,
  access: Access,
  world: World,
  { ids, decision, reason }: { ids: readonly string[]; decision: "confirm" | "return"; reason: string },
): Promise<number> {
  if (decision === "return" && reason === "") throw new Refusal("manual_reason", {}, ["reason"]);
  const wanted = [...new Set(ids)];
  return await ws.transaction(async (trx) => {
    const by = access.memberId;
    const metrics = await metricsOf(trx, wanted);
    for (const metric of metrics) await lockManual(trx, metric);
    const found = await lockFigures(trx, wanted);
    if (found.length !== wanted.length || by === null)
      throw new Refusal("not_found", { what: "manual figure" }, ["ids"]);
    for (const metric of metrics) {
      demandConfirmer(
        access,
        world,
        metric,
        found.filter((figure) => figure.metric === metric),
      );
    }
    if (decision === "confirm") await confirmFigures(trx, wanted, by);
    else {
      await returnFigures(trx, wanted, by, reason);
      await tell(trx, world, found, reason);
    }
    return wanted.length;
  });
}

function demandConfirmer(access: Access, world: World, metric: string, figures: readonly ManualFigureRow[]): void {
  const manual = openManual(world, metric);
  const reach = mayConfirm(access, manual) ? reachFor(access, manual.measure.confirmer) : [];
  for (const { member_id, entered_by, state } of figures) {
    if (reach !== null && !reach.includes(member_id))
      throw new Refusal("manual_confirmer", { metric: manual.body.label.zh }, ["ids"]);
    if (state !== "entered") throw new Refusal("manual_decided", {}, ["ids"]);
    if (entered_by === access.memberId) throw new Refusal("manual_own_entry", {}, ["ids"]);
    if (member_id === access.memberId) throw new Refusal("manual_own_figure", {}, ["ids"]);
  }
}

/** Whoever entered returned figures hears of it, once per metric and period. */
async function tell(trx: Trx, world: World, figures: readonly ManualFigureRow[], reason: string): Promise<void> {
  const groups = Map.groupBy(figures, ({ metric, period, entered_by }) => `${metric} ${period} ${entered_by}`);
  const notices = [...groups.values()].flatMap((group) => {
    const { metric, period, entered_by } = group[0]!;
    if (entered_by === null) return [];
    const params = { metric: openManual(world, metric).body.label.zh, period, count: group.length, reason };
    return [{ memberId: entered_by, kind: "metrics.manual_returned", params, path: sheetPath(metric, period) }];
  });
  await notify(trx, notices);
}

/** The page on which figures of a metric and period are entered. */
export function sheetPath(metric: string, period: string): string {
  return `/kpi/entry?metric=${metric}&period=${encodeURIComponent(period)}`;
}
