import assert from "node:assert/strict";
import { test } from "node:test";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { postAdjustments } from "../../src/appraisal/adjustments.ts";
import { calibrateSheet } from "../../src/appraisal/calibrate-act.ts";
import { readCalibration } from "../../src/appraisal/calibration-view.ts";
import { stepCycle } from "../../src/appraisal/cycles.ts";
import { exportCycle } from "../../src/appraisal/export.ts";
import { signGoal } from "../../src/appraisal/goal-act.ts";
import { printSheet } from "../../src/appraisal/print.ts";
import { rateSheet } from "../../src/appraisal/rating-act.ts";
import { answerAppeal, appealResult, confirmResult, recordInterview } from "../../src/appraisal/result-act.ts";
import { readWholeSheet } from "../../src/appraisal/sheet-view.ts";
import { refusedWith } from "../metrics/refused.ts";

import { begun, sheetOf } from "./march.ts";

test("[A-01] a month goes from goals to the archive: signed, frozen, rated, calibrated, interviewed, signed, sealed", async (t) => {
  const { desk, a, b, c, cycle } = await begun(t);
  const { of } = desk;
  const [one, two] = [await sheetOf(desk, cycle.id, a), await sheetOf(desk, cycle.id, b)];
  const mine = await desk.room(a);
  const goals = await readWholeSheet(mine, one);
  assert.deepEqual(
    goals.parts[0]?.lines.map(({ target }) => target),
    ["100", "10", null, null],
  );
  assert.deepEqual(goals.may, ["print", "signGoal"]);
  await assert.rejects(signGoal(mine, one, { hash: "0".repeat(64) }), refusedWith("sheet_hash"));
  const signed = await signGoal(mine, one, { hash: goals.goalHash });
  assert.equal(signed.state, "running");
  assert.equal(signed.signatures[0]?.hash, goals.goalHash);
  const manager = await desk.room(c);
  const other = await readWholeSheet(manager, two);
  await assert.rejects(signGoal(manager, two, { hash: other.goalHash, impose: "出差" }), refusedWith("goal_not_due"));
  of.clock.now = new Date("2026-03-20T01:00:00Z");
  const imposed = await signGoal(await desk.room(c), two, { hash: other.goalHash, impose: "一直没有签" });
  assert.deepEqual([imposed.state, imposed.flags], ["running", ["goalImposed"]]);

  await assert.rejects(
    stepCycle(await desk.room(desk.hr), cycle.id, { to: "scoring", force: true, reason: "早点" }),
    refusedWith("cycle_blocked"),
  );
  of.clock.now = new Date("2026-04-01T02:00:00Z");
  const hr = await desk.room(desk.hr);
  const scoring = await stepCycle(hr, cycle.id, { to: "scoring", force: false });
  assert.deepEqual([scoring.state, scoring.states], ["scoring", { self: 2 }]);
  const frozen = await readWholeSheet(await desk.room(c), one);
  assert.deepEqual(
    frozen.parts[0]?.lines.slice(0, 2).map(({ target, actual, score, evidence }) => [target, actual, score, evidence]),
    [
      ["100", "90", "90", 8],
      ["10", "8", "80", 8],
    ],
  );
  await rateSheet(await desk.room(a), one, { ratings: [], comment: "尽力了", submit: true });
  await rateSheet(await desk.room(b), two, { ratings: [], submit: true });
  const part = frozen.parts[0]?.id ?? "";
  await assert.rejects(
    rateSheet(await desk.room(c), one, {
      ratings: [{ partId: part, item: "won", option: "b", comment: "" }],
      submit: false,
    }),
    refusedWith("rating_item"),
  );
  await assert.rejects(
    rateSheet(await desk.room(c), one, { ratings: [], submit: true }),
    refusedWith("rating_missing"),
  );
  await assert.rejects(
    rateSheet(await desk.room(b), one, {
      ratings: [{ partId: part, item: "team", option: "b", comment: "" }],
      submit: true,
    }),
    refusedWith("not_found"),
  );
  const rated = await rateSheet(await desk.room(c), one, {
    ratings: [{ partId: part, item: "team", option: "b", comment: "" }],
    comment: "稳",
    submit: true,
  });
  assert.deepEqual([rated.state, rated.total, rated.grade], ["calibrating", "89.00", "A"]);
  const own = await readWholeSheet(await desk.room(a), one);
  assert.deepEqual([own.total, own.grade, own.comment, own.ratings.length], [null, null, null, 0]);
  const twoPart = (await readWholeSheet(await desk.room(c), two)).parts[0]?.id ?? "";
  const second = await rateSheet(await desk.room(c), two, {
    ratings: [{ partId: twoPart, item: "team", option: "c", comment: "" }],
    submit: true,
  });
  assert.deepEqual([second.total, second.grade], ["82.00", "B"]);

  await assert.rejects(
    calibrateSheet(await desk.room(c), two, { grade: "Z", reason: "x" }),
    refusedWith("calibration_grade"),
  );
  const calibrated = await calibrateSheet(await desk.room(desk.hr), two, { grade: "D", reason: "数量太少" });
  assert.deepEqual(
    [calibrated.total, calibrated.grade, calibrated.coefficient, calibrated.source],
    ["82.00", "D", "0", "calibration"],
  );
  const view = await readCalibration(await desk.room(desk.hr), cycle.id, {});
  assert.deepEqual(
    view.changes.map(({ before, after, reason, by }) => [before.grade, after.grade, reason, by]),
    [["B", "D", "数量太少", "人事"]],
  );

  const published = await stepCycle(await desk.room(desk.hr), cycle.id, { to: "published", force: false });
  assert.deepEqual(published.states, { published: 1, confirming: 1 });
  assert.equal((await readWholeSheet(await desk.room(a), one)).total, "89.00");
  await assert.rejects(confirmResult(await desk.room(b), two, { version: 0 }), refusedWith("interview_first"));
  const talk = { on: "2026-04-02", points: "单数太少", plan: "每周 5 次拜访", checklist: [] };
  await recordInterview(await desk.room(c), two, { interview: talk });
  const talked = await recordInterview(await desk.room(b), two, {});
  assert.equal(talked.state, "confirming");
  const confirmed = await confirmResult(await desk.room(a), one, {
    version: (await readWholeSheet(await desk.room(a), one)).version,
  });
  assert.equal(confirmed.state, "confirmed");

  const appealed = await appealResult(await desk.room(b), two, { reason: "少算了一单" });
  const appeal = appealed.appeals[0];
  assert.equal(appeal?.handler, "老板");
  await assert.rejects(
    answerAppeal(await desk.room(c), appeal?.id ?? "", { to: "upheld", answer: "维持" }),
    refusedWith("appeal_handler"),
  );
  const answered = await answerAppeal(await desk.room(desk.boss), appeal?.id ?? "", {
    to: "adjusted",
    answer: "改回",
    grade: "C",
  });
  assert.deepEqual([answered.state, answered.grade, answered.source], ["confirmed", "C", "reconsideration"]);
  assert.deepEqual(
    answered.adjustments.map(({ kind, field, before, after }) => [kind, field, before, after]),
    [["appeal", "grade", "D", "C"]],
  );
  const archived = await stepCycle(await desk.room(desk.hr), cycle.id, { to: "archived", force: false });
  assert.equal(archived.state, "archived");
  const sealed = await readWholeSheet(await desk.room(a), one);
  assert.match(sealed.hash ?? "", /^[0-9a-f]{64}$/);
  const page = printSheet(sealed, "zh-CN");
  for (const shown of ["89.00", "稳", sealed.hash ?? "", goals.goalHash]) assert.ok(page.includes(shown), shown);
  const csv: string[] = [];
  for await (const piece of exportCycle(await desk.room(desk.hr), cycle.id, "zh-CN")) csv.push(piece);
  assert.ok(csv.join("").includes("甲,1 队,sales,archived,won,50,100,90,0.9,90,45,8,89.00,A,1.1,review"), csv.join(""));
});

test("[C-27] what is frozen never moves: a later correction is an adjustment, posted once", async (t) => {
  const { desk, a, b, cycle } = await begun(t);
  const { of, targets } = desk;
  const one = await sheetOf(desk, cycle.id, a);
  for (const member of [a, b]) {
    const id = await sheetOf(desk, cycle.id, member);
    const room = await desk.room(member);
    await signGoal(room, id, { hash: (await readWholeSheet(room, id)).goalHash });
  }
  of.clock.now = new Date("2026-04-01T02:00:00Z");
  await stepCycle(await desk.room(desk.hr), cycle.id, { to: "scoring", force: false });
  const lines = () =>
    of.ws.rows(sql`select l.*, p.gates from ${ident(of.ws.schema, "appraisal_line")} l
    join ${ident(of.ws.schema, "appraisal_part")} p on p.id = l.part_id order by l.part_id, l.item`);
  const before = JSON.stringify(await lines());
  await desk.win(a, "30", "2026-03-30");
  targets.set(`deals/2026-03/${a}`, "20");
  await of.drain();
  const { posted } = await postAdjustments(await desk.room(desk.hr), cycle.id, false);
  assert.deepEqual(
    posted
      .filter(({ item }) => item !== null)
      .map(({ item, field, before: was, after, difference }) => [item, field, was, after, difference]),
    [
      ["deals", "actual", "8", "9", "1"],
      ["deals", "target", "10", "20", "10"],
      ["deals", "score", "80", "45", "-35"],
      ["won", "actual", "90", "120", "30"],
      ["won", "score", "90", "120", "30"],
    ],
  );
  assert.deepEqual((await postAdjustments(await desk.room(desk.hr), cycle.id, false)).posted, []);
  assert.equal(JSON.stringify(await lines()), before);
  const sheet = await readWholeSheet(await desk.room(desk.hr), one);
  assert.deepEqual([sheet.parts[0]?.lines[0]?.actual, sheet.adjustments.length, sheet.flags], ["90", 5, ["adjusted"]]);
});
