import assert from "node:assert/strict";
import { test } from "node:test";
import { CommitAnswer, CommitQuery, Proposal } from "@dabiao/core/goals/commitment.ts";
import { SharedGoalBody } from "@dabiao/core/goals/shared-goal.ts";
import type { Subject } from "@dabiao/core/goals/target.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { answerCommitment, listCommitments, propose } from "../../src/goals/commitments.ts";
import { plannerOf } from "../../src/goals/goal-rights.ts";
import { endSharedGoal, listSharedGoals, saveSharedGoal } from "../../src/goals/shared-goals.ts";
import { type MetricContext, metricContext } from "../../src/metrics/context.ts";
import { resolveAccess } from "../../src/people/access.ts";
import type { Company } from "../metrics/company.ts";
import { refusedWith } from "../metrics/refused.ts";
import { amount, COMPANY, people, planned, set, split } from "./planned-company.ts";
import { demandSoundLedger } from "./sound-ledger.ts";

test("[G-08] a rep commits to 40 against 50, the leader counters with 46, they agree: every number stays, and the gap shows in the team's buffer", async (t) => {
  const { of, leader, rep, team } = await ledTeam(t);
  const [, b = ""] = of.members;
  const before = await amount(of, { kind: "member", id: b }, "2026-03");
  const asked = { kpi: "won", subject: { kind: "member", id: b }, period: "2026-03" };
  const offer = Proposal.parse({
    ...asked,
    commit: "40",
    bestCase: "45",
    reason: "两个大客户延期",
    evidence: ["商机 12"],
  });
  const submitted = await of.ws.transaction((trx) => propose(trx, rep, offer));
  assert.deepEqual(
    [submitted.state, submitted.commit, submitted.suggested, submitted.may],
    ["submitted", "40", before, ["propose", "withdraw"]],
  );
  await assert.rejects(
    answer(of, rep, submitted.id, { act: "accept", reason: "好", version: 1 }),
    refusedWith("target_not_yours"),
  );
  const countered = await answer(of, leader, submitted.id, {
    act: "counter",
    amount: "46",
    reason: "有余量",
    version: 1,
  });
  assert.deepEqual([countered.state, countered.counter], ["negotiating", "46"]);
  await assert.rejects(
    answer(of, leader, submitted.id, { act: "impose", amount: "48", reason: "x", version: 1 }),
    refusedWith("target_conflict"),
  );
  const agreed = await answer(of, rep, submitted.id, { act: "accept", reason: "同意", version: 2 });
  assert.deepEqual([agreed.state, agreed.target], ["agreed", "46"]);
  assert.deepEqual(
    agreed.steps.map(({ act, amount: number }) => [act, number]),
    [
      ["propose", "40"],
      ["counter", "46"],
      ["accept", "46"],
    ],
  );
  assert.deepEqual(await people(of, team, "2026-03"), { amount: "96", buffer: "4", residue: "0", stale: false });
  const { items, summary } = await listCommitments(
    leader,
    CommitQuery.parse({ kpi: "won", period: "2026-03", unit: team.id }),
  );
  assert.equal(items.length, 1);
  assert.deepEqual([summary.target, summary.committed, summary.gap, summary.answered], ["100", "46", "54", 1]);
  await demandSoundLedger(of.ws);
});

test("a leader plans the people below and divides the own unit's number, but sets neither that number nor the own target; a rep sets nothing", async (t) => {
  const { of, leader, rep, team } = await ledTeam(t);
  const [a = "", b = "", c = ""] = of.members;
  const planner = await plannerOf(of.ws, leader.access, of.clock.now);
  const member = (id: string): { kind: "member"; id: string } => ({ kind: "member", id });
  assert.deepEqual(
    [
      planner.maySet(team),
      planner.maySplit(team),
      planner.maySet(member(a)),
      planner.maySet(member(b)),
      planner.maySet(member(c)),
    ],
    [false, true, false, true, false],
  );
  await set({ ...of, access: leader.access }, member(b), "2026-03", "55", { kind: "buffer" });
  await assert.rejects(set({ ...of, access: leader.access }, team, "2026-03", "1"), refusedWith("target_not_yours"));
  await assert.rejects(set({ ...of, access: leader.access }, member(c), "2026-03", "1"), refusedWith("not_found"));
  await assert.rejects(set({ ...of, access: rep.access }, member(b), "2026-03", "1"), refusedWith("target_not_yours"));
  const other = Proposal.parse({ kpi: "won", subject: member(c), period: "2026-03", commit: "1", reason: "x" });
  await assert.rejects(
    of.ws.transaction((trx) => propose(trx, rep, other)),
    refusedWith("not_found"),
  );
});

test("[A11] a goal owned 60/40 across two teams counts once for the company; an overlay goal never counts; both are said", async (t) => {
  const of = await planned(t);
  const context = await of.context();
  const [a = "", , c = "", d = ""] = of.members;
  await set(of, { kind: "member", id: a }, "2026-03", "50", { kind: "buffer" });
  const body = { kpi: "won", period: "2026-03", name: "联合攻坚", kind: "shared", amount: "100", reason: "大客户" };
  const owners = [
    { memberId: a, percent: "60" },
    { memberId: d, percent: "40" },
  ];
  await assert.rejects(
    of.ws.transaction((trx) =>
      saveSharedGoal(trx, context, SharedGoalBody.parse({ ...body, owners: [{ memberId: a, percent: "99.99" }] })),
    ),
    refusedWith("shared_percent"),
  );
  const goal = await of.ws.transaction((trx) =>
    saveSharedGoal(trx, context, SharedGoalBody.parse({ ...body, owners })),
  );
  assert.deepEqual(
    goal.parts.map((part) => part.amount),
    ["60", "40"],
  );
  assert.equal(await amount(of, { kind: "member", id: a }, "2026-03"), "110");
  const overlay = { ...body, name: "售前", kind: "overlay", owners: [{ memberId: c, percent: "100" }] };
  await of.ws.transaction((trx) => saveSharedGoal(trx, context, SharedGoalBody.parse(overlay)));
  const whole = await listSharedGoals(context, { kpi: "won", period: "2026-03" });
  assert.deepEqual(
    { ...whole.rollUp, goals: whole.rollUp.goals.map(({ kind, counted }) => [kind, counted]) },
    {
      own: "50",
      shared: "100",
      sharedPart: "0",
      total: "150",
      overlay: "100",
      goals: [
        ["overlay", "0"],
        ["shared", "100"],
      ],
    },
  );
  const east = await listSharedGoals(context, { kpi: "won", period: "2026-03", unit: of.units.offices[0] ?? "" });
  assert.deepEqual(
    [east.rollUp.own, east.rollUp.shared, east.rollUp.sharedPart, east.rollUp.total],
    ["50", "0", "60", "110"],
  );
  await of.ws.transaction((trx) => endSharedGoal(trx, context, goal.id, "结束"));
  assert.equal(await amount(of, { kind: "member", id: a }, "2026-03"), "50");
  assert.equal(await amount(of, COMPANY, "2026-03"), "200");
  await demandSoundLedger(of.ws);
});

/** A team of two with 100 between them, led by the first: what the leader and the other one may do. */
async function ledTeam(t: Parameters<typeof planned>[0]) {
  const of = await planned(t);
  const [a = "", b = ""] = of.members;
  const team = { kind: "unit", id: of.units.teams[0] ?? "" } as const satisfies Subject;
  await split(of, team, "2026-03", { kind: "members" }, { kind: "even" });
  await of.ws.rows(sql`update ${ident(of.ws.schema, "unit")} set leader_id = ${a}::uuid where id = ${team.id}::uuid`);
  return { of, team, leader: await contextOf(of, a), rep: await contextOf(of, b) };
}

async function contextOf(of: Company, memberId: string): Promise<MetricContext> {
  const defined = await of.world();
  const actor = {
    kind: "member",
    memberId,
    accountId: memberId,
    roleKeys: [],
    orgVersion: 99,
    locale: "zh-CN",
  } as never;
  const access = await resolveAccess(of.ws, defined, actor, of.clock.now);
  return metricContext(of.ws, defined, access, of.clock.now, "company");
}

async function answer(of: Company, as: MetricContext, id: string, given: object) {
  return await of.ws.transaction((trx) => answerCommitment(trx, as, id, CommitAnswer.parse(given)));
}
