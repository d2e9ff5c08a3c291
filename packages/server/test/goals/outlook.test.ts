import assert from "node:assert/strict";
import { test } from "node:test";
import { BoardQuery } from "@dabiao/core/goals/board.ts";
import { OutlookQuery } from "@dabiao/core/goals/outlook.ts";
import { board, openBoard } from "../../src/goals/board.ts";
import { boardStream } from "../../src/goals/board-stream.ts";
import { outlook } from "../../src/goals/outlook.ts";
import { company } from "../metrics/company.ts";
import { give, KPIS, look, METRICS, won } from "./on-board.ts";

test("[K-10] 40 done in 6 of 18 working days: 120 at this pace, 200 where a fifth is usual by now, and the range says so", async (t) => {
  const of = await company(t, METRICS, "2025-10-16T02:00:00Z", KPIS);
  const [a = ""] = of.members;
  await give(of, "won", { kind: "member", id: a }, "2025-10", "100");
  await of.write("deal", [
    won(a, "20", "2025-09-08"),
    won(a, "80", "2025-09-20"),
    won(a, "25", "2025-10-09"),
    won(a, "15", "2025-10-14"),
  ]);
  const query = OutlookQuery.parse({ kpi: "won", period: "2025-10", subject: { kind: "member", id: a } });
  const seen = await outlook(of.ws, of.access, await of.world(), query, of.clock.now);
  assert.deepEqual(
    seen.projections.map(({ method, value }) => [method, value]),
    [
      ["even", "120"],
      ["curve", "200"],
      // 15 in the last five working days: 40 + 12 × 3.
      ["trailing", "76"],
    ],
  );
  assert.deepEqual([seen.low, seen.high], ["76", "200"]);
  assert.deepEqual(seen.course.at(-1), { day: "2025-10-16", actual: "40", expected: "38.888888888889" });
  assert.deepEqual([seen.cell.attain, seen.cell.pace, seen.cell.needPerDay], ["0.4", "1.2", "5"]);
});

test("a board as lines says the same as the board at once, and people may be left out or asked for by unit", async (t) => {
  const of = await company(t, METRICS, "2026-03-13T04:00:00Z", KPIS);
  const [a = "", b = ""] = of.members;
  await of.write("deal", [won(a, "40", "2026-03-05"), won(b, "2", "2026-03-05")]);
  await give(of, "won", { kind: "member", id: a }, "2026-03", "100");
  const query = BoardQuery.parse({ kpis: ["won", "ticket"], period: "2026-03" });
  const world = await of.world();
  const { total, units, people, ...head } = await board(of.ws, of.access, world, query, of.clock.now);
  const opened = await openBoard(of.ws, of.access, world, query, of.clock.now);
  const text = (await boardStream(opened).toArray()).join("");
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(lines, [head, total, ...units, ...people]);
  assert.equal(head.headcount, 5);
  const team = units.find(({ id }) => id === of.units.teams[0]);
  assert.equal(team?.people, 2);
  assert.deepEqual((await look(of, "2026-03", { people: "none" })).people, []);
  const direct = await look(of, "2026-03", { people: "direct", unit: of.units.teams[0] });
  assert.deepEqual(direct.people.map(({ id }) => id).sort(), [a, b].sort());
  assert.deepEqual((await look(of, "2026-03", { people: "direct", unit: of.units.offices[0] })).people, []);
});
