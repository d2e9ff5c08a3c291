import { type Decimal, decimal } from "../../numbers/decimal.ts";
import { block, type Finding, pass, warn } from "./finding.ts";
import { HISTORY_MIN, type History, historyOf, zScore } from "./history.ts";

/** Beyond this many standard deviations a target is out of reach. */
const Z_BLOCK = 3;
/** Of the median, where there are too few periods for a spread. */
const MEDIAN_WARN = 2;
const HIT_WARN = "0.1";

/** A target about to be set. Amounts are decimals in the metric's unit, days are `2026-03-09`. */
export interface LintedTarget {
  readonly amount: Decimal;
  readonly lowerIsBetter: boolean;
  /** Half-open days of the target's period; null for a period its calendar does not have. */
  readonly period: { readonly start: string; readonly end: string } | null;
  /** The day it is to be reached, when that is not the period's end. */
  readonly deadline?: string;
}

/** What is known about the subject of the target. Leave out what was not looked up: nothing is said about it. */
export interface TargetFacts {
  readonly today: string;
  /** Actuals of comparable past periods, `null` without data. */
  readonly history: readonly (Decimal | null)[];
  readonly season?: Decimal;
  /** G-05: what the people can do at most. */
  readonly capacity?: Decimal | null;
  /** P-07: what the pipeline covers. */
  readonly pipeline?: Decimal | null;
  /** Whether it is a part of a bigger target, or serves a named aim. */
  readonly linked?: boolean;
}

/**
 * A target held against what its subject has done, can do and has in hand, and against the calendar.
 *
 * @returns findings under A, R and T; one that passes says so with its figures
 * @source SPEC.md K-02
 */
export function lintTarget(target: LintedTarget, facts: TargetFacts): Finding[] {
  return [...attainable(target, facts), ...relevant(facts), ...timeBound(target, facts)];
}

function attainable({ amount, lowerIsBetter }: LintedTarget, facts: TargetFacts): Finding[] {
  const history = historyOf(facts.history, facts.season, lowerIsBetter);
  const findings =
    history === null ? [warn("A", "target_no_history", ["amount"])] : against(amount, lowerIsBetter, facts, history);
  const { capacity, pipeline } = facts;
  if (!lowerIsBetter && capacity && amount.gt(capacity))
    findings.push(warn("A", "target_over_capacity", ["amount"], { capacity: said(capacity), amount: said(amount) }));
  if (!lowerIsBetter && pipeline && amount.gt(pipeline))
    findings.push(warn("A", "target_over_pipeline", ["amount"], { pipeline: said(pipeline), amount: said(amount) }));
  return findings;
}

function against(amount: Decimal, lower: boolean, facts: TargetFacts, history: History): Finding[] {
  const params = { amount: said(amount), best: said(history.best), median: said(history.median), count: history.count };
  const better = (a: Decimal, b: Decimal) => (lower ? a.lt(b) : a.gt(b));
  if (history.count < HISTORY_MIN) {
    const far = !lower && history.median.gt(0) && amount.gt(history.median.times(MEDIAN_WARN));
    return [warn("A", far ? "target_far_above_median" : "target_history_short", ["amount"], params)];
  }
  const z = zScore(amount, history, lower);
  const beyond = better(amount, history.best);
  if (beyond && z?.gt(Z_BLOCK))
    return [block("A", "target_beyond_history", ["amount"], { ...params, z: z.toFixed(1) })];
  const season = facts.season ?? decimal(1);
  const met = facts.history.filter((value) => value !== null && !better(amount, value.times(season))).length;
  if (decimal(met).div(history.count).lt(HIT_WARN))
    return [warn("A", "target_rarely_hit", ["amount"], { ...params, met })];
  if (better(amount, history.p90))
    return [warn("A", "target_above_p90", ["amount"], { ...params, p90: said(history.p90) })];
  if (better(history.p25, amount))
    return [warn("A", "target_too_easy", ["amount"], { ...params, p25: said(history.p25) })];
  return [pass("A", "target_within_history", { ...params, met })];
}

function relevant({ linked }: TargetFacts): Finding[] {
  return linked === false ? [warn("R", "target_unlinked", [])] : [];
}

function timeBound({ period, deadline }: LintedTarget, { today }: TargetFacts): Finding[] {
  if (period === null) return [block("T", "target_no_period", ["period"])];
  const end = deadline ?? period.end;
  if (end < period.start || end > period.end)
    return [block("T", "target_deadline_outside", ["deadline"], { deadline: end, from: period.start, to: period.end })];
  const isOver = deadline === undefined ? end <= today : deadline < today;
  if (isOver) return [block("T", "target_past", ["period"], { to: end, today })];
  return [pass("T", "target_in_time", { from: period.start, to: period.end })];
}

/** A figure as a sentence shows it: at most two decimals. */
function said(value: Decimal): string {
  return value.toDecimalPlaces(2).toFixed();
}
