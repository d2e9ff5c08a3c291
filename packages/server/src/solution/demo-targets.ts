import type { World } from "@dabiao/core/model/kind.ts";
import { decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import type { DemoTarget } from "@dabiao/sales/demo/targets.ts";
import { openKpi, periodIn } from "../goals/kpi.ts";
import { type Move, post } from "../goals/ledger-store.ts";
import { placeOf } from "../goals/place.ts";
import { lockPlaces } from "../goals/standing-store.ts";
import type { Trx } from "../platform/postgres/db.ts";

/** Sets the company's target of every month and hands it down to its people: one act per KPI, as a plan would. */
export async function addDemoTargets(trx: Trx, world: World, targets: readonly DemoTarget[]): Promise<void> {
  for (const [key, ofKpi] of Map.groupBy(targets, ({ kpi }) => kpi)) {
    const kpi = openKpi(world, key);
    const moves = [...Map.groupBy(ofKpi, ({ period }) => period)].flatMap(([period, ofMonth]): Move[] => {
      const month = periodIn(kpi, period);
      const company = placeOf({ kind: "company" }, month);
      const shares = ofMonth.map(({ memberId, amount }) => ({
        to: placeOf({ kind: "member", id: memberId }, month),
        amount: decimal(amount),
        from: { kind: "parent" as const, place: company, axis: "people" as const },
      }));
      return [{ to: company, amount: sum(shares.map(({ amount }) => amount)), from: { kind: "plan" } }, ...shares];
    });
    await lockPlaces(
      trx,
      key,
      moves.map(({ to }) => to),
    );
    await post(trx, { kpi: key, kind: "plan", reason: "示例目标", byMember: null, inputs: {} }, moves);
  }
}
