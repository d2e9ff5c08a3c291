import { Decimal, decimal } from "../../numbers/decimal.ts";
import { actualAt } from "./actual-at.ts";
import type { ScoringMeasure } from "./measure.ts";
import { scoreItem } from "./score-item.ts";
import type { RuleOf, ScoringRule } from "./scoring-rule.ts";

/** The part of the plane a rule's curve is drawn in. */
export interface CurveFrame {
  /** What lies along it: actuals, or places among peers. */
  readonly axis: "actual" | "place";
  readonly least: Decimal;
  readonly most: Decimal;
  /** What an arrow key moves. */
  readonly step: Decimal;
  readonly top: Decimal;
}

export interface CurvePoint {
  readonly x: Decimal;
  /** Points; `null` where the rule says nothing. */
  readonly y: Decimal | null;
}

/** Rules that are a curve over one number. */
export type CurveRule = RuleOf<"proportional" | "bands" | "perUnit" | "rank">;

const SAMPLES = 120;
const DRAWN_UNITS = 40;
/** The group a rank is drawn for. */
export const DRAWN_PEERS = 10;

export function isCurve(rule: ScoringRule): rule is CurveRule {
  return rule.kind !== "matrix" && rule.kind !== "rating";
}

/** Where a rule is interesting: its limits with some room around, from 0 where that is near. */
export function curveFrame(rule: CurveRule, target: Decimal): CurveFrame {
  if (rule.kind === "rank")
    return { axis: "place", least: decimal(1), most: decimal(DRAWN_PEERS), step: decimal(1), top: topOf(rule) };
  const marks = [...curveBreaks(rule, target), ...(usesTarget(rule) ? [target] : [])];
  const low = Decimal.min(...marks, 0);
  const high = Decimal.max(...marks, 0);
  const room = high.minus(low).isZero() ? decimal(1) : high.minus(low).times("0.25");
  const least = low.isZero() ? low : low.minus(room);
  const most = high.isZero() && low.isNegative() ? high : high.plus(room);
  return { axis: "actual", least, most, step: niceStep(most.minus(least), 100), top: topOf(rule) };
}

/** Points along the frame, and on both sides of every limit so that a step is drawn as a step. */
export function ruleCurve(rule: CurveRule, target: Decimal, { least, most }: CurveFrame): CurvePoint[] {
  if (rule.kind === "rank") return rankCurve(rule);
  const width = most.minus(least);
  const hair = width.div(10_000);
  const even = Array.from({ length: SAMPLES + 1 }, (_, index) => least.plus(width.times(index).div(SAMPLES)));
  const breaks = [...curveBreaks(rule, target), ...unitBreaks(rule, target)].flatMap((x) => [
    x.minus(hair),
    x,
    x.plus(hair),
  ]);
  const places = [...even, ...breaks.filter((x) => x.gte(least) && x.lte(most))].toSorted((a, b) => a.cmp(b));
  return places.map((x) => ({ x, y: pointsOf(scoreItem(rule, { actual: x, target })) }));
}

/** The actuals at which a rule changes its course. */
export function curveBreaks(rule: CurveRule, target: Decimal): Decimal[] {
  switch (rule.kind) {
    case "proportional":
      return [rule.floor, rule.cap, ...(rule.gate === undefined ? [] : [rule.gate])].map((r) =>
        actualAt(rule.attain, decimal(r), target),
      );
    case "bands":
      return rule.bands.flatMap(({ from }) => (from === null ? [] : [placeOf(rule.measure, decimal(from), target)]));
    case "perUnit":
      return [placeOf(rule.measure, decimal(rule.standard), target)];
    case "rank":
      return [];
  }
}

/** Where points go up or down by one more unit; units that count to the fraction have no such places. */
function unitBreaks(rule: CurveRule, target: Decimal): Decimal[] {
  if (rule.kind !== "perUnit") return [];
  return [
    { side: rule.above, sign: 1 },
    { side: rule.below, sign: -1 },
  ].flatMap(({ side, sign }) =>
    side === null || side.count === "exact"
      ? []
      : Array.from({ length: DRAWN_UNITS }, (_, index) =>
          placeOf(rule.measure, decimal(rule.standard).plus(decimal(side.unit).times((index + 1) * sign)), target),
        ),
  );
}

/** The actual at which a measure has a value. */
export function placeOf(measure: ScoringMeasure, value: Decimal, target: Decimal): Decimal {
  if (measure.of === "actual") return value;
  return measure.of === "difference" ? target.plus(value) : actualAt(measure.attain, value, target);
}

function rankCurve(rule: RuleOf<"rank">): CurvePoint[] {
  const peers = Array.from({ length: DRAWN_PEERS }, (_, index) => decimal(index + 1));
  const drawn = { ...rule, measure: { of: "actual" as const }, better: "down" as const };
  return peers.map((place) => ({ x: place, y: pointsOf(scoreItem(drawn, { actual: place, peers })) }));
}

function usesTarget(rule: CurveRule): boolean {
  return rule.kind === "proportional" || rule.measure.of !== "actual";
}

function topOf(rule: CurveRule): Decimal {
  const full = decimal(rule.full);
  switch (rule.kind) {
    case "proportional":
      return Decimal.max(full, full.times(rule.cap));
    case "bands":
      return Decimal.max(full, ...rule.bands.map(({ points }) => points));
    case "perUnit":
      return Decimal.max(full, rule.max);
    case "rank":
      return rule.points.kind === "linear"
        ? Decimal.max(full, rule.points.top)
        : Decimal.max(full, ...rule.points.bands.map(({ points }) => points));
  }
}

/** 1, 2 or 5 of some size: the width in about so many parts. */
export function niceStep(width: Decimal, parts: number): Decimal {
  const rough = width.div(parts);
  const size = new Decimal(10).pow(rough.log(10).floor());
  const times = rough.div(size);
  return size.times(times.lte(1) ? 1 : times.lte(2) ? 2 : times.lte(5) ? 5 : 10);
}

function pointsOf({ points }: { readonly points: string | null }): Decimal | null {
  return points === null ? null : decimal(points);
}
