import assert from "node:assert/strict";
import { test } from "node:test";
import { BoardQuery } from "@dabiao/core/goals/board.ts";
import { YearPlan } from "@dabiao/core/goals/contract.ts";
import { type Subject, TargetSetting, TargetSplit } from "@dabiao/core/goals/target.ts";
import { decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { board } from "../../src/goals/board.ts";
import { postSplit, readSplitBasis } from "../../src/goals/split.ts";
import { listTargets, lockTarget, setTarget, targetHistory } from "../../src/goals/targets.ts";
import { postYear } from "../../src/goals/year.ts";
import { readYearBasis } from "../../src/goals/year-basis.ts";
import { type Company, company, wonDeals } from "../metrics/company.ts";
import { refusedWith } from "../metrics/refused.ts";

const METRICS = { won_amount: wonDeals("sum"), average: wonDeals("avg") };
const KPIS = {
  won: { metric: "won_amount", type: "result", step: "0.01" },
  ticket: { metric: "average", type: "result", step: "1" },
};

test("[G-04] a target of 100.00 split among three people is 33.34, 33.33, 33.33, and the ledger sums to zero", async (t) => {
  const of = await company(t, METRICS, "2026-03-02T01:00:00Z", KPIS);
  await set(of, { kind: "company" }, "2026-03", "100.00");
  const members = of.members.slice(0, 3);
  const { parent, targets } = await split(
    of,
    { kind: "company" },
    "2026-03",
    { kind: "members", members },
    { kind: "even" },
  );
  assert.deepEqual(targets.map(({ amount }) => amount).sort(), ["33.33", "33.33", "33.34"]);
  assert.deepEqual([parent.people?.amount, parent.people?.residue, parent.people?.children], ["100", "0", 3]);
  assert.equal(await ledgerSum(of), "0");
});

test("[G-01] a locked part keeps its value when its parent is split again; the rest absorb the difference", async (t) => {
  const of = await company(t, METRICS, "2026-03-02T01:00:00Z", KPIS);
  const [a = "", b = "", c = ""] = of.members;
  await set(of, { kind: "company" }, "2026-03", "90");
  await split(of, { kind: "company" }, "2026-03", { kind: "members", members: [a, b, c] }, { kind: "even" });
  await of.ws.transaction(async (trx) =>
    lockTarget(trx, of.access, await of.world(), {
      kpi: "won",
      subject: { kind: "member", id: a },
      period: "2026-03",
      locked: true,
    }),
  );
  await set(of, { kind: "company" }, "2026-03", "150");
  const again = await split(
    of,
    { kind: "company" },
    "2026-03",
    { kind: "members", members: [a, b, c] },
    { kind: "even" },
  );
  assert.deepEqual(amounts(again.targets), { [a]: "30", [b]: "60", [c]: "60" });
  assert.equal(again.parent.people?.residue, "0");
  await assert.rejects(set(of, { kind: "member", id: a }, "2026-03", "40"), refusedWith("target_locked"));
  assert.equal(await ledgerSum(of), "0");
});

test("[G-09] a target moved to a sibling leaves the other's lower by as much, and any past moment reads as it was", async (t) => {
  const of = await company(t, METRICS, "2026-03-02T01:00:00Z", KPIS);
  const [a = "", b = ""] = of.members;
  await set(of, { kind: "member", id: a }, "2026-03", "50");
  await set(of, { kind: "member", id: b }, "2026-03", "50");
  const before = of.clock.now.toISOString();
  of.clock.now = new Date("2026-03-05T01:00:00Z");
  await set(of, { kind: "member", id: a }, "2026-03", "70", {
    kind: "place",
    subject: { kind: "member", id: b },
    period: "2026-03",
  });
  const world = await of.world();
  const now = await listTargets(of.ws, of.access, world, { kpi: "won", period: "2026-03" });
  const then = await listTargets(of.ws, of.access, world, { kpi: "won", period: "2026-03", asOf: before });
  assert.deepEqual(amounts(now), { [a]: "70", [b]: "30" });
  assert.deepEqual(amounts(then), { [a]: "50", [b]: "50" });
  const history = await targetHistory(of.ws, of.access, world, {
    kpi: "won",
    subject: { kind: "member", id: b },
    period: "2026-03",
    page: { limit: 10 },
  });
  assert.deepEqual(
    history.items.map(({ amount, kind }) => [amount, kind]),
    [
      ["-20", "shift"],
      ["50", "set"],
    ],
  );
});

test("two planners: the one who saw an older version is told so, and nothing changes", async (t) => {
  const of = await company(t, METRICS, "2026-03-02T01:00:00Z", KPIS);
  const [a = ""] = of.members;
  await set(of, { kind: "member", id: a }, "2026-03", "50");
  await assert.rejects(
    set(of, { kind: "member", id: a }, "2026-03", "60", undefined, 0),
    refusedWith("target_conflict"),
  );
  await assert.rejects(set(of, { kind: "member", id: a }, "2026-03", "60.005"), refusedWith("target_step"));
  await assert.rejects(
    split(of, { kind: "member", id: a }, "2026-03", { kind: "members" }, { kind: "even" }),
    refusedWith("target_split_nobody"),
  );
  const [only] = await listTargets(of.ws, of.access, await of.world(), { kpi: "won", period: "2026-03" });
  assert.equal(only?.amount, "50");
});

test("[G-02] an annual target follows last year's months and people, and every level adds up to it", async (t) => {
  const of = await company(t, METRICS, "2027-01-04T01:00:00Z", KPIS);
  const [a = "", b = ""] = of.members;
  const deal = (owner: string, amount: string, closed_on: string) =>
    ({ op: "create", values: { owner, amount, closed_on, stage: "won" } }) as const;
  await of.write("deal", [deal(a, "300", "2026-03-05"), deal(a, "100", "2026-06-05"), deal(b, "100", "2026-06-06")]);
  const plan = YearPlan.parse({ kpi: "won", period: "2027", amount: "1000.01", reason: "年度目标" });
  const basis = await readYearBasis(await of.context(), plan);
  const posted = await of.ws.transaction((trx) => postYear(trx, of.access, plan, basis));
  assert.deepEqual([posted.months, posted.people, posted.basis], [12, 5, "history"]);
  const march = amounts(await targets(of, "2027-03"));
  assert.deepEqual([march["company"], march[a], march[b]], ["600.01", "480.01", "120"]);
  const year = await targets(of, "2027");
  const whole = year.find(({ subject }) => subject.kind === "company");
  assert.deepEqual(
    [whole?.amount, whole?.periods?.residue, whole?.people?.residue, whole?.people?.stale],
    ["1000.01", "0", "0", false],
  );
  assert.ok(year.every(({ periods, people }) => (periods?.residue ?? "0") === "0" && (people?.residue ?? "0") === "0"));
  const view = await look(of, "2027");
  assert.equal(shownSum(view.people.map(({ cells }) => cells[0]?.target ?? "0")), "1000.01");
  assert.equal(
    shownSum(
      view.units.filter(({ id }) => of.units.offices.includes(id ?? "")).map(({ cells }) => cells[0]?.target ?? "0"),
    ),
    "1000.01",
  );
  const again = await of.ws.transaction((trx) => postYear(trx, of.access, { ...plan, amount: "2000" }, basis));
  assert.ok(again.postingId);
  assert.equal((await look(of, "2027")).total.cells[0]?.target, "2000");
  assert.equal(await ledgerSum(of), "0");
});

test("[K-09] October 2025, target 100, 40 done by the end of the 15th: 6 of 18 working days, pace 1.2, on the way to 120", async (t) => {
  const of = await company(t, METRICS, "2025-10-16T02:00:00Z", KPIS);
  const [a = "", b = ""] = of.members;
  await set(of, { kind: "member", id: a }, "2025-10", "100");
  await of.write("deal", [{ op: "create", values: { owner: a, amount: "40", closed_on: "2025-10-14", stage: "won" } }]);
  const view = await look(of, "2025-10");
  assert.deepEqual(view.time, { elapsed: 6, total: 18, remaining: 12, provisional: false });
  const cell = view.people.find(({ id }) => id === a)?.cells[0];
  assert.deepEqual(
    [
      cell?.actual,
      cell?.target,
      cell?.attain,
      cell?.pace,
      cell?.projection,
      cell?.needPerDay,
      cell?.mark,
      cell?.status,
    ],
    ["40", "100", "0.4", "1.2", "120", "5", "ahead", "onTrack"],
  );
  const other = view.people.find(({ id }) => id === b)?.cells[0];
  assert.deepEqual([other?.actual, other?.target, other?.attain, other?.mark], ["0", null, null, "none"]);
  assert.deepEqual([view.total.cells[0]?.actual, view.total.cells[0]?.target], ["40", "100"]);
});

test("a rate's target is copied and not split", async (t) => {
  const of = await company(t, METRICS, "2026-03-02T01:00:00Z", KPIS);
  const wanted = TargetSplit.parse({
    kpi: "ticket",
    subject: { kind: "company" },
    period: "2026-03",
    into: { kind: "members" },
    method: { kind: "even" },
    reason: "x",
  });
  await assert.rejects(readSplitBasis(await of.context(), wanted), refusedWith("target_not_additive"));
});

test("[G-12] a year's target runs down to quarters and months by working days, exactly", async (t) => {
  const of = await company(t, METRICS, "2026-03-02T01:00:00Z", KPIS);
  await set(of, { kind: "company" }, "2026", "248");
  const quarters = await split(
    of,
    { kind: "company" },
    "2026",
    { kind: "periods", grain: "quarter" },
    { kind: "workdays" },
  );
  assert.deepEqual(
    quarters.targets.map(({ amount }) => amount),
    ["59", "61", "66", "62"],
  );
});

async function set(of: Company, subject: Subject, period: string, amount: string, counter?: object, version?: number) {
  const given = {
    kpi: "won",
    subject,
    period,
    amount,
    reason: "测试",
    ...(counter ? { counter } : {}),
    ...(version === undefined ? {} : { version }),
  };
  const world = await of.world();
  return await of.ws.transaction((trx) => setTarget(trx, of.access, world, TargetSetting.parse(given)));
}

async function split(of: Company, subject: Subject, period: string, into: object, method: object) {
  const wanted = TargetSplit.parse({ kpi: "won", subject, period, into, method, reason: "测试" });
  const basis = await readSplitBasis(await of.context(), wanted);
  return await of.ws.transaction((trx) => postSplit(trx, of.access, wanted, basis));
}

async function targets(of: Company, period: string) {
  return await listTargets(of.ws, of.access, await of.world(), { kpi: "won", period });
}

async function look(of: Company, period: string) {
  return await board(of.ws, of.access, await of.world(), BoardQuery.parse({ kpis: ["won"], period }), of.clock.now);
}

function amounts(list: readonly { subject: Subject; amount: string }[]): Record<string, string> {
  return Object.fromEntries(
    list.map(({ subject, amount }) => [subject.kind === "company" ? "company" : subject.id, amount]),
  );
}

async function ledgerSum(of: Company): Promise<string | undefined> {
  const [row] = await of.ws.rows<{ total: string }>(
    sql`select trim_scale(sum(amount))::text as total from ${ident(of.ws.schema, "target_line")}, unnest(amounts) amount`,
  );
  return row?.total;
}

function shownSum(values: readonly string[]): string {
  return sum(values.map((value) => decimal(value))).toFixed();
}
