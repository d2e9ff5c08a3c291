import assert from "node:assert/strict";
import { test } from "node:test";
import { TargetSplit } from "@dabiao/core/goals/target.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { previewChange } from "../../src/goals/life/change-preview.ts";
import { listChanges, proposeChange, seeChange, showChange } from "../../src/goals/life/changes.ts";
import { postSplit, readSplitBasis } from "../../src/goals/split.ts";
import { listTargets } from "../../src/goals/targets.ts";
import { listNotices } from "../../src/people/notice-store.ts";
import { company, wonDeals } from "../metrics/company.ts";
import { refusedWith } from "../metrics/refused.ts";
import {
  amounts,
  change,
  contextOf,
  counted,
  countedAsOf,
  judge,
  KPIS,
  METRICS,
  member,
  memberAccess,
  set,
  split,
  withRoles,
} from "./life-company.ts";

test("[G-09] October's 100 raised to 130 from the 16th counts 120.00 once another approves it; both versions stay readable [PUB+ H1]", async (t) => {
  const of = await company(t, METRICS, "2025-10-16T01:00:00Z", KPIS);
  await withRoles(of);
  const [a = "", b = "", c = ""] = of.members;
  await set(of, member(a), "2025-10", "100");
  const before = of.clock.now.toISOString();
  of.clock.now = new Date("2025-10-16T02:00:00Z");
  const body = change({ from: "2025-10-16", effect: amounts(a, "2025-10", "130") });
  const preview = await previewChange(await of.context(), body);
  assert.deepEqual(
    preview.people.map(({ member: { name }, before: old, after, attainBefore }) => [name, old, after, attainBefore]),
    [["甲", "100", "120", null]],
  );
  assert.equal(preview.summary.approvals, 1);
  const boss = await memberAccess(of, b, ["admin"]);
  const proposer = await memberAccess(of, c, ["admin"]);
  const proposed = await of.ws.transaction(async (trx) => proposeChange(trx, await contextOf(of, proposer), body));
  assert.deepEqual(await counted(of, a, "2025-10"), ["100"]);
  await assert.rejects(judge(of, proposer, proposed.id), refusedWith("goal_change_own"));
  const posted = await judge(of, boss, proposed.id);
  assert.equal(posted.state, "posted");
  assert.deepEqual(await counted(of, a, "2025-10"), ["120"]);
  const shown = await showChange(of.ws, boss, proposed.id);
  assert.deepEqual(
    shown.lines.map((line) => [line.before, line.after, line.countedBefore, line.countedAfter]),
    [["100", "130", "100", "120"]],
  );
  // The sheet of any earlier moment reads as it was.
  assert.deepEqual(await countedAsOf(of, a, "2025-10", before), "100");
  const own = await memberAccess(of, a, ["rep"]);
  assert.deepEqual(
    (await listChanges(of.ws, own, { limit: 10, mine: true })).items.map(({ mine }) => mine?.seenAt),
    [null],
  );
  const seen = await of.ws.transaction((trx) => seeChange(trx, own, proposed.id));
  assert.ok(seen.mine?.seenAt);
  const [notice] = (await listNotices(of.ws, a, { only: "all", limit: 10 })).items;
  assert.equal(notice?.kind, "goals.change_posted");
  const again = change({ from: "2025-10-16", basis: "days", effect: amounts(b, "2025-10", "130") });
  await set(of, member(b), "2025-10", "100");
  assert.equal((await previewChange(await of.context(), again)).lines[0]?.countedAfter, "115.48");
});

test("[A9] a slack season of 0.8 for one team: the preview says who, two must approve after the middle of the month, no past month moves", async (t) => {
  const of = await company(t, METRICS, "2026-03-20T01:00:00Z", KPIS);
  await withRoles(of);
  const [a = "", b = "", c = "", d = ""] = of.members;
  const team = of.units.teams[0] ?? "";
  for (const month of ["2026-02", "2026-03", "2026-04"]) {
    await set(of, { kind: "unit", id: team }, month, "300");
    await split(of, { kind: "unit", id: team }, month, [a, b]);
  }
  const effect = { kind: "factor", factor: "0.8" } as const;
  const next = change({ from: "2026-04-01", effect, scope: { units: [team] } });
  const preview = await previewChange(await of.context(), next);
  assert.deepEqual([preview.summary.before, preview.summary.after, preview.summary.people], ["300", "240", 2]);
  assert.deepEqual(preview.lines.map(({ before, after }) => [before, after])[0], ["300", "240"]);
  assert.deepEqual(
    preview.people.map(({ after }) => after),
    ["120", "120"],
  );
  const now = change({ from: "2026-03-23", effect, scope: { units: [team] } });
  const proposer = await memberAccess(of, d, ["admin"]);
  const proposed = await of.ws.transaction(async (trx) => proposeChange(trx, await contextOf(of, proposer), now));
  assert.equal(proposed.summary.approvals, 2);
  const [one, two] = [await memberAccess(of, a, ["admin"]), await memberAccess(of, c, ["admin"])];
  assert.equal((await judge(of, one, proposed.id)).state, "submitted");
  await assert.rejects(judge(of, one, proposed.id), refusedWith("goal_change_twice"));
  assert.equal((await judge(of, two, proposed.id)).state, "posted");
  // 15 of 22 days at 150, 7 at 120, for each of two; the team follows exactly.
  assert.deepEqual(await counted(of, a, "2026-02", "2026-03", "2026-04"), ["150", "140.45", "150"]);
  const targets = await listTargets(of.ws, of.access, await of.world(), { kpi: "won", period: "2026-03" });
  const unit = targets.find(({ subject }) => subject.kind === "unit");
  assert.deepEqual([unit?.amount, unit?.people?.residue], ["280.9", "0"]);
  await assert.rejects(
    previewChange(await of.context(), change({ from: "2026-02-10", effect })),
    refusedWith("goal_change_past"),
  );
});

test("[A9] tiers: each product line has its own factor, and the whole moves by as much as its parts", async (t) => {
  const of = await company(t, METRICS, "2026-03-03T01:00:00Z", KPIS);
  await withRoles(of);
  await set(of, { kind: "company" }, "2026-04", "1000");
  const [first, second] = ["product.series=a", "product.series=b"];
  const given = TargetSplit.parse({
    kpi: "won",
    subject: { kind: "company" },
    period: "2026-04",
    into: { kind: "slices", dimension: "product.series", values: ["a", "b"] },
    method: { kind: "weights", weights: { [first]: "6", [second]: "4" } },
    reason: "按产品线",
  });
  const basis = await readSplitBasis(await of.context(), given);
  await of.ws.transaction((trx) => postSplit(trx, of.access, given, basis));
  const tiers = [
    { slice: first, factor: "0.8" },
    { slice: second, factor: "1.1" },
  ];
  const preview = await previewChange(
    await of.context(),
    change({ from: "2026-04-01", effect: { kind: "tiers", tiers } }),
  );
  assert.deepEqual(
    preview.lines.map(({ slice, countedAfter }) => [slice, countedAfter]).sort(),
    [
      [null, "920"],
      [first, "480"],
      [second, "440"],
    ].sort(),
  );
});

test("[A9] a KPI's definition changed on the way: the preview judges everybody anew, and it holds once another approves it", async (t) => {
  const of = await company(
    t,
    { ...METRICS, all_amount: wonDeals("sum", { filter: undefined }) },
    "2026-03-03T01:00:00Z",
    KPIS,
  );
  await withRoles(of);
  const [a = "", b = "", c = ""] = of.members;
  await set(of, member(a), "2026-03", "100");
  const deal = (stage: string) =>
    ({ op: "create", values: { owner: a, amount: "50", closed_on: "2026-03-02", stage } }) as const;
  await of.write("deal", [deal("won"), deal("lost")]);
  const fresh = { label: { zh: "全部" }, metric: "all_amount", type: "result", step: "0.01" };
  const body = change({ from: "2026-03-03", effect: { kind: "definition", body: fresh } });
  const preview = await previewChange(await of.context(), body);
  assert.deepEqual(
    preview.people.map(({ attainBefore, attainAfter }) => [attainBefore, attainAfter]),
    [["0.5", "1"]],
  );
  const [proposer, boss] = [await memberAccess(of, b, ["admin"]), await memberAccess(of, c, ["director"])];
  const proposed = await of.ws.transaction(async (trx) => proposeChange(trx, await contextOf(of, proposer), body));
  assert.equal((await of.world()).get(kpiKind, "won")?.metric, "won_amount");
  assert.equal((await judge(of, boss, proposed.id)).state, "posted");
  assert.equal((await of.world()).get(kpiKind, "won")?.metric, "all_amount");
  const broken = change({ from: "2026-03-03", effect: { kind: "definition", body: { ...fresh, metric: "nothing" } } });
  await assert.rejects(previewChange(await of.context(), broken), refusedWith("bad_request"));
});
