import assert from "node:assert/strict";
import { test } from "node:test";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { readCycleView } from "../../src/appraisal/cycle-view.ts";
import { stepCycle } from "../../src/appraisal/cycles.ts";
import { chaseAppraisals } from "../../src/appraisal/daily.ts";
import { proposeOverride } from "../../src/appraisal/proposal-act.ts";
import { rateSheet } from "../../src/appraisal/rating-act.ts";
import { readWholeSheet } from "../../src/appraisal/sheet-view.ts";
import { findTasks } from "../../src/appraisal/tasks.ts";
import { refusedWith } from "../metrics/refused.ts";
import { begun, sheetOf } from "./march.ts";

const MINE = { whose: "mine" as const, states: ["todo", "overdue"] as const, page: { limit: 50 } };

/** Forced from goals to calibration: nobody has signed, reviewed or rated anything. */
async function forced(t: Parameters<typeof begun>[0]) {
  const given = await begun(t);
  const { desk, a, b, cycle } = given;
  const step = async (to: "running" | "scoring" | "calibrating", force: boolean) =>
    await stepCycle(await desk.room(desk.hr), cycle.id, force ? { to, force, reason: "赶时间" } : { to, force });
  await step("running", true);
  desk.of.clock.now = new Date("2026-04-01T02:00:00Z");
  await step("scoring", false);
  await step("calibrating", true);
  const [one, two] = [await sheetOf(desk, cycle.id, a), await sheetOf(desk, cycle.id, b)];
  const part = (await readWholeSheet(await desk.room(desk.hr), one)).parts[0]?.id ?? "";
  const good = [{ partId: part, item: "team", option: "b", comment: "" }];
  return { ...given, one, two, good };
}

test("[A-02] what calibration was forced without is still rated by the manager; tasks of stages passed are closed", async (t) => {
  const { desk, a, c, cycle, one, good } = await forced(t);
  const hr = await desk.room(desk.hr);
  const sheet = await readWholeSheet(await desk.room(c), one);
  assert.deepEqual(
    [sheet.state, sheet.total, sheet.missing, sheet.may.includes("rate")],
    ["calibrating", null, 1, true],
  );
  assert.deepEqual((await findTasks(await desk.room(a), MINE)).items, []);
  const tasks = await findTasks(await desk.room(c), MINE);
  assert.deepEqual(
    tasks.items.map(({ stage, role }) => [stage, role]),
    [
      ["rating", "manager"],
      ["rating", "manager"],
    ],
  );
  const before = await readCycleView(hr, cycle.id);
  assert.deepEqual(
    before.blockers.map(({ kind, hard, waitsFor }) => [kind, hard, waitsFor.map(({ id }) => id)]),
    [
      ["unscored", false, [c]],
      ["unscored", false, [c]],
    ],
  );
  const rated = await rateSheet(await desk.room(c), one, { ratings: good, comment: "补评", submit: true });
  assert.deepEqual([rated.state, rated.total, rated.grade], ["calibrating", "89.00", "A"]);
  assert.equal((await findTasks(await desk.room(c), MINE)).items.length, 1);
  await assert.rejects(rateSheet(await desk.room(c), one, { ratings: good, submit: true }), refusedWith("sheet_state"));
});

test("[A-02] the next level and HR may rate in the manager's place with a reason; colleagues and the person may not", async (t) => {
  const { desk, a, b, c, one, two, good, cycle } = await forced(t);
  const part = (await readWholeSheet(await desk.room(desk.hr), two)).parts[0]?.id ?? "";
  const middling = [{ partId: part, item: "team", option: "c", comment: "" }];
  for (const [who, refusal] of [
    [a, "sheet_state"],
    [b, "not_found"],
    [desk.boss, "cycle_reason"],
    [desk.hr, "cycle_reason"],
  ] as const)
    await assert.rejects(rateSheet(await desk.room(who), one, { ratings: good, submit: true }), refusedWith(refusal));
  assert.ok((await readWholeSheet(await desk.room(desk.boss), one)).may.includes("rateInstead"));
  const boss = await desk.room(desk.boss);
  await assert.rejects(
    rateSheet(boss, one, { ratings: [], submit: true, reason: "经理离职" }),
    refusedWith("rating_missing"),
  );
  const first = await rateSheet(boss, one, { ratings: good, submit: true, reason: "经理离职" });
  assert.deepEqual([first.total, first.ratings.map(({ rater }) => rater)], ["89.00", ["老板"]]);
  const hr = await desk.room(desk.hr);
  const second = await rateSheet(hr, two, { ratings: middling, submit: true, reason: "经理离职" });
  assert.deepEqual([second.total, second.grade], ["82.00", "B"]);
  assert.deepEqual((await findTasks(await desk.room(c), MINE)).items, []);
  const published = await stepCycle(hr, cycle.id, { to: "published", force: false });
  assert.deepEqual(published.states, { confirming: 2 });
});

test("[A-02] publishing leaves out with a reason who still has no total, and never makes one up", async (t) => {
  const { desk, a, c, cycle, one, two, good } = await forced(t);
  const hr = await desk.room(desk.hr);
  await rateSheet(await desk.room(c), one, { ratings: good, submit: true });
  await assert.rejects(stepCycle(hr, cycle.id, { to: "published", force: false }), refusedWith("cycle_blocked"));
  const done = await stepCycle(hr, cycle.id, { to: "published", force: true, reason: "经理离职，无人可评" });
  assert.deepEqual(done.states, { confirming: 1, withdrawn: 1 });
  assert.ok(!(await readWholeSheet(hr, one)).may.includes("withdraw"));
  const out = await readWholeSheet(hr, two);
  assert.deepEqual([out.state, out.total, out.grade, out.ratings], ["withdrawn", null, null, []]);
  assert.equal((await readWholeSheet(await desk.room(a), one)).total, "89.00");
  const [event] = await desk.of.ws.rows<{ detail: { reason: string } }>(
    sql`select detail from ${ident(desk.of.ws.schema, "appraisal_event")} where sheet_id = ${two}::uuid and kind = 'withdraw'`,
  );
  assert.equal(event?.detail.reason, "经理离职，无人可评");
});

test("[A-02] in calibration HR may waive a missing rating, and a late one still goes to the next level", async (t) => {
  const { desk, cycle, one, two } = await forced(t);
  const { of } = desk;
  const hr = await desk.room(desk.hr);
  const part = (await readWholeSheet(hr, one)).parts[0]?.id ?? "";
  const waived = await proposeOverride(hr, one, { partId: part, item: "team", kind: "waive", reason: "新设项目" });
  assert.deepEqual([waived.state, waived.total, waived.may.includes("override")], ["calibrating", "86.25", false]);
  of.clock.now = new Date("2026-04-25T02:00:00Z");
  await chaseAppraisals(of.ws, await of.world(), of.clock.now);
  const rows = await of.ws.rows<{ sheet: string; assignee: string }>(
    sql`select sheet_id as sheet, assignee_id as assignee from ${ident(of.ws.schema, "appraisal_task")}
      where cycle_id = ${cycle.id}::uuid and stage = 'rating' and done_at is null and skipped_at is null`,
  );
  assert.deepEqual(rows, [{ sheet: two, assignee: desk.boss }]);
  assert.ok((await readWholeSheet(await desk.room(desk.boss), two)).may.includes("rate"));
});
