import assert from "node:assert/strict";
import { test } from "node:test";
import { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { createCycle, stepCycle } from "../../src/appraisal/cycles.ts";
import { chaseAppraisals } from "../../src/appraisal/daily.ts";
import { liveScores, myScore, previewCard } from "../../src/appraisal/live.ts";
import { readWholeSheet } from "../../src/appraisal/sheet-view.ts";
import { ledMembers } from "../../src/appraisal/team-store.ts";
import { listNotices } from "../../src/people/notice-store.ts";
import { refusedWith } from "../metrics/refused.ts";
import { begun, march, sheetOf } from "./march.ts";
import { kpiItem, lead, office } from "./office.ts";

test("[A2] today's score follows every deal, and names the line that would raise it most", async (t) => {
  const { desk, a, b, c } = await march(t);
  desk.of.clock.now = new Date("2026-03-20T02:00:00Z");
  const mine = await myScore(await desk.room(a), undefined);
  const [score] = mine.scores;
  assert.deepEqual(
    score?.lines.slice(0, 2).map(({ attain, points, gain }) => [attain, decimal(points ?? "0").toFixed(2), gain]),
    [
      ["0.9", "56.25", "6.25"],
      ["0.8", "30.00", "7.5"],
    ],
  );
  assert.deepEqual([score?.total, score?.missing, score?.best], ["86.25", 1, { item: "deals", gain: "7.5" }]);
  assert.deepEqual([score?.grade, score?.next], ["A", { grade: "S", points: "8.75" }]);
  await desk.win(a, "10", "2026-03-19");
  const later = await myScore(await desk.room(a), undefined);
  assert.equal(later.scores[0]?.lines[0]?.actual, "100");
  await assert.rejects(myScore(await desk.room(b), a), refusedWith("not_found"));
  assert.equal((await myScore(await desk.room(c), a)).scores[0]?.total, later.scores[0]?.total);
  const team = await ledMembers(desk.of.ws, (await desk.room(c)).access, { page: { limit: 50 } });
  const scores = await liveScores(
    await desk.room(c),
    team.items.map(({ id }) => id),
  );
  assert.deepEqual(scores.map(({ name }) => name).sort(), ["乙", "甲"].sort());
  assert.equal((await ledMembers(desk.of.ws, (await desk.room(a)).access, { page: { limit: 50 } })).items.length, 0);
});

test("[A2] 新人 and 大客户 have different cards, periods and fiscal calendars, with a gate on a line", async (t) => {
  const desk = await office(t, "2026-02-10T02:00:00Z");
  const [a = "", b = ""] = desk.of.members;
  await desk.publish("calendar", { fiscal: { fiscal: { kind: "months", startMonth: 4 } } });
  const gated = { rule: { kind: "proportional", attain: { formula: "up" }, gate: "0.6", cap: "1.2" } };
  await desk.publish("scorecard", {
    newcomer: { grain: "month", for: { members: [a] }, items: [kpiItem("deals", "deals", "100", gated)] },
    key_account: {
      grain: "quarter",
      calendar: "fiscal",
      for: { members: [b] },
      items: [
        kpiItem("won", "won", "60", { source: { kind: "kpi", kpi: "won", calendar: "fiscal" } }),
        kpiItem("deals", "deals", "40", { source: { kind: "kpi", kpi: "deals", grain: "month" } }),
      ],
    },
  });
  desk.targets.set(`deals/2026-02/${a}`, "10");
  desk.targets.set(`won/FY2025-Q4/${b}`, "200");
  for (const month of ["2026-01", "2026-02"]) desk.targets.set(`deals/${month}/${b}`, "1");
  for (let deal = 0; deal < 5; deal++) await desk.win(a, "10", "2026-02-05");
  await desk.win(b, "90", "2026-01-05");
  await desk.win(b, "10", "2026-02-06");
  const [first, second] = [await myScore(await desk.room(a), undefined), await myScore(await desk.room(b), undefined)];
  assert.deepEqual(
    [first.scores[0]?.card, first.scores[0]?.period, first.scores[0]?.total],
    ["newcomer", "2026-02", "0.00"],
  );
  assert.deepEqual(
    [second.scores[0]?.card, second.scores[0]?.period, second.scores[0]?.total],
    ["key_account", "FY2025-Q4", "70.00"],
  );
  assert.deepEqual(second.scores[0]?.lines[1]?.periods, ["2026-01", "2026-02"]);
  await assert.rejects(
    desk.publish("appraisal_plan", { both: { cards: ["newcomer", "key_account"] } }),
    (error: { issues?: { code: string }[] }) => error.issues?.some(({ code }) => code === "plan_card_period") ?? false,
  );
  const draft = ScorecardBody.parse({ label: { zh: "草稿" }, items: [kpiItem("deals", "deals", "100")] });
  const [tried] = await previewCard(await desk.room(desk.hr), { key: "draft", body: draft, members: [a] });
  assert.equal(tried?.scores[0]?.total, "50.00");
});

test("[A-10] a transfer makes two parts, each with its manager, its days and its share of the target", async (t) => {
  const { desk, a, c } = await march(t);
  const { of } = desk;
  const d = of.members[3] ?? "";
  await lead(of, of.units.teams[2] ?? "", d);
  await of.ws.rows(
    sql`update ${ident(of.ws.schema, "membership")} set to_day = '2026-03-16' where member_id = ${a}::uuid`,
  );
  await of.ws.rows(sql`insert into ${ident(of.ws.schema, "membership")} (id, member_id, unit_id, kind, from_day)
    values (gen_random_uuid(), ${a}::uuid, ${of.units.teams[2]}::uuid, 'primary', '2026-03-16')`);
  await desk.win(a, "60", "2026-03-20");
  const hr = await desk.room(desk.hr);
  const cycle = await createCycle(hr, { plan: "monthly", period: "2026-03" });
  const sheet = await readWholeSheet(hr, await sheetOf(desk, cycle.id, a));
  assert.deepEqual(
    sheet.parts.map(({ from, to, managerId, weight, lines }) => [
      from,
      to,
      managerId,
      weight,
      decimal(lines[0]?.target ?? "0").toFixed(2),
      lines[0]?.actual,
    ]),
    [
      ["2026-03-01", "2026-03-16", c, "10", "45.45", "90"],
      ["2026-03-16", "2026-04-01", d, "12", "54.55", "60"],
    ],
  );
});

test("[A-02] who is late is reminded and then the next level is; a missing self-review is skipped, silence is 已截止", async (t) => {
  const { desk, a, b, c, cycle } = await begun(t);
  const { of } = desk;
  of.clock.now = new Date("2026-03-10T01:00:00Z");
  await chaseAppraisals(of.ws, await of.world(), of.clock.now);
  await chaseAppraisals(of.ws, await of.world(), of.clock.now);
  const kinds = async (member: string) =>
    (await listNotices(of.ws, member, { only: "all", limit: 50 })).items.map(({ kind }) => kind);
  assert.deepEqual(await kinds(a), ["appraisal.late_goal", "appraisal.goal"]);
  assert.ok((await kinds(c)).includes("appraisal.escalated"));
  of.clock.now = new Date("2026-04-01T02:00:00Z");
  const hr = await desk.room(desk.hr);
  await stepCycle(hr, cycle.id, { to: "running", force: true, reason: "月末" });
  await stepCycle(hr, cycle.id, { to: "scoring", force: false });
  of.clock.now = new Date("2026-04-10T02:00:00Z");
  await chaseAppraisals(of.ws, await of.world(), of.clock.now);
  const sheet = await readWholeSheet(await desk.room(c), await sheetOf(desk, cycle.id, b));
  assert.deepEqual([sheet.state, sheet.total, sheet.flags], ["rating", null, ["goalImposed", "late"]]);
  of.clock.now = new Date("2026-04-25T02:00:00Z");
  await chaseAppraisals(of.ws, await of.world(), of.clock.now);
  assert.ok((await kinds(desk.boss)).includes("appraisal.escalated"));
  const [task] = await of.ws.rows<{ assignee_id: string }>(
    sql`select assignee_id from ${ident(of.ws.schema, "appraisal_task")} where stage = 'rating' limit 1`,
  );
  assert.equal(task?.assignee_id, desk.boss);
});
