import assert from "node:assert/strict";
import { test } from "node:test";
import { localText } from "@dabiao/core/platform/text.ts";
import { stepCycle } from "../../src/appraisal/cycles.ts";
import { exportCycle } from "../../src/appraisal/export.ts";
import { signGoal } from "../../src/appraisal/goal-act.ts";
import { printSheet } from "../../src/appraisal/print.ts";
import { rateSheet } from "../../src/appraisal/rating-act.ts";
import { answerAppeal, appealResult, confirmResult } from "../../src/appraisal/result-act.ts";
import { readWholeSheet } from "../../src/appraisal/sheet-view.ts";
import { refusedWith } from "../metrics/refused.ts";
import { begun, sheetOf } from "./march.ts";

/** A published month: 甲 has 89, 乙 82; both may sign or appeal. The boss rated 乙 in the manager's place. */
async function opened(t: Parameters<typeof begun>[0]) {
  const given = await begun(t);
  const { desk, a, b, c, cycle } = given;
  const [one, two] = [await sheetOf(desk, cycle.id, a), await sheetOf(desk, cycle.id, b)];
  for (const [member, id] of [
    [a, one],
    [b, two],
  ] as const) {
    const room = await desk.room(member);
    await signGoal(room, id, { hash: (await readWholeSheet(room, id)).goalHash });
  }
  desk.of.clock.now = new Date("2026-04-01T02:00:00Z");
  const hr = await desk.room(desk.hr);
  await stepCycle(hr, cycle.id, { to: "scoring", force: false });
  await stepCycle(hr, cycle.id, { to: "calibrating", force: true, reason: "赶时间" });
  const rate = async (by: string, id: string, option: string, more: object = {}) => {
    const partId = (await readWholeSheet(hr, id)).parts[0]?.id ?? "";
    const ratings = [{ partId, item: "team", option, comment: "" }];
    await rateSheet(await desk.room(by), id, { ratings, submit: true, ...more });
  };
  await rate(c, one, "b");
  await rate(desk.boss, two, "c", { reason: "经理休假" });
  await stepCycle(hr, cycle.id, { to: "published", force: false });
  return { ...given, one, two };
}

test("[A-08] an appeal that is right changes the result, and the archive, the paper and the table have the same figures", async (t) => {
  const { desk, a, b, c, cycle, one, two } = await opened(t);
  const mine = await readWholeSheet(await desk.room(b), two);
  assert.deepEqual([mine.total, mine.may], ["82.00", ["print", "confirm", "appeal"]]);
  const appealed = await appealResult(await desk.room(b), two, { reason: "少算了一次协作" });
  const [appeal] = appealed.appeals;
  assert.equal(appeal?.handler, "人事", "neither the manager nor the boss who rated instead handles it");
  for (const scorer of [c, desk.boss]) {
    const view = await readWholeSheet(await desk.room(scorer), two);
    assert.ok(!view.may.includes("answerAppeal"));
    await assert.rejects(
      answerAppeal(await desk.room(scorer), appeal?.id ?? "", { to: "upheld", answer: "维持" }),
      refusedWith("appeal_handler"),
    );
  }
  const hr = await desk.room(desk.hr);
  assert.ok((await readWholeSheet(hr, two)).may.includes("answerAppeal"));
  await answerAppeal(hr, appeal?.id ?? "", { to: "needInfo", answer: "哪一次？" });
  const asked = await readWholeSheet(await desk.room(b), two);
  assert.deepEqual([asked.appeals[0]?.answer, asked.may], ["哪一次？", ["print", "appeal"]]);
  const more = await appealResult(await desk.room(b), two, { reason: "3 月 5 日的联合拜访" });
  assert.deepEqual(
    more.appeals.map(({ state, reason }) => [state, reason]),
    [["inReview", "少算了一次协作\n3 月 5 日的联合拜访"]],
  );
  await assert.rejects(appealResult(await desk.room(b), two, { reason: "再说一次" }), refusedWith("sheet_state"));
  const adjusted = await answerAppeal(hr, appeal?.id ?? "", { to: "adjusted", answer: "属实", adjustment: "4" });
  assert.deepEqual(
    [adjusted.state, adjusted.total, adjusted.grade, adjusted.raw, adjusted.source],
    ["confirmed", "86.00", "A", "82.00", "reconsideration"],
  );
  assert.deepEqual(
    adjusted.adjustments.map(({ kind, field, before, after, difference }) => [kind, field, before, after, difference]),
    [
      ["appeal", "total", "82.00", "86.00", "4"],
      ["appeal", "grade", "B", "A", null],
    ],
  );
  await assert.rejects(
    stepCycle(hr, cycle.id, { to: "archived", force: true, reason: "x" }),
    refusedWith("cycle_blocked"),
  );
  const own = await desk.room(a);
  await confirmResult(own, one, { version: (await readWholeSheet(own, one)).version });
  const done = await stepCycle(hr, cycle.id, { to: "archived", force: false });
  assert.deepEqual([done.state, done.states], ["archived", { archived: 2 }]);

  const sealed = await readWholeSheet(await desk.room(b), two);
  assert.deepEqual([sealed.state, sealed.total, sealed.grade, sealed.may], ["archived", "86.00", "A", ["print"]]);
  assert.match(sealed.hash ?? "", /^[0-9a-f]{64}$/);
  assert.deepEqual(sealed.parts, adjusted.parts);
  const paper = printSheet(sealed, "zh-CN");
  const figures = sealed.parts.flatMap(({ lines }) =>
    lines.flatMap(({ target, actual, score, points, evidence }) => [target, actual, score, points, evidence]),
  );
  const said = ["86.00", "82.00 → 86.00", "少算了一次协作", "已调整 属实", sealed.hash, sealed.coefficient, ...figures];
  for (const shown of said) if (shown !== null) assert.ok(paper.includes(String(shown)), String(shown));
  let table = "";
  for await (const piece of exportCycle(hr, cycle.id, "zh-CN")) table += piece;
  for (const { cardLabel, unit, lines } of sealed.parts)
    for (const line of lines) {
      const cells = [
        [sealed.name, unit, localText(cardLabel, "zh-CN"), sealed.state, localText(line.label, "zh-CN")],
        [
          line.effectiveWeight ?? line.weight,
          line.target,
          line.actual,
          line.attain,
          line.score,
          line.points,
          line.evidence,
        ],
        [sealed.total, sealed.grade, sealed.coefficient, sealed.source, sealed.hash],
      ].flat();
      assert.ok(table.includes(`${cells.map((cell) => cell ?? "").join(",")}\r\n`), table);
    }
});
