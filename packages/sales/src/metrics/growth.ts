import { text } from "../define.ts";
import { count, filled, HOURS, is, metric } from "./define.ts";
import { counted, summed, valued } from "./measures.ts";
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
] as const;
