import assert from "node:assert/strict";
import { test } from "node:test";
import { CalendarBody } from "@dabiao/core/calendar/calendar-body.ts";
import { ComparisonQuery } from "@dabiao/core/goals/comparison.ts";
import { decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import { compareKpi } from "../../src/goals/compare.ts";
import { transfer } from "../../src/people/membership-store.ts";
import { type Company, company } from "../metrics/company.ts";
import { refusedWith } from "../metrics/refused.ts";
import { cellOf, decideCalendar, give, KPIS, look, METRICS, won } from "./on-board.ts";

/** July to June in weeks from Sunday, 4-4-5, named after the year it ends in: FY2026 begins on 29 June 2025. */
const JULY_WEEKS = CalendarBody.parse({
  label: { zh: "七月财年" },
  zone: "America/New_York",
  statutory: "none",
  weekStart: 7,
  fiscal: { kind: "weeks", pattern: "4-4-5", yearEnd: { rule: "last", month: 6 }, label: "end" },
});

/** NRF's 4-5-4: the Saturday nearest 31 January; FY2023 has 53 weeks. */
const RETAIL = CalendarBody.parse({
  label: { zh: "零售财年" },
  statutory: "none",
  weekStart: 7,
  fiscal: { kind: "weeks", pattern: "4-5-4", yearEnd: { rule: "nearest", month: 1 } },
});

test("[K-07] a fiscal year of weeks from July: quotas, split deals, a refund and a transfer in the middle add up at every level", async (t) => {
  const of = await company(t, METRICS, "2025-08-29T16:00:00Z", KPIS);
  await decideCalendar(of, JULY_WEEKS);
  const [a = "", b = ""] = of.members;
  const [from, , , to = ""] = of.units.teams;
  const [shared = ""] = await of.write("deal", [won(a, "1000", "2025-07-10")]);
  const part = (member: string, percent: string) =>
    ({ op: "create", values: { record: shared, member, percent } }) as const;
  await of.write("share_of_deal", [part(a, "60"), part(b, "40")]);
  await of.ws.transaction((trx) => transfer(trx, of.access, a, { unitId: to, day: "2025-08-10" }));
  await of.write("deal", [won(a, "500", "2025-08-05"), won(a, "300", "2025-08-12"), won(a, "-200", "2025-09-02")]);
  await give(of, "shared", { kind: "member", id: a }, "FY2026-Q1", "2000");
  const kpis = { kpis: ["shared"] };
  const quarter = await look(of, "FY2026-Q1", kpis);
  // 13 weeks; eight whole ones and four days have passed on Friday 29 August.
  assert.deepEqual(quarter.time, { elapsed: 44, total: 65, remaining: 21, provisional: false });
  assert.deepEqual([cellOf(quarter, a)?.actual, cellOf(quarter, b)?.actual], ["1200", "400"]);
  assert.deepEqual([cellOf(quarter, from)?.actual, cellOf(quarter, to)?.actual], ["1500", "100"]);
  assert.equal(quarter.total.cells[0]?.actual, "1600");
  assert.equal(cellOf(quarter, a)?.attain, "0.6");
  assert.equal(Number(cellOf(quarter, a)?.expected).toFixed(6), ((2000 * 44) / 65).toFixed(6));
  const periods: Awaited<ReturnType<typeof look>>[] = [];
  for (const key of ["FY2026-P01", "FY2026-P02", "FY2026-P03"]) periods.push(await look(of, key, kpis));
  const actuals = (id: string | undefined) => periods.map((seen) => cellOf(seen, id)?.actual ?? "0");
  assert.deepEqual(actuals(a), ["600", "800", "-200"]);
  assert.deepEqual(actuals(from), ["1000", "500", "0"]);
  assert.deepEqual(actuals(to), ["0", "300", "-200"]);
  assert.equal(sum(periods.map((seen) => decimal(seen.total.cells[0]?.actual ?? "0"))).toFixed(), "1600");
  // A quota set for its periods stands for the quarter, where the quarter has none of its own.
  for (const [key, amount] of [
    ["FY2026-P01", "400"],
    ["FY2026-P02", "400"],
    ["FY2026-P03", "500"],
  ] as const)
    await give(of, "shared", { kind: "member", id: b }, key, amount);
  assert.equal(cellOf(await look(of, "FY2026-Q1", kpis), b)?.target, "1300");
});

test("[K-07] thirteen periods of four weeks, an April year and a campaign of the company's own are periods like any other", async (t) => {
  const of = await company(t, METRICS, "2026-05-20T04:00:00Z", KPIS);
  const [a = ""] = of.members;
  await of.write("deal", [won(a, "10", "2026-03-31"), won(a, "20", "2026-04-01"), won(a, "40", "2026-05-06")]);
  const actual = async (key: string) => cellOf(await look(of, key), a)?.actual;
  await decideCalendar(of, {
    fiscal: { kind: "months", startMonth: 4, label: "start" },
    customPeriods: [
      {
        key: "spring_push_of_the_whole_northern_region",
        label: { zh: "春季大会战" },
        start: "2026-03-31",
        end: "2026-05-06",
      },
    ],
  });
  assert.deepEqual([await actual("FY2025"), await actual("FY2026"), await actual("FY2026-Q1")], ["10", "60", "60"]);
  const campaign = "X-spring_push_of_the_whole_northern_region";
  await give(of, "won", { kind: "member", id: a }, campaign, "60");
  const cell = cellOf(await look(of, campaign), a);
  assert.deepEqual([cell?.actual, cell?.target, cell?.attain, cell?.status], ["30", "60", "0.5", "offTrack"]);
  const weeks = { pattern: "13x4", yearEnd: { rule: "last", month: 12 }, label: "end", comparison: "plain" } as const;
  await decideCalendar(of, { fiscal: { kind: "weeks", ...weeks } });
  const all = [];
  for (let number = 1; number <= 13; number++) all.push(await actual(`FY2026-P${String(number).padStart(2, "0")}`));
  assert.equal(sum(all.map((value) => decimal(value ?? "0"))).toFixed(), "70");
  await assert.rejects(actual("FY2026-P14"), refusedWith("period_not_in_calendar"));
});

test("[§9] week 53 has its own figures; after it, last year moves one week, or stays by number, as the company chose", async (t) => {
  const of = await company(t, METRICS, "2024-02-20T04:00:00Z", KPIS);
  const [a = ""] = of.members;
  await decideCalendar(of, RETAIL);
  await of.write("deal", [
    won(a, "1", "2023-01-31"),
    won(a, "2", "2023-02-07"),
    won(a, "53", "2024-01-30"),
    won(a, "9", "2024-02-05"),
  ]);
  assert.equal(cellOf(await look(of, "FY2023-W53"), a)?.actual, "53");
  const against = (period: string) => compare(of, period, "weeks");
  assert.equal((await against("FY2024-W01")).base.value, "2");
  await assert.rejects(against("FY2023-W53"), refusedWith("comparison_base"));
  await decideCalendar(of, { ...RETAIL, fiscal: { ...RETAIL.fiscal, comparison: "plain" } as CalendarBody["fiscal"] });
  assert.equal((await against("FY2024-W01")).base.value, "1");
});

test("[K-11] February 2025 and 2026 have 19 and 16 working days: 7.4 % less in all is 10 % more per working day", async (t) => {
  const of = await company(t, METRICS, "2026-03-20T04:00:00Z", KPIS);
  const [a = "", b = ""] = of.members;
  const [team, , , other = ""] = of.units.teams;
  await of.ws.transaction((trx) => transfer(trx, of.access, b, { unitId: other, day: "2025-06-01" }));
  await of.write("deal", [
    won(a, "100", "2025-02-10"),
    won(b, "90", "2025-02-11"),
    won(a, "120", "2026-02-10"),
    won(b, "56", "2026-02-11"),
    won(a, "5", "2026-01-05"),
  ]);
  const whole = await compare(of, "2026-02", "workdays");
  assert.deepEqual([whole.current.workdays, whole.base.workdays], [16, 19]);
  assert.equal(rate(whole.growth), "-0.0737");
  assert.equal(rate(whole.perDay), "0.1000");
  const merged = await compare(of, "2026-02", "spring");
  assert.deepEqual([merged.current.value, merged.base.value, merged.alignment], ["181", "190", "spring"]);
  const ofTeam = await compare(of, "2026-02", "workdays", { kind: "unit", id: team ?? "" });
  assert.deepEqual([ofTeam.base.value, ofTeam.current.value], ["190", "120"]);
  // Who was in the team in both years sold more, though the team as it was then sold more still.
  assert.equal(ofTeam.sameMembers?.members, 1);
  assert.equal(rate(ofTeam.sameMembers?.growth ?? null), "0.2000");
});

test("[K-11] from a loss to a gain there is no percentage: 扭亏, 转亏 and 不可比 are words", async (t) => {
  const of = await company(t, METRICS, "2026-05-20T04:00:00Z", KPIS);
  const [a = ""] = of.members;
  await of.write("deal", [won(a, "-5", "2026-02-10"), won(a, "10", "2026-03-10"), won(a, "-1", "2026-04-10")]);
  const word = async (period: string) => {
    const { growth } = await compare(of, period, "workdays", undefined, "previous");
    return growth?.kind === "word" ? [growth.word, growth.difference] : growth?.rate;
  };
  assert.deepEqual(await word("2026-03"), ["turnedProfit", "15"]);
  assert.deepEqual(await word("2026-04"), ["turnedLoss", "-11"]);
  assert.deepEqual(await word("2026-02"), ["incomparable", "-5"]);
});

async function compare(
  of: Company,
  period: string,
  alignment: string,
  subject: object = { kind: "company" },
  against = "lastYear",
) {
  const query = ComparisonQuery.parse({ metric: "won_amount", period, subject, against, alignment });
  return await compareKpi(of.ws, of.access, await of.world(), query, of.clock.now);
}

function rate(growth: Awaited<ReturnType<typeof compare>>["growth"]): string | null {
  return growth?.kind === "rate" ? Number(growth.rate).toFixed(4) : null;
}
