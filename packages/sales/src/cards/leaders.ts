import { text } from "../define.ts";
import { add, card, deduct, inverse, judged, measured, proportional, table } from "./define.ts";

export const leaderCards = [
  card("card_director", "销售总监记分卡", "Sales director", {
    roles: ["director"],
    description: text("看所辖部门的结果、质量和后劲", "The unit's results, their quality, and what comes next"),
    items: [
      measured({ kpi: "signed_amount", weight: "35", rule: proportional("0.7"), of: "unit" }),
      measured({ kpi: "gross_margin", weight: "20", rule: proportional(), of: "unit" }),
      measured({
        kpi: "collection_rate_cumulative",
        weight: "15",
        rule: table("50", ["0.75", "80"], ["0.85", "100"], ["0.92", "115"]),
        of: "unit",
        target: null,
      }),
      measured({
        kpi: "pipeline_coverage",
        weight: "15",
        rule: table("50", ["2", "80"], ["3", "100"], ["5", "85"]),
        of: "unit",
        target: null,
      }),
      measured({ kpi: "discount_rate", weight: "15", rule: inverse(), of: "unit", target: "0.06" }),
    ],
  }),
  card("card_leader", "团队主管记分卡", "Team leader", {
    roles: ["leader"],
    description: text(
      "团队的结果加带队的动作；总分随公司达成浮动",
      "The team's results and the work of leading; the total follows the company's attainment",
    ),
    items: [
      measured({ kpi: "signed_amount", weight: "40", rule: proportional("0.6"), of: "unit" }),
      measured({
        kpi: "collection_rate_due",
        weight: "20",
        rule: table("0", ["0.7", "70"], ["0.85", "90"], ["0.95", "105"]),
        of: "unit",
        target: null,
      }),
      measured({ kpi: "joint_visit_count", weight: "15", rule: add("40", "0", "1", "10"), of: "unit", target: null }),
      measured({ kpi: "overdue_task_rate", weight: "15", rule: inverse(), of: "unit", target: "0.15" }),
      judged("leading", "带队与用人", "Leading people", "10", "manager"),
    ],
    gates: [
      {
        kind: "multiplier",
        key: "company",
        label: text("公司签约达成", "The company's signatures"),
        lo: "0.9",
        hi: "1.1",
      },
    ],
    gateSources: [{ gate: "company", kpi: "signed_amount", of: "company" }],
  }),
  card("card_service", "销售运营与客服记分卡", "Sales operations and service", {
    roles: ["ops", "service"],
    description: text(
      "快、准、客户满意；投诉按件扣分",
      "Quick, right, and customers content; points off for each complaint",
    ),
    items: [
      measured({
        kpi: "satisfaction",
        weight: "25",
        rule: table("0", ["6", "60"], ["7.5", "85"], ["8", "100"], ["9", "115"]),
        of: "company",
        target: null,
      }),
      measured({ kpi: "case_days", weight: "20", rule: inverse(), of: "company", target: "4" }),
      measured({
        kpi: "complaint_count",
        weight: "20",
        rule: deduct("5", "above", "1", "-4"),
        of: "company",
        target: null,
      }),
      measured({ kpi: "lead_response_hours", weight: "20", rule: inverse(), of: "company", target: "16" }),
      measured({ kpi: "overdue_task_rate", weight: "15", rule: inverse(), of: "company", target: "0.2" }),
    ],
  }),
] as const;
