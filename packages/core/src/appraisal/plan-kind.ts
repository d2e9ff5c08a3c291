import { declareKind, type Kind } from "../model/kind.ts";
import { decimal, sum } from "../numbers/decimal.ts";
import type { Issue } from "../platform/refusal.ts";
import { AppraisalPlanBody } from "./plan.ts";
import { scorecardKind } from "./scorecard-kind.ts";

/** appraisal plans. A cycle keeps the version it began with. */
export const appraisalPlanKind: Kind<AppraisalPlanBody> = declareKind<AppraisalPlanBody>({
  kind: "appraisal_plan",
  schema: AppraisalPlanBody,
  references: (body) => [...new Set(body.cards)].map((key) => ({ kind: "scorecard", key })),
  check(body, world) {
    const cards = body.cards.flatMap((key) => world.get(scorecardKind, key) ?? []);
    const [first] = cards;
    const odd = cards.findIndex(({ grain, calendar }) => grain !== first?.grain || calendar !== first?.calendar);
    const issues: Issue[] = [];
    if (odd > 0)
      issues.push({ code: "plan_card_period", params: { card: body.cards[odd] ?? "" }, path: ["cards", odd] });
    if (new Set(body.cards).size !== body.cards.length)
      issues.push({ code: "plan_card_twice", params: {}, path: ["cards"] });
    const shares = sum((body.distribution?.shares ?? []).map(({ percent }) => decimal(percent)));
    if (body.distribution && !shares.eq(100))
      issues.push({
        code: "plan_distribution_sum",
        params: { sum: shares.toFixed() },
        path: ["distribution", "shares"],
      });
    return issues;
  },
});
