import { DEFAULT_GOAL_RULES, GOAL_RULES_KEY, type GoalRulesBody } from "@dabiao/core/goals/goal-rules.ts";
import { goalRulesKind } from "@dabiao/core/goals/goal-rules-kind.ts";
import type { World } from "@dabiao/core/model/kind.ts";

/** What the company decided about targets in real life; the defaults where it decided nothing. */
export function goalRules(world: World): GoalRulesBody {
  return world.get(goalRulesKind, GOAL_RULES_KEY) ?? DEFAULT_GOAL_RULES;
}
