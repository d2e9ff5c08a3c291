import { Decimal, decimal, ZERO } from "../../numbers/decimal.ts";
import type { CardItem, ScoringCard } from "./card-scoring.ts";
import { roundScore } from "./grade.ts";
import { curveBreaks, isCurve } from "./rule-curve.ts";
import { type CardInputs, scoreCard } from "./score-card.ts";
import { scoreItem } from "./score-item.ts";

/** What moving one line would do to the score of the whole card, in points of the total. */
export interface LineWorth {
  readonly item: string;
  /** A step people can picture: a visit, 10,000 yuan, a percentage point. */
  readonly step: string;
  /** What one more such step is worth now; of a line where less is better, one less. */
  readonly unitGain: string;
  /** What reaching the target would bring, or the place that gives full marks where there is no target. */
  readonly potential: string;
  /** How far that is, in the KPI's unit, signed the way the actual has to move; `null` when nothing lies ahead. */
  readonly needed: string | null;
}

export interface NextLines {
  /** Most to gain first. */
  readonly lines: readonly LineWorth[];
  /** The line that would raise the score most; `null` when none would. */
  readonly best: string | null;
}

/**
 * Which line to work on. Each line is moved by itself and the whole card reckoned again, so gates, caps, steps and
 * vetoes count as they will.
 *
 * @param least the smallest step of each line's KPI, where it has one
 * @source SPEC.md S-00; capabilities A2
 */
export function bestNextLine(
  card: ScoringCard,
  inputs: CardInputs,
  least: Readonly<Record<string, Decimal>> = {},
): NextLines {
  const now = scoreOf(card, inputs);
  const lines = card.items
    .flatMap((item) => worthOf(card, inputs, item, least[item.key] ?? ZERO, now))
    .toSorted((a, b) => decimal(b.potential).cmp(a.potential) || decimal(b.unitGain).cmp(a.unitGain));
  const first = lines[0];
  return {
    lines,
    best: first !== undefined && decimal(first.potential).isPositive() && first.potential !== "0" ? first.item : null,
  };
}

function worthOf(card: ScoringCard, inputs: CardInputs, item: CardItem, least: Decimal, now: Decimal): LineWorth[] {
  const given = inputs.items[item.key];
  const actual = given?.actual ?? null;
  const target = given?.target ?? null;
  if (actual === null || item.kind === "penalty" || (given?.state !== undefined && given.state !== "value")) return [];
  const down = betterOf(item) === "down";
  const step = worthStep(target ?? actual, least);
  const unitGain = scoreOf(card, moved(inputs, item.key, actual.plus(down ? step.negated() : step))).minus(now);
  const goal = goalOf(item, actual, target, down);
  const potential = goal === null ? ZERO : scoreOf(card, moved(inputs, item.key, goal)).minus(now);
  return [
    {
      item: item.key,
      step: step.toString(),
      unitGain: roundScore(unitGain, 4).toString(),
      potential: roundScore(potential, 4).toString(),
      needed: goal?.minus(actual).toString() ?? null,
    },
  ];
}

/**
 * Where a line is worth going: the nearest of its target and the rule's limits ahead that gives full marks, or else the
 * farthest; `null` when nothing lies ahead.
 */
function goalOf({ rule }: CardItem, actual: Decimal, target: Decimal | null, down: boolean): Decimal | null {
  const limits = isCurve(rule) ? curveBreaks(rule, target ?? ZERO) : [];
  const ahead = [...(target === null ? [] : [target]), ...limits]
    .filter((place) => (down ? place.lt(actual) : place.gt(actual)))
    .toSorted((a, b) => (down ? b.cmp(a) : a.cmp(b)));
  const full = ahead.find((place) => {
    const { points } = scoreItem(rule, { actual: place, target });
    return points !== null && decimal(points).gte(rule.full);
  });
  return full ?? ahead.at(-1) ?? null;
}

/** A power of ten near a hundredth of the target (without one, of the actual), and no smaller than the KPI's own step. */
export function worthStep(scale: Decimal, least: Decimal): Decimal {
  if (scale.isZero()) return least.isZero() ? decimal(1) : least;
  const size = new Decimal(10).pow(scale.abs().div(10).log(10).floor());
  return Decimal.max(size, least);
}

/** Which way a line gets better. */
function betterOf({ rule }: CardItem): "up" | "down" {
  switch (rule.kind) {
    case "proportional":
      return rule.attain.formula === "down" || rule.attain.formula === "downRatio" ? "down" : "up";
    case "bands":
    case "rank":
      return rule.measure.of === "attainment" && rule.measure.attain.formula.startsWith("down") ? "down" : rule.better;
    case "perUnit":
      return rule.above?.points.startsWith("-") === true ? "down" : "up";
    default:
      return "up";
  }
}

function moved(inputs: CardInputs, item: string, actual: Decimal): CardInputs {
  return { ...inputs, items: { ...inputs.items, [item]: { ...inputs.items[item], actual } } };
}

/** The total before it is rounded for show, so that a small step is seen. */
function scoreOf(card: ScoringCard, inputs: CardInputs): Decimal {
  return decimal(scoreCard({ ...card, scoring: { ...card.scoring, places: 4 } }, inputs).soFar ?? "0");
}
