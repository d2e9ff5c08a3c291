import { type OddsModel, resultAt } from "@dabiao/core/goals/odds.ts";
import type { Odds } from "@dabiao/core/goals/odds-contract.ts";
import { Decimal, decimal, sum, ZERO } from "@dabiao/core/numbers/decimal.ts";
import type { OpenKpi } from "../kpi.ts";
import type { Heads } from "./comparable-history.ts";
import type { OpenDeals } from "./open-deals.ts";

/** What these people's open deals promise. */
export function promised(deals: ReadonlyMap<string, OpenDeals> | null, members: readonly string[]): OpenDeals[] {
  return deals === null ? [] : members.flatMap((id) => deals.get(id) ?? []);
}

/** Deals are told apart by their number, not one by one: each is taken to be worth the same. */
export function eachDeal({ deals, amount, winRate }: OpenDeals) {
  const each = { amount: amount.div(Math.max(deals, 1)).toNumber(), probability: winRate.toNumber() };
  return Array.from({ length: Math.min(deals, 500) }, () => each);
}

export function shownDeals(deals: readonly OpenDeals[]): NonNullable<Odds["pipeline"]> {
  const amount = sum(deals.map((each) => each.amount));
  const expected = sum(deals.map((each) => each.amount.times(each.winRate)));
  return {
    deals: deals.reduce((count, each) => count + each.deals, 0),
    amount: amount.toFixed(),
    winRate: (amount.isZero() ? ZERO : Decimal.min(expected.div(amount), 1)).toDecimalPlaces(4).toFixed(),
    expected: expected.toDecimalPlaces(2).toFixed(),
  };
}

export function likely(model: OddsModel, { direction, step }: OpenKpi): NonNullable<Odds["likely"]> {
  const at = (chance: number) => {
    const value = decimal(resultAt(model, direction === "up" ? chance : 1 - chance).toFixed(6));
    return value.div(step).toDecimalPlaces(0).times(step).toFixed();
  };
  return { safe: at(0.9), middle: at(0.5), rare: at(0.1) };
}

export function bestOf(values: readonly Decimal[], { direction }: OpenKpi): Decimal | null {
  if (values.length === 0) return null;
  return direction === "up" ? Decimal.max(...values) : Decimal.min(...values);
}

export function medianOf(values: readonly Decimal[]): Decimal | null {
  if (values.length === 0) return null;
  const ordered = values.toSorted((a, b) => a.cmp(b));
  const middle = Math.floor((ordered.length - 1) / 2);
  const [low = ZERO, high = low] = ordered.slice(middle, middle + 2);
  return ordered.length % 2 === 1 ? low : low.plus(high).div(2);
}

export function shownHeads({ people, effective }: Heads, own: readonly number[]): NonNullable<Odds["heads"]> {
  const capacity = medianOf(own.map((value) => decimal(value.toFixed(6))));
  const perHead = capacity === null || effective.isZero() ? null : capacity.div(effective);
  return {
    people,
    effective: effective.toDecimalPlaces(4).toFixed(),
    usualPerHead: perHead?.toDecimalPlaces(2).toFixed() ?? null,
    capacity: capacity?.toDecimalPlaces(2).toFixed() ?? null,
  };
}
