import type { World } from "@dabiao/core/model/kind.ts";
import { decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import type { DemoTarget } from "@dabiao/sales/demo/targets.ts";
import { openKpi, periodIn } from "../goals/kpi.ts";
import { type Line, postLines } from "../goals/ledger-store.ts";
import { COMPANY } from "../goals/place.ts";
import type { Trx } from "../platform/postgres/db.ts";

const company = { kind: "company", id: COMPANY, slice: "" } as const;

/** Sets the company's target of every month and hands it down to its people: one act per KPI, as a plan would. */
export async function addDemoTargets(trx: Trx, world: World, targets: readonly DemoTarget[]): Promise<void> {
  for (const [key, ofKpi] of Map.groupBy(targets, ({ kpi }) => kpi)) {
    const kpi = openKpi(world, key);
    const periods = [...new Set(ofKpi.map(({ period }) => periodIn(kpi, period).key))].sort();
    const amountsBy = (rows: readonly DemoTarget[]) =>
      periods.map((period) => {
        const own = rows.filter((row) => row.period === period);
        return own.length === 0 ? null : sum(own.map(({ amount }) => decimal(amount))).toFixed();
      });
    const byMember = [...Map.groupBy(ofKpi, ({ memberId }) => memberId)];
    const whole = amountsBy(ofKpi);
    const back = whole.map((amount) => (amount === null ? null : decimal(amount).negated().toFixed()));
    const lines: Line[] = [
      ...byMember.map(
        ([id, rows]): Line => ({
          of: { kind: "member", id, slice: "" },
          account: "target",
          periods,
          amounts: amountsBy(rows),
        }),
      ),
      { of: company, account: "to_people", periods, amounts: back },
      { of: company, account: "target", periods, amounts: whole },
      { of: company, account: "plan", periods, amounts: back },
    ];
    const children = byMember.map(([id]) => `member/${id}`);
    await postLines(trx, { kpi: key, kind: "plan", reason: "示例目标", byMember: null, inputs: {} }, lines, [
      {
        axis: "people",
        slice: "",
        subjects: ["company"],
        periods,
        children,
        rule: { kind: "exact" },
        method: { kind: "plan" },
      },
    ]);
  }
}
