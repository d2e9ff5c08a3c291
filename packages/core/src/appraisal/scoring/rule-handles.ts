import { Decimal, decimal } from "../../numbers/decimal.ts";
import { roundToUnit } from "../../numbers/rounding.ts";
import { actualAt } from "./actual-at.ts";
import { attainmentOf } from "./attain.ts";
import type { ScoringMeasure } from "./measure.ts";
import { type CurveFrame, type CurveRule, placeOf } from "./rule-curve.ts";
import type { ScoringBand } from "./scoring-band.ts";
import type { RuleOf } from "./scoring-rule.ts";

export type HandleName = "floor" | "gate" | "cap" | "band" | "standard" | "min" | "max" | "top" | "bottom";

/** A point of a curve that can be taken hold of. */
export interface Handle {
  readonly name: HandleName;
  /** Of a band, its place in the list. */
  readonly index: number;
  readonly x: Decimal;
  readonly y: Decimal;
  /** Which ways it moves. */
  readonly moves: "x" | "y" | "xy";
}

/** The handles of a curve, along the frame. */
export function ruleHandles(rule: CurveRule, target: Decimal, frame: CurveFrame): Handle[] {
  switch (rule.kind) {
    case "proportional":
      return proportionalHandles(rule, target);
    case "bands":
      return bandHandles(rule.bands, rule.better, frame, (from) => placeOf(rule.measure, from, target));
    case "perUnit":
      return [
        handle("standard", placeOf(rule.measure, decimal(rule.standard), target), decimal(rule.base), "xy"),
        handle("max", frame.most, decimal(rule.max), "y"),
        handle("min", frame.least, decimal(rule.min), "y"),
      ];
    case "rank":
      return rule.points.kind === "bands"
        ? bandHandles(rule.points.bands, "down", frame, (from) => from)
        : [
            handle("top", frame.least, decimal(rule.points.top), "y"),
            handle("bottom", frame.most, decimal(rule.points.bottom), "y"),
          ];
  }
}

/**
 * The rule with a handle moved there. Places go to the frame's step, shares of the target to whole percents, points to
 * hundredths of full marks; a limit stops at its neighbours.
 */
export function moveHandle(
  rule: CurveRule,
  at: Pick<Handle, "name" | "index">,
  to: { readonly x: Decimal; readonly y: Decimal },
  target: Decimal,
  frame: CurveFrame,
): CurveRule {
  const y = roundToUnit(to.y, decimal(rule.full).div(100)).toString();
  switch (rule.kind) {
    case "proportional": {
      const r = attainmentOf(rule.attain, to.x, target);
      if (typeof r === "string") return rule;
      const share = roundToUnit(Decimal.max(r, 0), decimal("0.01")).toString();
      if (at.name === "gate") return { ...rule, gate: share };
      if (at.name === "floor") return { ...rule, floor: lesser(share, rule.cap) };
      return { ...rule, cap: greater(share, rule.floor) };
    }
    case "bands":
      return {
        ...rule,
        bands: movedBand(rule.bands, at.index, rule.better, y, valueAt(rule.measure, to.x, target, frame.step)),
      };
    case "perUnit": {
      if (at.name !== "standard") return { ...rule, [at.name]: y };
      const standard = valueAt(rule.measure, to.x, target, frame.step)?.toString() ?? rule.standard;
      return { ...rule, standard, base: y };
    }
    case "rank":
      return movedRank(rule, at, y, roundToUnit(to.x, decimal(1)));
  }
}

function proportionalHandles(rule: RuleOf<"proportional">, target: Decimal): Handle[] {
  const full = decimal(rule.full);
  const at = (name: HandleName, r: string, y: Decimal) =>
    handle(name, actualAt(rule.attain, decimal(r), target), y, "x");
  return [
    ...(rule.gate === undefined ? [] : [at("gate", rule.gate, full.times(rule.gate))]),
    ...(decimal(rule.floor).isZero() ? [] : [at("floor", rule.floor, full.times(rule.floor))]),
    at("cap", rule.cap, full.times(rule.cap)),
  ];
}

/** A band is held where it begins: at its lower end where more is better, at its upper where less is. */
function bandHandles(
  bands: readonly ScoringBand[],
  better: "up" | "down",
  frame: CurveFrame,
  place: (value: Decimal) => Decimal,
): Handle[] {
  return bands.map(({ from, to, points }, index) => {
    const limit = better === "up" ? from : to;
    const edge = better === "up" ? frame.least : frame.most;
    const x = limit === null ? edge : place(decimal(limit));
    return { name: "band", index, x, y: decimal(points), moves: limit === null ? "y" : "xy" };
  });
}

function movedBand(
  bands: readonly ScoringBand[],
  index: number,
  better: "up" | "down",
  points: string,
  limit: Decimal | null,
): ScoringBand[] {
  const seam = better === "up" ? index - 1 : index;
  const [below, above] = [bands[seam], bands[seam + 1]];
  const moves = limit !== null && below?.to != null && above?.from != null;
  const inside =
    moves && (below.from === null || limit.gt(below.from)) && (above.to === null || limit.lt(above.to)) ? limit : null;
  return bands.map((band, place) => ({
    from: inside !== null && place === seam + 1 ? inside.toString() : band.from,
    to: inside !== null && place === seam ? inside.toString() : band.to,
    points: place === index ? points : band.points,
  }));
}

function movedRank(
  rule: RuleOf<"rank">,
  { name, index }: Pick<Handle, "name" | "index">,
  y: string,
  place: Decimal,
): RuleOf<"rank"> {
  if (rule.points.kind === "linear") return { ...rule, points: { ...rule.points, [name]: y } };
  return { ...rule, points: { kind: "bands", bands: movedBand(rule.points.bands, index, "down", y, place) } };
}

/** What the rule's measure has at an actual, to the step a hand can set. */
function valueAt(measure: ScoringMeasure, actual: Decimal, target: Decimal, step: Decimal): Decimal | null {
  if (measure.of === "actual") return roundToUnit(actual, step);
  if (measure.of === "difference") return roundToUnit(actual.minus(target), step);
  const r = attainmentOf(measure.attain, actual, target);
  return typeof r === "string" ? null : roundToUnit(r, decimal("0.01"));
}

function handle(name: HandleName, x: Decimal, y: Decimal, moves: Handle["moves"]): Handle {
  return { name, index: 0, x, y, moves };
}

function lesser(one: string, other: string): string {
  return decimal(one).lt(other) ? one : other;
}

function greater(one: string, other: string): string {
  return decimal(one).gt(other) ? one : other;
}
