import { Decimal, ONE, sum } from "../numbers/decimal.ts";

/** Accounts of one kind and what each can buy. */
export interface PotentialGroup {
  readonly accounts: Decimal;
  readonly buyingPower: Decimal;
}

/** Sales potential of a territory: accounts × buying power. @source SPEC.md G-06; Marketing Metrics */
export function territoryPotential(groups: readonly PotentialGroup[]): Decimal {
  return sum(groups.map(({ accounts, buyingPower }) => accounts.times(buyingPower)));
}

/** Last year's sales plus the territory's part of the forecast increase. @source SPEC.md G-06 */
export function territoryGoal(priorSales: Decimal, forecastIncrease: Decimal, potentialShare: Decimal): Decimal {
  return priorSales.plus(forecastIncrease.times(potentialShare));
}

/** A weight between the share sold last year and the share of potential; `priorWeight` 1 trusts history alone. @source SPEC.md G-06 */
export function allotmentShare(priorShare: Decimal, potentialShare: Decimal, priorWeight: Decimal): Decimal {
  return priorWeight.times(priorShare).plus(ONE.minus(priorWeight).times(potentialShare));
}

/** Hours or visits a territory needs: accounts and prospects, each at its own effort. @source SPEC.md G-06 */
export function territoryWorkload(groups: readonly { readonly count: Decimal; readonly effort: Decimal }[]): Decimal {
  return sum(groups.map(({ count, effort }) => count.times(effort)));
}

/** Three years of sales, the last counted twice: Y−2 + Y−1 + 2×Y0. Only its proportions matter. @source SPEC.md G-06 */
export function weightedHistory(twoYearsAgo: Decimal, oneYearAgo: Decimal, lastYear: Decimal): Decimal {
  return twoYearsAgo.plus(oneYearAgo).plus(new Decimal(2).times(lastYear));
}
