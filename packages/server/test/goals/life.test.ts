import assert from "node:assert/strict";
import { test } from "node:test";
import { RampBody } from "@dabiao/core/goals/ramp.ts";
import { askAbsence, decideAbsence, withdrawAbsence } from "../../src/goals/life/absences.ts";
import { listLife, reckonGoal } from "../../src/goals/life/life-list.ts";
import { assignRamp, listRamps, putRamp } from "../../src/goals/life/ramp-people.ts";
import { rebalance } from "../../src/goals/life/rebalance.ts";
import { listTransfers, regoal } from "../../src/goals/life/transfers.ts";
import { fillVacancy, listVacancies } from "../../src/goals/life/vacancies.ts";
import { listTargets } from "../../src/goals/targets.ts";
import { changeMember, leave } from "../../src/people/member-store.ts";
import { transfer } from "../../src/people/membership-store.ts";
import { changeUnit } from "../../src/people/unit-store.ts";
import { company } from "../metrics/company.ts";
import { refusedWith } from "../metrics/refused.ts";
import { counted, KPIS, METRICS, member, memberAccess, people, set, split, withRoles } from "./life-company.ts";

test("[A13] 30/60/90 %: a newcomer of the 18th owes part of March, a third of April, and a whole July; the team shows the gap", async (t) => {
  const of = await company(t, METRICS, "2026-03-20T01:00:00Z", KPIS);
  const [a = "", b = ""] = of.members;
  await of.ws.transaction((trx) => changeMember(trx, of.access, a, { joinedOn: "2026-03-18" }));
  for (const month of ["2026-03", "2026-04", "2026-07"])
    for (const id of [a, b]) await set(of, member(id), month, "100000");
  const body = RampBody.parse({ label: { zh: "新人三个月" }, steps: ["0.3", "0.6", "0.9"] });
  await of.ws.transaction((trx) => putRamp(trx, of.access, "rookie", body));
  const assignment = { kind: "ramp", ramp: "rookie", start: "2026-03-18" } as const;
  await of.ws.transaction(async (trx) =>
    assignRamp(trx, of.access, await of.world(), { members: [a], assignment, note: "" }),
  );
  assert.deepEqual(await counted(of, a, "2026-03", "2026-04", "2026-07"), ["13636.36", "30000", "100000"]);
  assert.deepEqual(await counted(of, b, "2026-03", "2026-04"), ["100000", "100000"]);
  const world = await of.world();
  const ramps = await listRamps(of.ws, of.access, world, of.clock.now);
  assert.deepEqual(
    ramps.people.map(({ ramp, tenure, share, ends }) => [ramp, tenure, share, ends]),
    [["rookie", 0, "0.3", "2026-07-01"]],
  );
  const life = await listLife(of.ws, of.access, world, { kpi: "won", period: "2026-04" }, of.clock.now);
  assert.deepEqual(
    life.people.map(({ member: { name }, nominal, effective, gap }) => [name, nominal, effective, gap]),
    [["甲", "100000", "30000", "70000"]],
  );
  const team = life.units.find(({ id }) => id === of.units.teams[0]);
  assert.deepEqual([team?.nominal, team?.effective, team?.gap], ["200000", "130000", "70000"]);
  // Where months were set, the quarter is what they owe together.
  assert.deepEqual(await counted(of, a, "2026-Q1"), ["13636.36"]);
});

test("[A13] rebalanced, the newcomer's gap is the colleague's, the team's target stays whole, and nothing is cut twice", async (t) => {
  const of = await company(t, METRICS, "2026-04-02T01:00:00Z", KPIS);
  const [a = "", b = ""] = of.members;
  const team = of.units.teams[0] ?? "";
  await of.ws.transaction((trx) => changeMember(trx, of.access, a, { joinedOn: "2026-04-01" }));
  await set(of, { kind: "unit", id: team }, "2026-04", "200000");
  await split(of, { kind: "unit", id: team }, "2026-04", [a, b]);
  await of.ws.transaction((trx) =>
    putRamp(trx, of.access, "rookie", RampBody.parse({ label: { zh: "新人" }, steps: ["0.3"], roles: [] })),
  );
  await of.ws.transaction(async (trx) =>
    assignRamp(trx, of.access, await of.world(), {
      members: [a],
      assignment: { kind: "ramp", ramp: "rookie", start: "2026-04-01" },
      note: "",
    }),
  );
  const world = await of.world();
  const wanted = { kpi: "won", period: "2026-04", member: a, to: { kind: "siblings" }, reason: "新人爬坡" } as const;
  const done = await of.ws.transaction((trx) => rebalance(trx, of.access, world, wanted));
  assert.deepEqual([done.moved, done.effective], ["70000", "30000"]);
  assert.deepEqual([await counted(of, a, "2026-04"), await counted(of, b, "2026-04")], [["30000"], ["170000"]]);
  const [parent] = (await listTargets(of.ws, of.access, world, { kpi: "won", period: "2026-04" })).filter(
    ({ subject }) => subject.kind === "unit",
  );
  assert.deepEqual([parent?.amount, parent?.people?.residue], ["200000", "0"]);
  await assert.rejects(
    of.ws.transaction((trx) => rebalance(trx, of.access, world, wanted)),
    refusedWith("goal_no_gap"),
  );
});

test("[G-05] split by capacity, the newcomer's part is made for the ramp already and is not cut again; split evenly, it is", async (t) => {
  const of = await company(t, METRICS, "2026-04-02T01:00:00Z", KPIS);
  const [a = "", b = ""] = of.members;
  const team = of.units.teams[0] ?? "";
  await of.ws.transaction((trx) => changeMember(trx, of.access, a, { joinedOn: "2026-04-01" }));
  await of.ws.transaction((trx) =>
    putRamp(trx, of.access, "rookie", RampBody.parse({ label: { zh: "新人" }, steps: ["0.3"] })),
  );
  const assignment = { kind: "ramp", ramp: "rookie", start: "2026-04-01" } as const;
  await of.ws.transaction(async (trx) =>
    assignRamp(trx, of.access, await of.world(), { members: [a], assignment, note: "" }),
  );
  await set(of, { kind: "unit", id: team }, "2026-04", "130000");
  await split(of, { kind: "unit", id: team }, "2026-04", [a, b], "capacity");
  assert.deepEqual([await counted(of, a, "2026-04"), await counted(of, b, "2026-04")], [["30000"], ["100000"]]);
  await split(of, { kind: "unit", id: team }, "2026-04", [a, b]);
  assert.deepEqual([await counted(of, a, "2026-04"), await counted(of, b, "2026-04")], [["19500"], ["65000"]]);
});

test("[G-10] maternity leave takes its days out once approved, never before, and not any more when it is withdrawn", async (t) => {
  const of = await company(t, METRICS, "2026-03-02T01:00:00Z", KPIS);
  await withRoles(of);
  const [a = "", b = ""] = of.members;
  for (const month of ["2026-03", "2026-04"]) await set(of, member(a), month, "100000");
  const world = await of.world();
  const own = await memberAccess(of, a, ["rep"]);
  const boss = await memberAccess(of, b, ["admin"]);
  const days = { memberId: a, kind: "maternity", fromDay: "2026-03-16", toDay: "2026-06-20", note: "" } as const;
  const asked = await of.ws.transaction((trx) => askAbsence(trx, own, world, days));
  assert.equal(asked.state, "asked");
  assert.deepEqual(await counted(of, a, "2026-03"), ["100000"]);
  await assert.rejects(
    of.ws.transaction((trx) => decideAbsence(trx, own, world, asked.id, { approve: true, note: "" })),
    refusedWith("absence_own"),
  );
  await of.ws.transaction((trx) => decideAbsence(trx, boss, world, asked.id, { approve: true, note: "" }));
  // 10 of 22 working days before the 16th; April is withdrawn, which is not 0.
  assert.deepEqual(await counted(of, a, "2026-03", "2026-04"), ["45454.55", null]);
  const why = await reckonGoal(of.ws, own, world, { kpi: "won", period: "2026-03", member: a });
  assert.deepEqual([why.parts[0]?.basis, why.parts[0]?.months[0]?.served], ["workdays", "10"]);
  await assert.rejects(
    of.ws.transaction((trx) => askAbsence(trx, own, world, { ...days, fromDay: "2026-06-01", toDay: "2026-07-01" })),
    refusedWith("absence_overlaps"),
  );
  await of.ws.transaction((trx) => withdrawAbsence(trx, boss, world, asked.id));
  assert.deepEqual(await counted(of, a, "2026-03", "2026-04"), ["100000", "100000"]);
});

test("[G-11] a leaver's rest is parked on the team's leader and flagged, until a successor takes it over", async (t) => {
  const of = await company(t, METRICS, "2026-03-17T01:00:00Z", KPIS);
  const [a = "", b = "", c = ""] = of.members;
  const team = of.units.teams[0] ?? "";
  await of.ws.transaction((trx) => changeUnit(trx, of.access, team, { leaderId: b }));
  for (const id of [a, b]) await set(of, member(id), "2026-03", "22000");
  const world = await of.world();
  await of.ws.transaction((trx) => leave(trx, of.access, a, "2026-03-16"));
  assert.deepEqual(await counted(of, a, "2026-03"), ["10000"]);
  const wanted = { kpi: "won", period: "2026-03", member: a, to: { kind: "manager" }, reason: "离职空岗" } as const;
  const done = await of.ws.transaction((trx) => rebalance(trx, of.access, world, wanted));
  assert.equal(done.holder?.id, b);
  assert.deepEqual(await counted(of, b, "2026-03"), ["34000"]);
  const [vacancy] = (await listVacancies(of.ws, of.access, { open: true, limit: 10 }, of.clock.now)).items;
  assert.deepEqual([vacancy?.amount, vacancy?.left.id, vacancy?.holder.id], ["12000", a, b]);
  const filled = { member: c, reason: "丙接手" };
  await of.ws.transaction((trx) => fillVacancy(trx, of.access, world, vacancy?.id ?? "", filled));
  assert.deepEqual([await counted(of, b, "2026-03"), await counted(of, c, "2026-03")], [["22000"], ["12000"]]);
  assert.equal((await listVacancies(of.ws, of.access, { open: true, limit: 10 }, of.clock.now)).items.length, 0);
});

test("[G-11] moved on 16 October, the goal stays in the old team until it is made anew: 60 stay there, 240 count in the new team", async (t) => {
  const of = await company(t, METRICS, "2025-10-17T01:00:00Z", KPIS);
  const [a = "", , c = ""] = of.members;
  const [first = "", second = ""] = of.units.teams;
  await set(of, member(a), "2025-10", "180");
  await set(of, member(c), "2025-10", "100");
  await of.ws.transaction((trx) => transfer(trx, of.access, a, { unitId: second, day: "2025-10-16" }));
  assert.deepEqual(await people(of, "2025-10", first, second, of.units.offices[0] ?? ""), ["180", "100", "280"]);
  const world = await of.world();
  const wanted = { kpi: "won", period: "2025-10", member: a, full: "360", reason: "转队" };
  const halves = await of.ws.transaction((trx) => regoal(trx, of.access, world, wanted));
  assert.deepEqual([halves.earlier, halves.later, halves.goal], ["60", "240", "300"]);
  assert.deepEqual(await people(of, "2025-10", first, second, of.units.offices[0] ?? ""), ["60", "340", "400"]);
  const { transfers } = await listTransfers(of.ws, of.access, world, { kpi: "won", period: "2025-10" });
  assert.deepEqual([transfers[0]?.day, transfers[0]?.goal, transfers[0]?.halves?.later], ["2025-10-16", "300", "240"]);
});
