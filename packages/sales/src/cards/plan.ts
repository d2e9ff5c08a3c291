import { AppraisalPlanBody } from "@dabiao/core/appraisal/plan.ts";
import { type Definition, text } from "../define.ts";

/** Who is appraised by which card is decided by role; where somebody has two, the card that stands first counts. */
export const monthlyPlan: Definition<AppraisalPlanBody> = {
  kind: "appraisal_plan",
  key: "monthly",
  body: AppraisalPlanBody.parse({
    label: text("月度绩效考核", "Monthly appraisal"),
    description: text(
      "目标确认 → 自评 → 主管评分 → 校准 → 面谈 → 确认；分布只作提示",
      "Goals, self, leader, calibration, interview, confirmation; the distribution is a guide",
    ),
    cards: ["card_newcomer", "card_key_account", "card_director", "card_leader", "card_rep", "card_service"],
  }),
};
