import assert from "node:assert/strict";
import { test } from "node:test";
import { listSheets } from "@dabiao/core/appraisal/contract.ts";
import { readCycleView } from "../../src/appraisal/cycle-view.ts";
import { createCycle, stepCycle } from "../../src/appraisal/cycles.ts";
import { signGoal } from "../../src/appraisal/goal-act.ts";
import { decideProposal, listProposals, proposeAward, proposeOverride } from "../../src/appraisal/proposal-act.ts";
import { rateSheet } from "../../src/appraisal/rating-act.ts";
import { querySheets } from "../../src/appraisal/sheet-list.ts";
import { readWholeSheet } from "../../src/appraisal/sheet-view.ts";
import { refusedWith } from "../metrics/refused.ts";

import { begun, sheetOf } from "./march.ts";
import { card, kpiItem, lead, office, proportional } from "./office.ts";

test("[S-10] a line without a target holds the sheet up until HR waives it; its weight goes to the others", async (t) => {
  const { desk, a, b, c, cycle } = await begun(t);
  const { of, targets } = desk;
  const id = await sheetOf(desk, cycle.id, a);
  const other = await sheetOf(desk, cycle.id, b);
  await signGoal(await desk.room(a), id, { hash: (await readWholeSheet(await desk.room(a), id)).goalHash });
  await signGoal(await desk.room(b), other, { hash: (await readWholeSheet(await desk.room(b), other)).goalHash });
  targets.delete(`deals/2026-03/${a}`);
  of.clock.now = new Date("2026-04-01T02:00:00Z");
  await stepCycle(await desk.room(desk.hr), cycle.id, { to: "scoring", force: false });
  await rateSheet(await desk.room(a), id, { ratings: [], submit: true });
  const part = (await readWholeSheet(await desk.room(c), id)).parts[0]?.id ?? "";
  const give = { ratings: [{ partId: part, item: "team", option: "b", comment: "" }], submit: true };
  await assert.rejects(rateSheet(await desk.room(c), id, give), refusedWith("rating_blocked"));
  const blockers = (await readCycleView(await desk.room(desk.hr), cycle.id)).blockers;
  assert.deepEqual(
    blockers.filter(({ kind }) => kind === "missingData").map(({ name, items }) => [name, items]),
    [["甲", ["deals"]]],
  );
  await proposeOverride(await desk.room(desk.hr), id, {
    partId: part,
    item: "deals",
    kind: "waive",
    reason: "系统上线晚",
  });
  const sheet = await rateSheet(await desk.room(c), id, give);
  assert.equal(sheet.total, "92.86");
  assert.equal(sheet.parts[0]?.lines[1]?.state, "waived");
});

test("[A-05] a measured score is changed by two people, and both values stay; a veto caps the grade and shows the score", async (t) => {
  const { desk, a, b, c, cycle } = await begun(t);
  const { of } = desk;
  const id = await sheetOf(desk, cycle.id, a);
  for (const member of [a, b]) {
    const room = await desk.room(member);
    const sheet = await sheetOf(desk, cycle.id, member);
    await signGoal(room, sheet, { hash: (await readWholeSheet(room, sheet)).goalHash });
  }
  of.clock.now = new Date("2026-04-01T02:00:00Z");
  await stepCycle(await desk.room(desk.hr), cycle.id, { to: "scoring", force: false });
  await rateSheet(await desk.room(a), id, { ratings: [], submit: true });
  const part = (await readWholeSheet(await desk.room(c), id)).parts[0]?.id ?? "";
  await assert.rejects(
    proposeOverride(await desk.room(a), id, {
      partId: part,
      item: "won",
      kind: "score",
      value: "120",
      reason: "我觉得",
    }),
    refusedWith("own_sheet"),
  );
  await proposeOverride(await desk.room(c), id, {
    partId: part,
    item: "won",
    kind: "score",
    value: "100",
    reason: "客户延期付款",
  });
  await proposeAward(await desk.room(c), id, { partId: part, key: "patent", points: "3", evidence: "专利号 1" });
  await proposeAward(await desk.room(desk.hr), id, { partId: part, key: "fraud", evidence: "审计报告" });
  await assert.rejects(
    proposeAward(await desk.room(c), id, { partId: part, key: "patent", points: "9", evidence: "x" }),
    refusedWith("award_points"),
  );
  const waiting = await listProposals(await desk.room(desk.boss), { open: true });
  assert.equal(waiting.length, 3);
  const [first, bonus, veto] = waiting;
  await assert.rejects(
    decideProposal(await desk.room(c), first?.id ?? "", { approve: true, note: "" }),
    refusedWith("decide_own"),
  );
  await decideProposal(await desk.room(desk.boss), first?.id ?? "", { approve: true, note: "" });
  await decideProposal(await desk.room(desk.boss), bonus?.id ?? "", { approve: true, note: "" });
  await decideProposal(await desk.room(desk.boss), veto?.id ?? "", { approve: true, note: "" });
  const sheet = await rateSheet(await desk.room(c), id, {
    ratings: [{ partId: part, item: "team", option: "b", comment: "" }],
    submit: true,
  });
  const won = sheet.parts[0]?.lines[0];
  assert.deepEqual([won?.given, won?.systemPoints, won?.overrideReason], ["100", "90", "客户延期付款"]);
  assert.deepEqual([sheet.total, sheet.grade, sheet.flags], ["97.00", "C", ["overridden", "vetoed"].toSorted()]);
});

test("colleagues see nobody's sheet, leaders of the period see their people's, HR sees all, and nobody sees more", async (t) => {
  const { desk, a, b, c, cycle } = await begun(t);
  const id = await sheetOf(desk, cycle.id, a);
  const stranger = desk.of.members[3] ?? "";
  for (const member of [b, stranger])
    await assert.rejects(readWholeSheet(await desk.room(member), id), refusedWith("not_found"));
  const seen = async (member: string) =>
    (await querySheets(await desk.room(member), listSheets.body!.parse({ cycle: cycle.id }) as never)).items
      .map(({ name }) => name)
      .sort();
  assert.deepEqual(await seen(a), ["甲"]);
  assert.deepEqual(await seen(c), ["乙", "甲"].sort());
  assert.deepEqual(await seen(stranger), []);
  assert.deepEqual(await seen(desk.hr), ["乙", "甲"].sort());
  await assert.rejects(
    createCycle(await desk.room(c), { plan: "monthly", period: "2026-04" }),
    refusedWith("forbidden"),
  );
  await assert.rejects(
    createCycle(await desk.room(desk.hr), { plan: "monthly", period: "2026-03" }),
    refusedWith("cycle_exists"),
  );
  await assert.rejects(
    createCycle(await desk.room(desk.hr), { plan: "monthly", period: "2026-Q1" }),
    refusedWith("cycle_period"),
  );
});

test("[S-10] weights of 99.99 are refused with a sentence", async (t) => {
  const desk = await office(t);
  await assert.rejects(
    desk.publish("scorecard", { odd: card([kpiItem("won", "won", "99.99", { rule: proportional() })]) }),
    (error: { issues?: { code: string }[] }) =>
      error.issues?.some(({ code }) => code === "scorecard_weights_sum") ?? false,
  );
});

test("[S-11] bonus points approved during the month are still there when it is frozen, also after a move", async (t) => {
  const { desk, a, b, c, cycle } = await begun(t);
  const { of } = desk;
  const id = await sheetOf(desk, cycle.id, a);
  for (const member of [a, b]) {
    const room = await desk.room(member);
    const sheet = await sheetOf(desk, cycle.id, member);
    await signGoal(room, sheet, { hash: (await readWholeSheet(room, sheet)).goalHash });
  }
  const part = (await readWholeSheet(await desk.room(c), id)).parts[0]?.id ?? "";
  await proposeAward(await desk.room(c), id, { partId: part, key: "patent", points: "3", evidence: "专利号 1" });
  const [proposal] = await listProposals(await desk.room(desk.boss), { open: true });
  await decideProposal(await desk.room(desk.boss), proposal?.id ?? "", { approve: true, note: "" });
  await lead(of, of.units.teams[0] ?? "", desk.boss);
  of.clock.now = new Date("2026-04-01T02:00:00Z");
  await stepCycle(await desk.room(desk.hr), cycle.id, { to: "scoring", force: false });
  const sheet = await readWholeSheet(await desk.room(desk.hr), id);
  assert.deepEqual([sheet.parts[0]?.manager, sheet.awards.length, sheet.parts[0]?.lines[3]?.points], ["老板", 1, "3"]);
});
