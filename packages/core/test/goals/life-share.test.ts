import assert from "node:assert/strict";
import { test } from "node:test";
import { period } from "@dabiao/core/calendar/period.ts";
import { effectiveGoal } from "@dabiao/core/goals/effective-goal.ts";
import { isWholeIn, type Life, lifeShare } from "@dabiao/core/goals/life-share.ts";
import { RampBody, type RampOf, rampIn, rampRunsOn } from "@dabiao/core/goals/ramp.ts";
import { territoryAdvice, transferGoal } from "@dabiao/core/goals/transfer-goal.ts";
import { decimal, ONE, sum } from "@dabiao/core/numbers/decimal.ts";
import fc from "fast-check";
import { china } from "../support/calendars.ts";
import { texts } from "../support/decimals.ts";

const label = { zh: "新人爬坡" };
const ramp = (start: string, more: object = {}): RampOf => ({
  key: "rookie",
  start,
  body: RampBody.parse({ label, steps: ["0.3", "0.6", "0.9"], ...more }),
});
const life = (more: Partial<Life>): Life => ({ joinedOn: null, leftOn: null, leave: [], ramps: [], ...more });
const share = (key: string, of: Life, basis: "workdays" | "months" | "halfMonths" = "workdays") =>
  lifeShare(period(key, china), of, china, basis).share;
const target = (key: string, of: Life, nominal = "100000") =>
  effectiveGoal(decimal(nominal), lifeShare(period(key, china), of, china, "workdays"), ONE).amount?.toFixed() ?? null;

test("[G-05] 30/60/90 %: hired on the 18th, the days left of March owe the first step, April is month 1 and July is whole", () => {
  const newcomer = life({ joinedOn: "2026-03-18", ramps: [ramp("2026-03-18")] });
  // 10 of March's 22 working days, at 30 %.
  assert.equal(target("2026-03", newcomer), "13636");
  assert.deepEqual(
    ["2026-04", "2026-05", "2026-06", "2026-07"].map((month) => target(month, newcomer)),
    ["30000", "60000", "90000", "100000"],
  );
  assert.equal(rampRunsOn(ramp("2026-03-18"), "2026-06-30"), true);
  assert.equal(rampRunsOn(ramp("2026-03-18"), "2026-07-01"), false);
});

test("[G-05] hired by the 15th, the month of hire is month 1; a ramp may also ask nothing before month 1", () => {
  assert.deepEqual(rampIn(ramp("2026-03-15"), "2026-03-01").tenure, 1);
  assert.deepEqual(
    ["2026-03", "2026-04", "2026-05", "2026-06"].map((month) =>
      rampIn(ramp("2026-03-15"), `${month}-01`).factor.toString(),
    ),
    ["0.3", "0.6", "0.9", "1"],
  );
  const spared = life({ joinedOn: "2026-03-18", ramps: [ramp("2026-03-18", { hireMonth: "none" })] });
  assert.equal(target("2026-03", spared), null);
  assert.equal(target("2026-04", spared), "30000");
});

test("[G-05] a quarter with a ramp is the sum of its months' shares by their working days; of two ramps the easier counts", () => {
  const newcomer = life({ joinedOn: "2026-04-01", ramps: [ramp("2026-04-01")] });
  const months = ["2026-04", "2026-05", "2026-06"].map((key) =>
    lifeShare(period(key, china), newcomer, china, "workdays"),
  );
  const whole = sum(months.flatMap(({ months: [month] }) => month?.whole ?? []));
  const due = sum(months.flatMap(({ months: [month] }) => (month ? [month.served.times(month.ramp)] : [])));
  assert.equal(share("2026-Q2", newcomer)?.toFixed(6), due.div(whole).toFixed(6));
  const both = life({ ramps: [ramp("2026-04-01"), ramp("2026-04-01", { steps: ["0.1"] })] });
  assert.equal(share("2026-04", both)?.toString(), "0.1");
});

test("[G-10] annual 100,000 in quarters of 20/20/20/40 % from 1 March is 86,667 through the effective target too [PUB Q2]", () => {
  const joined = life({ joinedOn: "2025-03-01" });
  const quarters = ["20000", "20000", "20000", "40000"].map((nominal, index) => {
    const reckoned = lifeShare(period(`2025-Q${index + 1}`, china), joined, china, "months");
    return effectiveGoal(decimal(nominal), reckoned, ONE).amount;
  });
  assert.deepEqual(texts(quarters, 0), ["6667", "20000", "20000", "40000"]);
  assert.equal(sum(quarters.flatMap((each) => each ?? [])).toFixed(), "86667");
});

test("[G-10] joined on 20 March 2025 by half months: 9.5 of 12 [PUB+ W1]", () => {
  assert.equal(
    share("2025", life({ joinedOn: "2025-03-20" }), "halfMonths")
      ?.times(12)
      .toFixed(1),
    "9.5",
  );
});

test("[G-10] maternity leave takes its days out, and a month wholly away has no goal at all, not a goal of 0", () => {
  const away = life({ leave: [{ kind: "maternity", start: "2026-03-16", end: "2026-06-20" }] });
  assert.equal(target("2026-03", away), "45455");
  assert.equal(target("2026-04", away), null);
  assert.equal(target("2026-07", away), "100000");
  const gone = life({ leftOn: "2026-03-16" });
  assert.equal(target("2026-03", gone), "45455");
  assert.equal(target("2026-04", gone), null);
  assert.equal(isWholeIn(period("2026-07", china), away), true);
  assert.equal(isWholeIn(period("2026-04", china), away), false);
});

test("[G-10] a target made for a share already is not cut twice; when the share changes, it follows", () => {
  const newcomer = lifeShare(period("2026-04", china), life({ ramps: [ramp("2026-04-01")] }), china, "workdays");
  assert.equal(effectiveGoal(decimal(30_000), newcomer, ONE, decimal("0.3")).amount?.toFixed(), "30000");
  assert.equal(effectiveGoal(decimal(30_000), newcomer, ONE, decimal("0.6")).amount?.toFixed(), "15000");
  assert.equal(effectiveGoal(decimal(30_000), null, ONE).amount?.toFixed(), "30000");
});

test("[G-10] whatever the days away, the share lies between 0 and 1 and never rises with more days away", () => {
  const day = fc.integer({ min: 1, max: 28 });
  fc.assert(
    fc.property(day, day, fc.integer({ min: 0, max: 5 }), (first, second, more) => {
      const [start, end] = [Math.min(first, second), Math.max(first, second) + 1];
      const leave = (last: number) => [
        { kind: "sick" as const, start: `2026-03-${pad(start)}`, end: `2026-03-${pad(Math.min(last, 31))}` },
      ];
      const less = share("2026-03", life({ leave: leave(end + more) })) ?? decimal(0);
      const some = share("2026-03", life({ leave: leave(end) })) ?? decimal(0);
      assert.ok(some.gte(0) && some.lte(1) && less.lte(some));
    }),
  );
});

test("[G-11] moved on 16 October: the earlier team keeps 6 of 18 days of 180, the later one has 12 of 18 days of its 360 [OWN]", () => {
  const halves = transferGoal(period("2025-10", china), "2025-10-16", decimal(180), decimal(360), ONE, china);
  assert.deepEqual([halves?.earlier.toFixed(), halves?.later.toFixed()], ["60", "240"]);
});

test("[G-11] a territory that lost 14.9 or 15 % keeps its goal, above that it is adjusted; without opportunity nothing is said [OWN]", () => {
  const advice = (moved: string) => territoryAdvice(decimal(1000), decimal(moved))?.advice;
  assert.deepEqual(
    [advice("149"), advice("-150"), advice("150.01"), advice("-400")],
    ["keep", "keep", "adjust", "adjust"],
  );
  assert.equal(territoryAdvice(decimal(0), decimal(5)), null);
});

function pad(day: number): string {
  return String(day).padStart(2, "0");
}
