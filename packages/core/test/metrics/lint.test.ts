import assert from "node:assert/strict";
import { test } from "node:test";
import { type Finding, lintScore, worstLevel } from "@dabiao/core/metrics/lint/finding.ts";
import { findingSentence } from "@dabiao/core/metrics/lint/finding-sentence.ts";
import { historyOf, zScore } from "@dabiao/core/metrics/lint/history.ts";
import { lintTexts } from "@dabiao/core/metrics/lint/lint-texts.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { byHand, cardOf, history, kpiFindings, people, targetFindings } from "./lint-corpus.ts";

const THREE = ["50", "30", "20"];
const field = { object: "visit", field: "tier", label: { zh: "客户级别" }, records: 500, filled: 60 };
const changed = { isMeaning: true, targets: 0, before: 0, period: "2026-11" };

/** What is wrong, the finding that must catch it, and how badly it must be taken. */
const BAD: readonly (readonly [string, string, Finding["level"], () => Finding[]])[] = [
  ["提升业绩 says nothing to count", "kpi_name_vague", "block", () => kpiFindings({ label: { zh: "提升业绩" } })],
  ["加强客户服务", "kpi_name_vague", "block", () => kpiFindings({ label: { zh: "加强客户服务" } })],
  ["努力开拓市场", "kpi_name_vague", "block", () => kpiFindings({ label: { zh: "努力开拓市场" } })],
  ["优化团队协作", "kpi_name_vague", "block", () => kpiFindings({ label: { zh: "优化团队协作" } })],
  ["improve sales", "kpi_name_vague", "block", () => kpiFindings({ label: { zh: "Improve teamwork" } })],
  ["nobody answers for it", "kpi_no_owner", "block", () => kpiFindings({ owner: undefined })],
  [
    "the owner has left",
    "kpi_owner_gone",
    "block",
    () =>
      kpiFindings(
        { owner: { kind: "member", id: people.OTHER } },
        {},
        { people: { owner: [], inputter: [], confirmer: [] } },
      ),
  ],
  [
    "a role nobody has",
    "kpi_owner_nobody",
    "warn",
    () => kpiFindings({}, {}, { people: { owner: [], inputter: [], confirmer: [] } }),
  ],
  ["a unit without a name", "kpi_no_unit", "warn", () => kpiFindings({}, { unit: { kind: "other" } })],
  ["no words on how it is counted", "kpi_no_words", "warn", () => kpiFindings({ help: undefined })],
  [
    "a date of no meaning",
    "kpi_no_basis",
    "warn",
    () =>
      kpiFindings(
        {},
        { measure: { kind: "aggregate", object: "visit", aggregate: "sum", value: "[hours]", date: "happened_on" } },
      ),
  ],
  ["bound to nothing", "kpi_no_metric", "block", () => kpiFindings({}, null)],
  [
    "no data last month",
    "kpi_no_data",
    "block",
    () => kpiFindings({}, {}, { lastPeriod: { key: "2026-10", value: null } }),
  ],
  ["0 last month", "kpi_zero", "warn", () => kpiFindings({}, {}, { lastPeriod: { key: "2026-10", value: "0" } })],
  ["a field filled in 12 % of records", "kpi_field_thin", "warn", () => kpiFindings({}, {}, { fillRates: [field] })],
  [
    "nobody to enter it",
    "manual_nobody_enters",
    "block",
    () => kpiFindings({}, byHand, { people: { owner: [people.OTHER], inputter: [], confirmer: [people.OPS] } }),
  ],
  [
    "nobody to confirm it",
    "manual_nobody_confirms",
    "block",
    () => kpiFindings({}, byHand, { people: { owner: [people.OTHER], inputter: [people.OPS], confirmer: [] } }),
  ],
  [
    "two eyes only",
    "manual_one_person",
    "block",
    () =>
      kpiFindings({}, byHand, { people: { owner: [people.OTHER], inputter: [people.OPS], confirmer: [people.OPS] } }),
  ],
  [
    "whoever answers for it enters it",
    "kpi_self_reported",
    "warn",
    () => kpiFindings({ owner: { kind: "role", role: "ops" } }, byHand),
  ],
  [
    "a bare count of one's own doings",
    "kpi_count_unfiltered",
    "warn",
    () =>
      kpiFindings(
        {},
        { measure: { kind: "aggregate", object: "visit", aggregate: "count", date: "happened_on", basis: "happened" } },
      ),
  ],
  [
    "1 of 20 targets reached",
    "kpi_rarely_attained",
    "warn",
    () => kpiFindings({}, {}, { attained: { met: 1, of: 20 } }),
  ],
  ["serves nothing", "kpi_unlinked", "warn", () => kpiFindings({ strategy: undefined }, {}, { uses: 0 })],
  ["never looked at", "kpi_no_cadence", "warn", () => kpiFindings({ cadence: undefined })],
  ["looked at once a month", "kpi_cadence_slow", "warn", () => kpiFindings({ cadence: "month" })],
  [
    "changed while goals run",
    "kpi_changed_mid_period",
    "block",
    () => kpiFindings({}, {}, { change: { ...changed, targets: 12 } }),
  ],
  [
    "changed twice in a month",
    "kpi_changes_often",
    "warn",
    () => kpiFindings({}, {}, { change: { ...changed, before: 1 } }),
  ],
  ["no line at all", "card_empty", "block", () => cardOf([])],
  ["two KPIs", "card_too_few", "warn", () => cardOf(["50", "50"])],
  ["nine KPIs", "card_too_many", "warn", () => cardOf(["20", ...Array<string>(8).fill("10")])],
  ["eleven KPIs", "card_far_too_many", "block", () => cardOf([...Array<string>(9).fill("10"), "5", "5"])],
  [
    "only results",
    "card_only_results",
    "warn",
    () => cardOf(THREE, (items) => items.map((item) => ({ ...item, type: "result" }))),
  ],
  [
    "results and support, no way to them",
    "card_no_process",
    "warn",
    () => cardOf(THREE, (items) => items.map((item, index) => ({ ...item, type: index === 0 ? "result" : "support" }))),
  ],
  [
    "no result",
    "card_no_result",
    "warn",
    () => cardOf(THREE, (items) => items.map((item) => ({ ...item, type: "process" }))),
  ],
  ["weights of 99.99", "card_weights_sum", "block", () => cardOf(["50", "30", "19.99"])],
  ["weights of 100.01", "card_weights_sum", "block", () => cardOf(["50", "30", "20.01"])],
  ["a line of no weight", "card_weight_none", "block", () => cardOf(["50", "50", "0"])],
  ["a line of 4 %", "card_weight_small", "warn", () => cardOf(["50", "46", "4"])],
  ["a line of 70 %", "card_weight_large", "warn", () => cardOf(["70", "20", "10"])],
  ["a line of 33 %", "card_weight_odd", "warn", () => cardOf(["33", "33", "34"])],
  [
    "a KPI twice",
    "card_twice",
    "block",
    () => cardOf(THREE, (items) => items.map((item) => ({ ...item, kpi: "same" }))),
  ],
  [
    "a line whose KPI is vague",
    "kpi_name_vague",
    "block",
    () =>
      cardOf(THREE, (items) =>
        items.map((item) => ({ ...item, findings: kpiFindings({ label: { zh: "加强管理" } }) })),
      ),
  ],
  ["out of reach", "target_beyond_history", "block", () => targetFindings("120")],
  [
    "reached once in twelve months",
    "target_rarely_hit",
    "warn",
    () => targetFindings("100", { history: history("80 90 85 100 95 90 80 90 85 91 95 90") }),
  ],
  [
    "above nine tenths of history",
    "target_above_p90",
    "warn",
    () => targetFindings("99", { history: history("70 72 74 76 78 80 82 84 98 99 97 71 73 75 77 79 81 83 85 99") }),
  ],
  ["too easy", "target_too_easy", "warn", () => targetFindings("60")],
  ["no history", "target_no_history", "warn", () => targetFindings("60", { history: [] })],
  [
    "twice the median of three months",
    "target_far_above_median",
    "warn",
    () => targetFindings("300", { history: history("90 100 110") }),
  ],
  [
    "three months of history",
    "target_history_short",
    "warn",
    () => targetFindings("100", { history: history("90 - 100 110") }),
  ],
  ["above capacity", "target_over_capacity", "warn", () => targetFindings("98", { capacity: decimal("90") })],
  ["above the pipeline", "target_over_pipeline", "warn", () => targetFindings("98", { pipeline: decimal("60") })],
  ["under no goal", "target_unlinked", "warn", () => targetFindings("98", { linked: false })],
  ["a period outside the calendar", "target_no_period", "block", () => targetFindings("98", {}, { period: null })],
  [
    "a deadline outside its period",
    "target_deadline_outside",
    "block",
    () => targetFindings("98", {}, { deadline: "2027-02-01" }),
  ],
  ["a deadline that has passed", "target_past", "block", () => targetFindings("98", { today: "2027-01-01" })],
];

test("[N14] every card of the bad corpus is caught, each by the finding that says what is wrong with it", () => {
  assert.ok(BAD.length >= 30);
  const missed = BAD.flatMap(([name, code, level, findings]) => {
    const found = findings().find((each) => each.code === code);
    return found?.level === level ? [] : [`${name}: ${code} is ${found?.level ?? "not found"}`];
  });
  assert.deepEqual(missed, []);
});

test("[N14] sound KPIs, cards and targets pass without a warning", () => {
  const good = [
    kpiFindings(),
    kpiFindings({}, byHand),
    kpiFindings({ label: { zh: "转化提升率" } }),
    kpiFindings({ label: { zh: "努力完成 30 次拜访" } }),
    kpiFindings({ grain: "quarter", cadence: "month" }),
    kpiFindings({}, {}, { change: { ...changed, targets: 12, isMeaning: false, before: 5 } }),
    kpiFindings({}, {}, { attained: { met: 5, of: 12 }, fillRates: [{ ...field, filled: 480 }] }),
    cardOf(THREE),
    cardOf(["40", "20", "20", "10", "10"]),
    targetFindings("98"),
    targetFindings("85", {}, { lowerIsBetter: true }),
  ];
  for (const findings of good)
    assert.deepEqual(
      findings.filter(({ level }) => level !== "pass"),
      [],
    );
});

test("[K-02] history 80, 90, 85, 100, 95, 90: 120 lies 4.2 deviations out and fails with 历史最高 100; 98 passes", () => {
  const past = historyOf(history("80 90 85 100 95 90"))!;
  assert.equal(past.mean.toFixed(), "90");
  assert.equal(past.deviation?.toFixed(2), "7.07");
  assert.equal(zScore(decimal(120), past)?.toFixed(1), "4.2");
  const failed = targetFindings("120").find(({ letter }) => letter === "A")!;
  assert.equal(failed.level, "block");
  assert.match(findingSentence(failed, "zh-CN").says, /历史最高 100/);
  assert.equal(worstLevel(targetFindings("98").filter(({ letter }) => letter === "A")), "pass");
});

test("[K-02] where lower is better the order turns round: 60 days after 80 to 100 is out of reach", () => {
  const codes = (amount: string) => targetFindings(amount, {}, { lowerIsBetter: true }).map(({ code }) => code);
  assert.ok(codes("60").includes("target_beyond_history"));
  assert.ok(codes("110").includes("target_too_easy"));
});

test("[K-02] the season makes a strong month's target fair: 120 in a season of 1.25 passes", () => {
  const level = (season: string) => worstLevel(targetFindings("120", { season: decimal(season) }));
  assert.equal(level("1.25"), "pass");
  assert.equal(level("1"), "block");
});

test("every finding has its sentences in both languages, and what is wrong says how to mend it", () => {
  const found = [
    ...BAD.flatMap(([, , , findings]) => findings()),
    ...kpiFindings(),
    ...kpiFindings({}, byHand),
    ...targetFindings("98"),
    ...cardOf(THREE),
  ];
  for (const finding of found) {
    assert.ok(lintTexts[finding.code], finding.code);
    for (const locale of ["zh-CN", "en"] as const) {
      const { says, mend } = findingSentence(finding, locale);
      assert.doesNotMatch(says + (mend ?? ""), /[{}]|\[object/, finding.code);
      assert.ok(finding.level === "pass" || mend, finding.code);
    }
  }
  const unused = Object.keys(lintTexts).filter((code) => !found.some((each) => each.code === code));
  assert.deepEqual(
    unused.filter((code) => !code.endsWith("_ok") && code !== "kpi_attained"),
    [],
  );
});

test("a card scores 100 when nothing is wrong, and less for what is", () => {
  assert.equal(lintScore(cardOf(THREE)), 100);
  assert.equal(lintScore(cardOf(["50", "30", "19.99"])), 67);
});
