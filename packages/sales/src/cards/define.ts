import { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import type { ScoringRule } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import { type Definition, text } from "../define.ts";

/** How lines become points; the rules are S-01 to S-08 of the core. */
type Rule = ScoringRule;
type Line = Record<string, unknown>;
/** Where a table's next step begins, and the points from there on. */
type Step = readonly [from: string, points: string];

const UP = { formula: "up", unitScale: false } as const;
const DOWN = { formula: "down", unitScale: false } as const;
const ACTUAL = { of: "actual" } as const;

/** Points follow attainment up to 120 %; below the gate there are none. */
export function proportional(gate?: string): Rule {
  return { kind: "proportional", attain: UP, full: "100", floor: "0", cap: "1.2", ...(gate ? { gate } : {}) };
}

/** The lower the better: 2 − actual ÷ target, up to 120 %. */
export function inverse(): Rule {
  return { kind: "proportional", attain: DOWN, full: "100", floor: "0", cap: "1.2" };
}

/** A table over the actual: what lies below the first step gets `lowest`. */
export function table(lowest: string, ...steps: readonly Step[]): Rule {
  const froms = [null, ...steps.map(([from]) => from)];
  const points = [lowest, ...steps.map(([, each]) => each)];
  const bands = points.map((each, index) => ({
    from: froms[index] ?? null,
    to: froms[index + 1] ?? null,
    points: each,
  }));
  return { kind: "bands", measure: ACTUAL, better: "up", bands, full: "100", allowOver: true, interpolate: false };
}

/** Full points at a standard; so many off for every full step beyond it, on the side that is worse. */
export function deduct(standard: string, worse: "above" | "below", unit: string, points: string): Rule {
  const step = { unit, points, count: "floor" } as const;
  return {
    kind: "perUnit",
    measure: ACTUAL,
    base: "100",
    standard,
    above: worse === "above" ? step : null,
    below: worse === "below" ? step : null,
    min: "0",
    max: "100",
    full: "100",
  };
}

/** Points for every full step above a standard, from a base. */
export function add(base: string, standard: string, unit: string, points: string): Rule {
  return {
    kind: "perUnit",
    measure: ACTUAL,
    base,
    standard,
    above: { unit, points, count: "floor" },
    below: null,
    min: "0",
    max: "120",
    full: "100",
  };
}

interface KpiLine {
  readonly kpi: string;
  readonly weight: string;
  readonly rule: Rule;
  readonly of?: "member" | "unit" | "company";
  /** The same target for everybody; from the ledger when left out. `null`: the rule looks at the actual alone. */
  readonly target?: string | null;
}

export function measured({ kpi, weight, rule, of = "member", target }: KpiLine): Line {
  const source = target === undefined ? { kind: "ledger" } : target === null ? { kind: "none" } : fixed(target);
  return { key: kpi, weight, rule, source: { kind: "kpi", kpi, of, target: source } };
}

/** What a superior judges, with words for each step. */
export function judged(key: string, zh: string, en: string, weight: string, rater: "manager" | "second_manager"): Line {
  return {
    key,
    label: text(zh, en),
    weight,
    source: { kind: "rating" },
    rule: { kind: "rating", options: SCALE, free: false, raters: [{ role: rater, weight: "100" }] },
  };
}

/** Points put on record one by one, with a proof; they stand outside the 100. */
export function awarded(key: string, zh: string, en: string, kind: "bonus" | "penalty", max: string): Line {
  const rule = { ...add("0", "0", "1", "1"), max };
  return { key, label: text(zh, en), kind, max, source: { kind: "award" }, rule };
}

interface CardOptions {
  readonly roles: readonly string[];
  readonly description: LocalText;
  readonly items: readonly Line[];
  readonly gates?: readonly Line[];
  readonly gateSources?: readonly Line[];
}

export function card(key: string, zh: string, en: string, options: CardOptions): Definition<ScorecardBody> {
  const { roles, description, items, gates = [], gateSources = [] } = options;
  const body = ScorecardBody.parse({
    label: text(zh, en),
    description,
    for: { roles },
    items,
    scoring: { gates },
    gateSources,
    vetoes: VETOES,
  });
  return { kind: "scorecard", key, body };
}

function fixed(amount: string) {
  return { kind: "fixed", amount } as const;
}

const SCALE = [
  option(
    "s",
    "远超要求",
    "Far above",
    "120",
    "别人会来请教，团队因此变好",
    "Others ask for advice and the team is better for it",
    true,
  ),
  option("a", "达到并常有超出", "Above", "100", "不用提醒，主动补位", "Needs no reminder and helps out unasked"),
  option("b", "达到要求", "As required", "85", "按约定完成，有问题早说", "Delivers as agreed and speaks up early"),
  option("c", "部分达到", "In part", "60", "需要提醒和返工", "Needs reminders and rework"),
  option("d", "未达到", "Not met", "0", "影响了客户或同事", "Customers or colleagues suffered", true),
];

function option(
  key: string,
  zh: string,
  en: string,
  points: string,
  anchor: string,
  anchorEn: string,
  comment = false,
) {
  return { key, label: text(zh, en), points, anchor: text(anchor, anchorEn), comment };
}

const VETOES = [
  {
    key: "fraud",
    label: text("飞单、挪款或泄密", "Deals taken elsewhere, money diverted, secrets told"),
    effect: { kind: "zeroTotal" },
  },
  {
    key: "false_records",
    label: text("虚假拜访或数据", "False visits or data"),
    effect: { kind: "gradeCap", grade: "C" },
  },
  {
    key: "big_complaint",
    label: text("责任性重大客诉", "A grave complaint of one's own making"),
    effect: { kind: "bonusZero" },
  },
];
