import assert from "node:assert/strict";
import { test } from "node:test";
import { NewAbsence } from "@dabiao/core/goals/absence.ts";
import { askAbsence } from "../../src/goals/life/absences.ts";
import { transfer } from "../../src/people/membership-store.ts";
import { company } from "../metrics/company.ts";
import { cellOf, decideCalendar, give, KPIS, look, METRICS, won } from "./on-board.ts";

const NOON = "2026-03-13T04:00:00Z";

test("[§9] a target of 0 gives no rate: the figure is shown, and nobody is ranked by it", async (t) => {
  const of = await company(t, METRICS, NOON, KPIS);
  const [a] = of.members;
  await of.write("deal", [won(a, "50", "2026-03-05")]);
  await give(of, "won", { kind: "member", id: a ?? "" }, "2026-03", "0");
  const cell = cellOf(await look(of, "2026-03"), a);
  assert.deepEqual(
    [cell?.actual, cell?.target, cell?.attain, cell?.mark, cell?.status],
    ["50", "0", null, "none", "zeroTarget"],
  );
});

test("[§9] no target, no data, zero and not applicable are four different answers", async (t) => {
  const of = await company(t, METRICS, NOON, KPIS);
  const [a = "", b = "", c = "", d = ""] = of.members;
  await of.write("deal", [won(a, "50", "2026-03-05")]);
  for (const id of [a, b, d]) {
    await give(of, "won", { kind: "member", id }, "2026-03", "100");
    await give(of, "ticket", { kind: "member", id }, "2026-03", "40");
  }
  const away = NewAbsence.parse({ memberId: d, kind: "maternity", fromDay: "2026-02-01", toDay: "2026-06-01" });
  const world = await of.world();
  await of.ws.transaction((trx) => askAbsence(trx, of.access, world, away));
  const seen = await look(of, "2026-03", { kpis: ["won", "ticket"] });
  const of_ = (id: string) => [0, 1].map((at) => cellOf(seen, id, at)).map((cell) => [cell?.actual, cell?.status]);
  assert.deepEqual(of_(a), [
    ["50", "onTrack"],
    ["50", "onTrack"],
  ]);
  // Nothing sold is 0 sold; the average of no deals is no data, and not 0.
  assert.deepEqual(of_(b), [
    ["0", "offTrack"],
    [null, "noData"],
  ]);
  assert.deepEqual(of_(c), [
    ["0", "noTarget"],
    [null, "noTarget"],
  ]);
  assert.deepEqual(
    of_(d).map(([, status]) => status),
    ["notApplicable", "notApplicable"],
  );
});

test("[§9] own leave is neither expected nor left: a week away makes what is due by today smaller", async (t) => {
  const of = await company(t, METRICS, NOON, KPIS);
  const [a = "", b = ""] = of.members;
  for (const id of [a, b]) await give(of, "won", { kind: "member", id }, "2026-03", "220");
  const away = NewAbsence.parse({ memberId: b, kind: "sick", fromDay: "2026-03-02", toDay: "2026-03-09" });
  const world = await of.world();
  await of.ws.transaction((trx) => askAbsence(trx, of.access, world, away));
  const seen = await look(of, "2026-03");
  // 9 of 22 working days have passed; of the other one's 17 it is 4, and 17 of 22 days of the target are due.
  const [whole, short] = [cellOf(seen, a), cellOf(seen, b)];
  assert.deepEqual([whole?.expected, whole?.nominal, whole?.target], ["90", "220", "220"]);
  assert.deepEqual([short?.expected, short?.nominal, short?.target], ["40", "220", "170"]);
});

test("[§9] before the first working day nothing has started: no pace, and no false alarm", async (t) => {
  const of = await company(t, METRICS, "2025-10-08T04:00:00Z", KPIS);
  const [a = ""] = of.members;
  await give(of, "won", { kind: "member", id: a }, "2025-10", "100");
  const cell = cellOf(await look(of, "2025-10"), a);
  assert.deepEqual([cell?.pace, cell?.mark, cell?.status], [null, "none", "notStarted"]);
});

test("[§9] a refund counts on its own day: March stays as it was closed, April falls; returns may exceed sales", async (t) => {
  const of = await company(t, METRICS, "2026-04-20T04:00:00Z", KPIS);
  const [a] = of.members;
  await of.write("deal", [won(a, "50000", "2026-03-10"), won(a, "-20000", "2026-04-15")]);
  await give(of, "won", { kind: "member", id: a ?? "" }, "2026-04", "10000");
  assert.equal(cellOf(await look(of, "2026-03"), a)?.actual, "50000");
  const april = cellOf(await look(of, "2026-04"), a);
  assert.deepEqual([april?.actual, april?.attain, april?.mark], ["-20000", "-2", "off"]);
});

test("[§9] a negative target is measured by distance: half of a planned loss is better than planned", async (t) => {
  const of = await company(t, METRICS, "2026-04-20T04:00:00Z", KPIS);
  const [a] = of.members;
  await of.write("deal", [won(a, "-50", "2026-03-10")]);
  await give(of, "won", { kind: "member", id: a ?? "" }, "2026-03", "-100");
  assert.equal(cellOf(await look(of, "2026-03"), a)?.attain, "1.5");
});

test("[§9] who moves takes nothing along: deals before the day stay with the old team, later ones are the new team's", async (t) => {
  const of = await company(t, METRICS, "2026-03-31T04:00:00Z", KPIS);
  const [a] = of.members;
  const [from, , , to] = of.units.teams;
  const move = { unitId: to ?? "", day: "2026-03-16" };
  await of.ws.transaction((trx) => transfer(trx, of.access, a ?? "", move));
  await of.write("deal", [won(a, "100", "2026-03-13"), won(a, "30", "2026-03-16")]);
  const seen = await look(of, "2026-03");
  assert.deepEqual(
    [cellOf(seen, from)?.actual, cellOf(seen, to)?.actual, seen.total.cells[0]?.actual],
    ["100", "30", "130"],
  );
});

test("[§9] a night shop's day ends at three: half past midnight in Shanghai is still yesterday's, and last month's", async (t) => {
  const of = await company(t, METRICS, "2025-10-09T04:00:00Z", KPIS);
  const [a] = of.members;
  const deal = { owner: a ?? "", amount: "7", stage: "won", happened_at: "2025-09-30T16:30:00Z" };
  await of.write("deal", [{ op: "create", values: deal }]);
  const months = async () => {
    const seen = [await look(of, "2025-09", { kpis: ["moment"] }), await look(of, "2025-10", { kpis: ["moment"] })];
    return seen.map((each) => cellOf(each, a)?.actual);
  };
  assert.deepEqual(await months(), ["0", "7"]);
  await decideCalendar(of, { dayCut: "03:00" });
  assert.deepEqual(await months(), ["7", "0"]);
  await decideCalendar(of, { zone: "UTC" });
  assert.deepEqual(await months(), ["7", "0"]);
});

test("[§9] holidays not announced yet are flagged; once the company enters them, pace is planned anew at once", async (t) => {
  const of = await company(t, METRICS, "2027-02-24T04:00:00Z", KPIS);
  const [a = ""] = of.members;
  await give(of, "won", { kind: "member", id: a }, "2027-02", "200");
  const before = await look(of, "2027-02");
  assert.deepEqual([before.time.provisional, before.time.total, cellOf(before, a)?.expected], [true, 20, "170"]);
  const off = ["2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11", "2027-02-12"];
  await decideCalendar(of, {
    overrides: off.map((date) => ({ date, day: "off", name: "春节" })),
    confirmedYears: [2027],
  });
  const after = await look(of, "2027-02");
  assert.deepEqual([after.time.provisional, after.time.total, cellOf(after, a)?.expected], [false, 15, "160"]);
});

test("[§9] long and short weeks in turn: six days, then five, and pace follows", async (t) => {
  const of = await company(t, METRICS, "2026-06-30T16:30:00Z", KPIS);
  assert.equal((await look(of, "2026-06")).time.total, 21);
  await decideCalendar(of, {
    work: {
      weeks: [
        [1, 2, 3, 4, 5, 6],
        [1, 2, 3, 4, 5],
      ],
      anchor: "2026-06-01",
    },
  });
  // Saturdays of the long weeks: 6 and 20 June; the Dragon Boat days stay off.
  assert.equal((await look(of, "2026-06")).time.total, 22);
});
