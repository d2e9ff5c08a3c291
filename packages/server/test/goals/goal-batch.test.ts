import assert from "node:assert/strict";
import { test } from "node:test";
import { TargetBatch } from "@dabiao/core/goals/set-many.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { setTargets } from "../../src/goals/batch.ts";
import { lockPlan, planDiff, planDiffFile, planVersions } from "../../src/goals/versions.ts";
import { type Company, companyIn } from "../metrics/company.ts";
import { refusedWith } from "../metrics/refused.ts";
import { testWorkspace } from "../support/database.ts";
import { amount, COMPANY, KPIS, METRICS, people, planned, set } from "./planned-company.ts";
import { demandSoundLedger } from "./sound-ledger.ts";

test("a pasted quota list is set in one act by name, number and unit path; every faulty row is told why and nothing is half-written", async (t) => {
  const of = await planned(t);
  const [a = "", b = ""] = of.members;
  await of.ws.rows(sql`update ${ident(of.ws.schema, "member")} set employee_no = 'E7' where id = ${b}::uuid`);
  await of.ws.rows(
    sql`update ${ident(of.ws.schema, "member")} set state = 'left', left_on = '2026-02-01' where id = ${of.members[4]}::uuid`,
  );
  const rows = [
    { who: "甲", period: "2026-03", amount: "1.2万" },
    { who: "E7", period: "2026-03", amount: "3,000.50" },
    { who: "东区/1 队", period: "2026-03", amount: "15000.5" },
    { who: "*", period: "2026-Q1", amount: "99" },
    { who: "戊", period: "2026-03", amount: "1" },
    { who: "李四", period: "2026-03", amount: "1" },
    { who: "丙", period: "2026-13", amount: "1" },
    { who: "丙", period: "2026-04", amount: "1.005" },
    { who: "丙", period: "2026-05", amount: "许多" },
    { who: "甲", period: "2026-03", amount: "5" },
  ];
  const refused = await batch(of, { rows });
  assert.deepEqual(
    refused.problems.map(({ row, code }) => [row, code]),
    [
      [4, "target_person_left"],
      [5, "target_who_unknown"],
      [6, "period_key"],
      [7, "target_step"],
      [8, "target_amount_unread"],
      [9, "target_row_twice"],
    ],
  );
  assert.deepEqual(
    [refused.postingId, refused.written, await amount(of, { kind: "member", id: a }, "2026-03")],
    [null, 0, undefined],
  );
  const done = await batch(of, { rows, skipFaulty: true });
  assert.equal(done.written, 4);
  assert.equal(await amount(of, { kind: "member", id: a }, "2026-03"), "12000");
  assert.equal(await amount(of, { kind: "member", id: b }, "2026-03"), "3000.5");
  const office = { kind: "unit", id: of.units.offices[0] ?? "" } as const;
  assert.deepEqual(await people(of, office, "2026-03"), {
    amount: "15000.5",
    buffer: "-14900.5",
    residue: "0",
    stale: false,
  });
  assert.equal((await batch(of, { rows: rows.slice(0, 4) })).unchanged, 4);
  const left = { kind: "member", id: of.members[4] ?? "" } as const;
  await assert.rejects(set(of, left, "2026-03", "5"), refusedWith("target_person_left"));
  await demandSoundLedger(of.ws);
});

test("quotas of odd fiscal periods are set by the calendar's own keys: 13 periods of four weeks, and a campaign of the company's", async (t) => {
  const clock = { now: new Date("2026-03-02T01:00:00Z") };
  const { workspace } = await testWorkspace(t, () => clock.now);
  const calendar = {
    label: { zh: "十三期" },
    fiscal: { kind: "weeks", pattern: "13x4", yearEnd: { rule: "last", month: 1 }, label: "end" },
    weekStart: 7,
    customPeriods: [{ key: "spring", label: { zh: "开门红" }, start: "2026-01-05", end: "2026-02-10" }],
  };
  const of = await companyIn(workspace, clock, [
    { kind: "calendar", key: "odd", body: calendar },
    { kind: "metric", key: "won_amount", body: { label: { zh: "签约" }, ...METRICS.won_amount, calendar: "odd" } },
    { kind: "kpi", key: "won", body: { label: { zh: "签约" }, ...KPIS.won } },
  ]);
  const done = await batch(of, {
    rows: [
      { who: "甲", period: "FY2027-P13", amount: "10" },
      { who: "甲", period: "FY2027-Q4", amount: "40" },
      { who: "乙", period: "X-spring", amount: "7" },
      { who: "乙", period: "FY2027-W52", amount: "1" },
      { who: "乙", period: "FY2027-P14", amount: "1" },
    ],
    skipFaulty: true,
  });
  assert.deepEqual(
    [done.written, done.problems.map(({ row, code }) => [row, code])],
    [4, [[4, "period_not_in_calendar"]]],
  );
  assert.equal(await amount(of, { kind: "member", id: of.members[1] ?? "" }, "X-spring"), "7");
});

test("[A6] a locked plan is changed only by who may; what two moments differ by is told with old, new, who and why, and as a file", async (t) => {
  const of = await planned(t);
  const context = await of.context();
  const before = of.clock.now.toISOString();
  of.clock.now = new Date("2026-03-05T01:00:00Z");
  await set(of, { kind: "unit", id: of.units.offices[0] ?? "" }, "2026-03", "120", { kind: "buffer" });
  const plan = { kpi: "won", period: "2026" };
  await of.ws.transaction((trx) => lockPlan(trx, context, { ...plan, locked: true, reason: "年度已定" }));
  const director = { ...of.access, can: (permission: string) => permission !== "goals.unlock" };
  const locked: Company = { ...of, access: director };
  await assert.rejects(set(locked, COMPANY, "2026-03", "1"), refusedWith("plan_locked"));
  assert.equal((await planVersions(context, { ...plan, page: { limit: 10 } })).lock?.reason, "年度已定");
  const query = { ...plan, from: { at: before }, to: { at: of.clock.now.toISOString() } };
  const { items } = await planDiff(context, { ...query, page: { limit: 10 } });
  assert.deepEqual(
    items.map(({ name, period, before: was, after, reason }) => [name, period, was, after, reason]),
    [["东区", "2026-03", "100", "120", "测试"]],
  );
  const file = (await (await planDiffFile(context, query)).toArray()).join("");
  assert.match(file, /东区,2026-03,,100,120,,测试,/);
  const back = await planDiff(context, { ...plan, from: query.to, to: query.from, page: { limit: 10 } });
  assert.deepEqual([back.items[0]?.before, back.items[0]?.after], ["120", "100"]);
});

async function batch(of: Company, given: object) {
  const wanted = TargetBatch.parse({ kpi: "won", reason: "导入", ...given });
  const world = await of.world();
  return await of.ws.transaction((trx) => setTargets(trx, of.access, world, wanted));
}
