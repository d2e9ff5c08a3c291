import { type Decimal, decimal, ONE, ratio, sum, ZERO } from "../numbers/decimal.ts";
import { Refusal } from "../platform/refusal.ts";
import { movingAverageSeasonality } from "./seasonality.ts";
import { evenWeights, historyWeights } from "./split-weights.ts";
import type { SplitMethod } from "./target.ts";
import { allotmentShare } from "./territory.ts";

/** What is known of the children of a split, one per child in order; what a method does not need may be empty. */
export interface SplitFacts {
  /** The names weights go by. */
  readonly ids: readonly string[];
  /** Last year's result; null for who had none. */
  readonly lastYear: readonly (Decimal | null)[];
  /** Results of the same parts of earlier years, the oldest first, whole years; empty for people and slices. */
  readonly past: readonly Decimal[];
  /** Working days that fall to each. */
  readonly workdays: readonly Decimal[];
  /** What each can carry: months × ramp. */
  readonly capacity: readonly Decimal[];
  /** What each territory can buy; null where nobody knows. */
  readonly potential: readonly (Decimal | null)[];
  /** Makes the indices of the first two months follow the Spring Festival. */
  readonly season: (indices: readonly Decimal[]) => Decimal[];
}

export interface MethodWeights {
  readonly weights: readonly Decimal[];
  /** Data was missing for some, so last year's mix stands in. */
  readonly fellBack: boolean;
}

/**
 * The weights a method divides a target by.
 *
 * @throws Refusal `target_history_short`, `target_no_facts` when the method has nothing to go by
 * @source SPEC.md G-02, G-03, G-05, G-06, G-12
 */
export function methodWeights(method: SplitMethod, facts: SplitFacts): MethodWeights {
  const exact = (weights: readonly Decimal[]): MethodWeights => ({ weights, fellBack: false });
  switch (method.kind) {
    case "even":
    case "copy":
      return exact(evenWeights(facts.ids.length));
    case "weights":
      return exact(facts.ids.map((id) => decimal(method.weights[id] ?? "0")));
    case "history":
      return exact(tilted(facts, decimal(method.newcomers), method.growth));
    case "workdays":
      return exact(known(facts.workdays, method.kind));
    case "capacity":
      return exact(known(facts.capacity, method.kind));
    case "seasonality":
      return exact(facts.season(indicesOf(facts)));
    case "potential":
      return byPotential(facts, decimal(method.priorWeight));
  }
}

/** Last year's mix, each child's part grown by its own factor, such as a market that is to grow faster. */
function tilted(
  { ids, lastYear }: SplitFacts,
  newcomers: Decimal,
  growth: Readonly<Record<string, string>>,
): Decimal[] {
  const grown = lastYear.map(
    (value, index) => value?.times(ONE.plus(decimal(growth[ids[index] ?? ""] ?? "0"))) ?? null,
  );
  return historyWeights(grown, newcomers);
}

function known(values: readonly Decimal[], method: string): readonly Decimal[] {
  if (values.length === 0 || values.every((value) => value.isZero())) throw new Refusal("target_no_facts", { method });
  return values;
}

/** The years before the first result are no years of history. */
function indicesOf({ ids, past }: SplitFacts): Decimal[] {
  const begun = past.findIndex((value) => !value.isZero());
  const whole = begun < 0 ? [] : past.slice(Math.floor(begun / ids.length) * ids.length);
  return movingAverageSeasonality(whole, ids.length).indices;
}

/** Each child's share of last year and of the potential, weighed; without a potential its share of last year counts alone. */
function byPotential({ lastYear, potential }: SplitFacts, priorWeight: Decimal): MethodWeights {
  const all = sum(potential.map((value) => value ?? ZERO));
  if (all.isZero()) throw new Refusal("target_no_facts", { method: "potential" });
  const prior = historyWeights(lastYear);
  const priorAll = sum(prior);
  const weights = potential.map((value, index) => {
    const before = ratio(prior[index] ?? ZERO, priorAll) ?? ZERO;
    return value === null ? before : allotmentShare(before, ratio(value, all) ?? ZERO, priorWeight);
  });
  return { weights, fellBack: potential.includes(null) };
}
