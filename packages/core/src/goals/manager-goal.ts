import { type Decimal, decimal, ONE, sum, ZERO } from "../numbers/decimal.ts";
import type { GoalRulesBody } from "./goal-rules.ts";

/**
 * What a manager answers for: the team's goals together (default), those less a haircut, or own and team.
 *
 * @param others goals of the people in the team, without the manager's own
 * @param own the manager's personal goal, of somebody who sells too; `null` without
 * @source SPEC.md G-13
 */
export function managerGoal(rule: GoalRulesBody["manager"], others: readonly Decimal[], own: Decimal | null): Decimal {
  const team = sum(others);
  switch (rule.kind) {
    case "team":
      return team;
    case "haircut":
      return team.times(ONE.minus(decimal(rule.haircut)));
    case "ownAndTeam":
      return team.plus(own ?? ZERO);
  }
}

/** A team's total: everybody's, the player-coach's own among them once. @source SPEC.md G-13 */
export function teamTotal(others: readonly Decimal[], own: Decimal | null): Decimal {
  return sum(others).plus(own ?? ZERO);
}

/**
 * Whether a manager changes goals close to the own threshold: the attainment before or after lies within a distance of
 * 100 %, or the change carries it across. Such changes are listed for review; they are not forbidden.
 *
 * @param within the distance, such as 0.1
 * @source SPEC.md G-13; 244 firms' managers adjusted quotas for their own incentives (RS1)
 */
export function isNearThreshold(before: Decimal | null, after: Decimal | null, within: Decimal): boolean {
  const near = (attain: Decimal | null) => attain?.minus(ONE).abs().lte(within) ?? false;
  const crosses = before !== null && after !== null && before.lt(ONE) !== after.lt(ONE);
  return near(before) || near(after) || crosses;
}
