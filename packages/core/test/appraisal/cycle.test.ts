import assert from "node:assert/strict";
import { test } from "node:test";
import { cardFor } from "../../src/appraisal/card-for.ts";
import { SHEET_STATES } from "../../src/appraisal/cycle.ts";
import { mayCancel, nextState, stateOfCycle } from "../../src/appraisal/cycle-state.ts";
import { begunPeriods, daysOfPart, itemPeriods } from "../../src/appraisal/item-periods.ts";
import { scorePart } from "../../src/appraisal/part-score.ts";
import { ScorecardBody } from "../../src/appraisal/scorecard.ts";
import { sheetResult } from "../../src/appraisal/sheet-result.ts";
import { DEFAULT_CALENDAR, openCalendar } from "../../src/calendar/calendar.ts";
import { CalendarBody } from "../../src/calendar/calendar-body.ts";
import { decimal } from "../../src/numbers/decimal.ts";

const natural = openCalendar(DEFAULT_CALENDAR);
const april = openCalendar(CalendarBody.parse({ label: { zh: "四月起" }, fiscal: { kind: "months", startMonth: 4 } }));
const Q1 = { start: "2026-01-01", end: "2026-04-01" };

test("[A-01] a cycle is as far as the last of its people; who is withdrawn holds nothing up [OWN]", () => {
  assert.equal(stateOfCycle(["archived", "confirming", "rating"]), "scoring");
  assert.equal(stateOfCycle(["confirmed", "expired", "appealed"]), "confirming");
  assert.equal(stateOfCycle(["withdrawn", "running"]), "running");
  assert.equal(stateOfCycle(["withdrawn"]), null);
  for (const state of SHEET_STATES) if (state !== "withdrawn") assert.notEqual(stateOfCycle([state]), null, state);
});

test("[A-01] a cycle is cancelled until it is published, and its steps are taken one by one [OWN]", () => {
  assert.deepEqual(
    (["draft", "running", "calibrating", "published", "archived", "cancelled"] as const).map(mayCancel),
    [true, true, true, false, false, false],
  );
  assert.equal(nextState("running"), "scoring");
  assert.equal(nextState("archived"), null);
});

test("[A2] a quarter's card looks at its line's own periods: three months, one quarter, or the fiscal year so far [OWN]", () => {
  const keys = (found: ReturnType<typeof itemPeriods>) => found.map(({ period }) => period.key);
  assert.deepEqual(keys(itemPeriods("month", natural, Q1)), ["2026-01", "2026-02", "2026-03"]);
  assert.deepEqual(keys(itemPeriods("quarter", april, Q1)), ["FY2025-Q4"]);
  const [year] = itemPeriods("year", april, Q1);
  assert.deepEqual([year?.period.key, year?.days.start, year?.days.end], ["FY2025", "2025-04-01", "2026-04-01"]);
  const [half] = itemPeriods("year", natural, Q1);
  assert.deepEqual([half?.period.key, half?.days], ["2026", { start: "2026-01-01", end: "2026-04-01" }]);
  assert.deepEqual(keys(begunPeriods(itemPeriods("month", natural, Q1), "2026-02-14")), ["2026-01", "2026-02"]);
});

test("[A-10] parts of a moved person share a period's days without gap or overlap [OWN]", () => {
  const month = { start: "2026-02-01", end: "2026-03-01" };
  const first = daysOfPart(month, { start: "2026-01-01", end: "2026-02-10" }, Q1);
  const second = daysOfPart(month, { start: "2026-02-10", end: "2026-04-01" }, Q1);
  assert.deepEqual(
    [first, second],
    [
      { start: "2026-02-01", end: "2026-02-10" },
      { start: "2026-02-10", end: "2026-03-01" },
    ],
  );
});

test("[A2] a person named counts before the nearest unit, a unit before a role, and nobody gets a card not meant for them [OWN]", () => {
  const of = (key: string, given: object) => ({ key, body: { for: { roles: [], units: [], members: [], ...given } } });
  const cards = [
    of("role", { roles: ["rep"] }),
    of("office", { units: ["office"] }),
    of("team_leads", { units: ["team"], roles: ["leader"] }),
    of("named", { members: ["anna"] }),
  ];
  const of_ = (memberId: string, path: string[], roles: string[]) =>
    cardFor(cards, { memberId, path, roles })?.key ?? null;
  assert.equal(of_("anna", ["team", "office"], ["rep"]), "named");
  assert.equal(of_("bert", ["team", "office"], ["leader"]), "team_leads");
  assert.equal(of_("bert", ["team", "office"], ["rep"]), "office");
  assert.equal(of_("bert", ["elsewhere"], ["rep"]), "role");
  assert.equal(of_("bert", ["elsewhere"], []), null);
});

const card = ScorecardBody.parse({
  label: { zh: "卡" },
  items: [
    {
      key: "won",
      weight: "100",
      rule: { kind: "proportional", attain: { formula: "up" } },
      source: { kind: "kpi", kpi: "won", compose: "average" },
    },
  ],
});
const facts = (days: number, actual: string | null) => ({ period: "p", from: "", to: "", days, target: "100", actual });
const scored = (periods: ReturnType<typeof facts>[], whole = facts(0, "0")) =>
  scorePart(card, {
    lines: [{ item: "won", whole, periods, evidence: null }],
    gates: {},
    ratings: [],
    corrections: [],
    awards: [],
  });

test("[A-10] 12 days under one manager with 90, 9 days under another with 76, make 84.00 [OWN]", () => {
  const part = (days: number, actual: string) => ({
    card,
    weight: decimal(days),
    score: scored([], facts(days, actual)),
  });
  assert.equal(sheetResult([part(12, "90"), part(9, "76")]).total, "84.00");
});

test("[S-14] a line composed of its months follows their working days, and a missing month holds it up [OWN]", () => {
  assert.equal(scored([facts(20, "80"), facts(18, "90")]).total, "84.74");
  assert.equal(scored([facts(20, "80"), facts(18, null)]).total, null);
});

test("[A-06] an adjustment moves the score within its cap; a grade written over it stays, and facts do not move [OWN]", () => {
  const parts = [{ card, weight: decimal(1), score: scored([], facts(1, "118")) }];
  const result = (adjustment: string, grade: string | null) =>
    sheetResult(parts, { adjustment: decimal(adjustment), grade });
  assert.deepEqual(
    [result("5", null).total, result("-30", null).grade, result("0", "D").coefficient],
    ["120.00", "A", "0"],
  );
  assert.equal(result("-30", "S").raw, "118.00");
});
