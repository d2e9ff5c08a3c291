import assert from "node:assert/strict";
import { test } from "node:test";
import { YearPlan } from "@dabiao/core/goals/contract.ts";
import { TreeQuery } from "@dabiao/core/goals/goal-tree.ts";
import { MethodsQuery } from "@dabiao/core/goals/split-methods.ts";
import { splitMethods } from "../../src/goals/methods.ts";
import { lockTarget } from "../../src/goals/targets.ts";
import { readTree } from "../../src/goals/tree.ts";
import { postYear } from "../../src/goals/year.ts";
import { readYearBasis } from "../../src/goals/year-basis.ts";
import { company } from "../metrics/company.ts";
import { refusedWith } from "../metrics/refused.ts";
import { amount, COMPANY, deal, KPIS, METRICS, people, planned, set, split } from "./planned-company.ts";
import { demandSoundLedger } from "./sound-ledger.ts";

test("[G-01] a child changed without a word is refused; put into the buffer, carried by siblings or raised above, every level still adds up", async (t) => {
  const of = await planned(t);
  const [a = "", b = ""] = of.members;
  const team = { kind: "unit", id: of.units.teams[0] ?? "" } as const;
  await split(of, team, "2026-03", { kind: "members" }, { kind: "even" });
  const member = { kind: "member", id: a } as const;
  await assert.rejects(set(of, member, "2026-03", "60"), refusedWith("target_difference"));
  await set(of, member, "2026-03", "60", { kind: "buffer" });
  assert.deepEqual(await people(of, team, "2026-03"), { amount: "110", buffer: "-10", residue: "0", stale: false });
  await set(of, member, "2026-03", "50", { kind: "buffer" });
  await set(of, member, "2026-03", "70", { kind: "siblings", axis: "people" });
  assert.equal(await amount(of, { kind: "member", id: b }, "2026-03"), "30");
  await set(of, member, "2026-03", "90", { kind: "upper" });
  assert.equal(await amount(of, team, "2026-03"), "120");
  assert.equal(await amount(of, COMPANY, "2026-03"), "220");
  assert.deepEqual(await people(of, COMPANY, "2026-03"), { amount: "220", buffer: "0", residue: "0", stale: false });
  await demandSoundLedger(of.ws);
});

test("[G-01] a parent edited leaves its children as they are and flags them stale", async (t) => {
  const of = await planned(t);
  await set(of, COMPANY, "2026-03", "300");
  assert.deepEqual(await people(of, COMPANY, "2026-03"), { amount: "200", buffer: "0", residue: "100", stale: true });
  assert.equal(await amount(of, { kind: "unit", id: of.units.teams[0] ?? "" }, "2026-03"), "100");
  await demandSoundLedger(of.ws);
});

test("[G-07] ten percent over the plan: the parts make 1100 of 1000 and the parent says so", async (t) => {
  const of = await company(t, METRICS, "2026-03-02T01:00:00Z", KPIS);
  await set(of, COMPANY, "2026-03", "1000");
  const { parent, targets } = await split(
    of,
    COMPANY,
    "2026-03",
    { kind: "members" },
    { kind: "even" },
    {
      rule: { kind: "over", k: "0.1" },
      buffer: { kind: "share", value: "0.1" },
    },
  );
  assert.deepEqual([parent.people?.street, parent.people?.buffer, parent.people?.amount], ["1100", "110", "990"]);
  assert.equal(targets.length, 5);
  await demandSoundLedger(of.ws);
});

test("[G-01] a rate's target is given to every child as it is", async (t) => {
  const of = await company(t, METRICS, "2026-03-02T01:00:00Z", KPIS);
  await set(of, COMPANY, "2026-03", "50", undefined, "ticket");
  const { targets } = await split(of, COMPANY, "2026-03", { kind: "members" }, { kind: "copy" }, {}, "ticket");
  assert.deepEqual(new Set(targets.map((target) => target.amount)), new Set(["50"]));
});

test("a target runs down to product lines beside people and periods, and a locked line keeps its part", async (t) => {
  const of = await planned(t);
  const into = { kind: "slices", dimension: "product.series", values: ["a", "b"] };
  const lines = await split(of, COMPANY, "2026-03", into, {
    kind: "weights",
    weights: { "product.series=a": "3", "product.series=b": "1" },
  });
  assert.deepEqual(
    lines.targets.map(({ slice, amount: own }) => [slice, own]),
    [
      ["product.series=a", "150"],
      ["product.series=b", "50"],
    ],
  );
  await of.ws.transaction(async (trx) =>
    lockTarget(trx, of.access, await of.world(), {
      kpi: "won",
      subject: COMPANY,
      period: "2026-03",
      slice: "product.series=b",
      locked: true,
    }),
  );
  await set(of, COMPANY, "2026-03", "250");
  const again = await split(of, COMPANY, "2026-03", into, { kind: "even" });
  assert.deepEqual(
    again.targets.map((target) => target.amount),
    ["200", "50"],
  );
  assert.equal(again.parent.slices?.residue, "0");
  await assert.rejects(
    split(of, COMPANY, "2026-03", { kind: "slices", dimension: "stage" }, { kind: "even" }),
    refusedWith("target_dimension"),
  );
  const rows = await readTree(
    await of.context(),
    TreeQuery.parse({ kpi: "won", period: "2026-03", by: { dimension: "product.series" } }),
  );
  assert.deepEqual(
    rows.rows.map(({ name, cells }) => [name, cells[0]?.amount, cells[0]?.locked]),
    [
      ["a", "200", false],
      ["b", "50", true],
    ],
  );
  await demandSoundLedger(of.ws);
});

test("[A4] methods stand side by side with everybody's growth over the own last year; what cannot be said says why", async (t) => {
  const of = await company(t, METRICS, "2027-03-02T01:00:00Z", KPIS);
  const [a = "", b = ""] = of.members;
  await of.write("deal", [deal(a, "60", "2026-03-05"), deal(b, "40", "2026-03-06")]);
  await set(of, COMPANY, "2027-03", "200");
  const query = { kpi: "won", subject: COMPANY, period: "2027-03", into: { kind: "members", members: [a, b] } };
  const answer = await splitMethods(await of.context(), MethodsQuery.parse(query));
  const of_ = (method: string) => answer.methods.find((each) => each.method === method);
  assert.deepEqual(
    of_("even")?.shares.map((share) => share.amount),
    ["100", "100"],
  );
  assert.deepEqual(
    of_("history")
      ?.shares.map((share) => [share.amount, share.growth])
      .sort(),
    [
      ["120", "1"],
      ["80", "1"],
    ],
  );
  assert.deepEqual(
    of_("workdays")?.shares.map((share) => share.amount),
    ["100", "100"],
  );
  assert.deepEqual(
    of_("capacity")?.shares.map((share) => share.amount),
    ["100", "100"],
  );
  assert.equal(of_("potential")?.unavailable?.code, "target_no_facts");
  assert.deepEqual(answer.children.map(({ name, lastYear }) => [name, lastYear]).sort(), [
    ["乙", "40"],
    ["甲", "60"],
  ]);
});

test("[A3] a year falls to weeks and people in one act; every level adds up along both ways, and so it does planned again", async (t) => {
  const of = await company(t, METRICS, "2027-01-04T01:00:00Z", KPIS);
  const [a = ""] = of.members;
  await of.write("deal", [deal(a, "60", "2026-03-05"), deal(of.members[1] ?? "", "40", "2026-06-06")]);
  const plan = YearPlan.parse({
    kpi: "won",
    period: "2027",
    amount: "100000.01",
    grain: "week",
    newcomers: "0.1",
    reason: "年度",
  });
  const basis = await readYearBasis(await of.context(), plan);
  const posted = await of.ws.transaction((trx) => postYear(trx, of.access, plan, basis));
  assert.equal(posted.nodes, 12 * basis.tree.periods.length, "the company, six units, five people");
  await demandSoundLedger(of.ws);
  await of.ws.transaction(async (trx) =>
    lockTarget(trx, of.access, await of.world(), {
      kpi: "won",
      subject: { kind: "member", id: a },
      period: "2027-03",
      locked: true,
    }),
  );
  const kept = await amount(of, { kind: "member", id: a }, "2027-03");
  await of.ws.transaction((trx) => postYear(trx, of.access, { ...plan, amount: "120000" }, basis));
  assert.equal(await amount(of, { kind: "member", id: a }, "2027-03"), kept);
  assert.equal(await amount(of, COMPANY, "2027"), "120000");
  await demandSoundLedger(of.ws);
  const window = await readTree(await of.context(), TreeQuery.parse({ kpi: "won", period: "2027", grain: "quarter" }));
  assert.equal(window.columns.length, 5);
  assert.deepEqual(
    window.rows.map(({ name }) => name),
    ["东区", "西区"],
  );
  assert.equal(window.parent?.cells[0]?.people?.residue, "0");
  assert.ok(window.rows.every(({ cells }) => cells.every((cell) => cell.amount !== null && !cell.people?.stale)));
});
