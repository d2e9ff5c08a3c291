import { text } from "../define.ts";
import { count, filled, HOURS, is, metric, PERCENT } from "./define.ts";
import { counted, entered, summed, valued } from "./measures.ts";
import { SIGNED } from "./revenue.ts";

export const growthMetrics = [
  metric("active_sellers", "开单人数", "Sellers who signed", {
    group: "growth",
    unit: count("人", "people"),
    dimensions: [["product", "series"]],
    description: text("期内至少签了一份合同的人数", "People who signed at least one contract"),
    measure: valued("contract.signed_on", "distinct", "[owner]", SIGNED),
  }),
  metric("training_hours", "培训学时", "Training hours", {
    group: "growth",
    unit: HOURS,
    dimensions: [["kind"]],
    measure: summed("training.held_on", "[hours]"),
  }),
  metric("training_score", "培训考核均分", "Average training score", {
    group: "growth",
    unit: { kind: "score", decimals: 1 },
    dimensions: [["kind"]],
    measure: valued("training.held_on", "avg", "[score]", filled("score")),
  }),
  metric("coaching_count", "一对一辅导次数", "Coaching sessions", {
    group: "growth",
    unit: count("次", "times"),
    measure: counted("training.held_on", is("kind", "coaching")),
  }),
  metric("training_attendance", "培训出勤率", "Training attendance", {
    group: "growth",
    unit: PERCENT,
    description: text("运营按月录入、主管确认的出勤比例", "Entered monthly by operations, confirmed by the leader"),
    measure: entered("avg", "ops", "leader"),
  }),
  metric("case_share_count", "案例分享次数", "Cases shared", {
    group: "growth",
    unit: count("次", "times"),
    description: text("主管按月录入、运营确认的次数", "Entered monthly by the leader, confirmed by operations"),
    measure: entered("sum", "leader", "ops"),
  }),
  metric("audit_score", "流程合规抽查得分", "Process audit score", {
    group: "quality",
    unit: { kind: "score", decimals: 1 },
    description: text("运营按月抽查、总监确认的得分", "Entered monthly by operations, confirmed by the director"),
    measure: entered("avg", "ops", "director"),
  }),
] as const;
