import assert from "node:assert/strict";
import { test } from "node:test";
import type { Subject } from "@dabiao/core/goals/target.ts";
import { objectSchema } from "@dabiao/core/model/object.ts";
import { proposeActivity } from "../../src/goals/life/funnel.ts";
import { managerGoals, nearChanges } from "../../src/goals/life/managers.ts";
import { goalOdds } from "../../src/goals/life/odds.ts";
import { setTarget } from "../../src/goals/targets.ts";
import { publishAll } from "../../src/model/publish-store.ts";
import { changeUnit } from "../../src/people/unit-store.ts";
import { type Company, company, wonDeals } from "../metrics/company.ts";
import { contextOf, member, memberAccess, set, withRoles } from "./life-company.ts";

const METRICS = {
  won_amount: wonDeals("sum"),
  visits: wonDeals("count", { date: "opened_on", filter: undefined }, { kind: "count" }),
  open_amount: wonDeals("sum", { date: "opened_on", filter: { field: ["stage"], op: "eq", value: "open" } }),
};
const KPIS = {
  won: { metric: "won_amount", type: "result", step: "1" },
  visits: { metric: "visits", type: "process", step: "1", grain: "week" },
};

test("[A14] eight steady months make 100 even and 300 out of reach, a newcomer is judged by the team, nobody's history says nothing", async (t) => {
  const of = await company(t, METRICS, "2026-09-01T01:00:00Z", KPIS);
  const [a = "", b = "", , d = ""] = of.members;
  await monthly(of, a, [90, 110, 95, 105, 100, 100, 98, 102]);
  const ask = async (...subjects: { subject: Subject; target?: string }[]) =>
    (await goalOdds(await of.context(), { kpi: "won", period: "2026-09", subjects })).odds;
  const [even, far, near] = await ask(
    { subject: member(a), target: "100" },
    { subject: member(a), target: "300" },
    { subject: member(a), target: "70" },
  );
  assert.deepEqual([even?.basis, even?.sample.own, even?.best], ["own", 8, "110"]);
  assert.ok(Math.abs(Number(even?.chance) - 0.5) < 0.1, even?.chance ?? "none");
  assert.deepEqual([far?.chance, far?.flagged, near?.flagged], ["0", true, false]);
  const [rookie] = await ask({ subject: member(b), target: "100" });
  assert.deepEqual([rookie?.basis, rookie?.sample.own], ["peers", 0]);
  // Nobody in the west team ever sold: the rest of the company stands in for it.
  const [west] = await ask({ subject: member(d), target: "100" });
  assert.equal(west?.basis, "peers");
  const [unit] = await ask({ subject: { kind: "unit", id: of.units.teams[0] ?? "" }, target: "100" });
  assert.deepEqual([unit?.sample.own, unit?.heads?.people], [8, 2]);
  const [nothing] = (
    await goalOdds(await of.context(), {
      kpi: "visits",
      period: "2026-W36",
      subjects: [{ subject: member(d), target: "5" }],
    })
  ).odds;
  assert.deepEqual([nothing?.chance, nothing?.flagged], [null, false]);
});

test("[A14] three open deals due this month raise the chance, and the answer says how many and what they are worth", async (t) => {
  const of = await company(t, METRICS, "2026-09-01T01:00:00Z", KPIS);
  const [a = ""] = of.members;
  const dealObject = (await of.world()).get(objectSchema, "deal");
  const stage = { field: "stage", types: { open: "open", won: "won", lost: "lost" } };
  await of.ws.transaction((trx) =>
    publishAll(trx, of.access, [{ kind: "object", key: "deal", body: { ...dealObject, stage } }], { note: "" }),
  );
  await monthly(of, a, [90, 110, 95, 105, 100, 100, 98, 102]);
  const chance = async () =>
    (
      await goalOdds(await of.context(), {
        kpi: "won",
        period: "2026-09",
        subjects: [{ subject: member(a), target: "150" }],
      })
    ).odds[0];
  const without = await chance();
  const deal = { owner: a, amount: "100", opened_on: "2026-09-20", stage: "open" };
  await of.write(
    "deal",
    [1, 2, 3].map(() => ({ op: "create", values: deal }) as const),
  );
  const rich = await chance();
  assert.deepEqual([rich?.pipeline?.deals, rich?.pipeline?.amount], [3, "300"]);
  assert.ok(Number(rich?.chance) > Number(without?.chance));
});

test("[A8] for 50 万 the one who wins every visit needs half the visits of the one who wins every second", async (t) => {
  const of = await company(t, METRICS, "2026-09-01T01:00:00Z", KPIS);
  const [a = "", b = "", c = ""] = of.members;
  const worked = (owner: string, won: number, lost: number) =>
    Array.from({ length: won + lost }, (_, index) => {
      const values = {
        owner,
        amount: "100",
        opened_on: "2026-08-05",
        closed_on: "2026-08-20",
        stage: index < won ? "won" : "lost",
      };
      return { op: "create", values } as const;
    });
  await of.write("deal", [...worked(a, 120, 0), ...worked(b, 60, 60), ...worked(c, 1, 2)]);
  const answer = await proposeActivity(await of.context(), {
    kpi: "won",
    period: "2026-09",
    activity: "visits",
    members: [a, b, c],
    result: "5000",
    weeks: 26,
  });
  const of_ = (id: string) => answer.lines.find(({ member: { id: each } }) => each === id)?.proposal;
  assert.deepEqual([of_(a)?.basis, of_(b)?.basis, of_(c)?.basis], ["own", "own", "team"]);
  assert.ok(Number(of_(b)?.activity) > 1.6 * Number(of_(a)?.activity));
  assert.equal(of_(c)?.sample.activity, "3");
  assert.equal(
    answer.weeks.reduce((days, { workdays }) => days + workdays, 0),
    22,
  );
});

test("[G-13] a leader's goal is the team's; a cut of the own team's goal that carries the leader over 100 % is listed as close", async (t) => {
  const of = await company(t, { won_amount: wonDeals("sum") }, "2026-03-20T01:00:00Z", { won: KPIS.won });
  await withRoles(of);
  const [a = "", b = ""] = of.members;
  const team = of.units.teams[0] ?? "";
  await of.ws.transaction((trx) => changeUnit(trx, of.access, team, { leaderId: b }));
  await set(of, member(a), "2026-03", "100");
  await set(of, member(b), "2026-03", "50");
  await monthly(of, a, [0, 0, 120]);
  const goals = await managerGoals(await of.context(), { kpi: "won", period: "2026-03" });
  const own = goals.managers.find(({ unit }) => unit.id === team);
  assert.deepEqual([own?.others, own?.own, own?.total, own?.goal], ["100", "50", "150", "100"]);
  const leader = await memberAccess(of, b, ["admin"]);
  of.clock.now = new Date("2026-03-21T01:00:00Z");
  const cut = {
    kpi: "won",
    subject: member(a),
    period: "2026-03",
    amount: "60",
    counter: { kind: "plan" },
    reason: "下调",
  } as const;
  const world = await of.world();
  await of.ws.transaction((trx) => setTarget(trx, leader, world, cut));
  const { changes } = await nearChanges(await contextOf(of, of.access), { kpi: "won", period: "2026-03" });
  assert.deepEqual(
    changes.map(({ manager, goalBefore, goalAfter, attainBefore, attainAfter, near }) => [
      manager.id,
      goalBefore,
      goalAfter,
      attainBefore,
      attainAfter,
      near,
    ]),
    [[b, "150", "110", "0.8", "1.090909", true]],
  );
});

/** One won deal a month from January on. */
async function monthly(of: Company, owner: string, amounts: readonly number[]): Promise<void> {
  const ops = amounts.map((amount, index) => {
    const day = `2026-${String(index + 1).padStart(2, "0")}-10`;
    return { op: "create", values: { owner, amount: String(amount), closed_on: day, stage: "won" } } as const;
  });
  await of.write("deal", ops);
}
