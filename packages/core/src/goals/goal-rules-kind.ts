import { declareKind, type Kind } from "../model/kind.ts";
import { GOAL_RULES_KEY, GoalRulesBody } from "./goal-rules.ts";

/** How targets bend to real life: proration, relief, managers' goals, odds. */
export const goalRulesKind: Kind<GoalRulesBody> = declareKind<GoalRulesBody>({
  kind: "goal_rules",
  schema: GoalRulesBody,
  references: () => [],
  check: (_body, _world, key) =>
    key === GOAL_RULES_KEY ? [] : [{ code: "goal_rules_key", params: { key: GOAL_RULES_KEY }, path: [] }],
});
