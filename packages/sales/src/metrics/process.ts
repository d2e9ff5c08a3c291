import { text } from "../define.ts";
import { BY_OWNER, count, DAYS, is, metric, oneOf, PERCENT } from "./define.ts";

function counted(object: string, date: string) {
  return { kind: "aggregate", object, aggregate: "count", date, credit: BY_OWNER } as const;
}

const TIMES = count("次", "times");

export const processMetrics = [
  metric("visit_count", "拜访数", "Visits", {
    group: "activity",
    unit: TIMES,
    dimensions: [["customer"], ["customer", "tier"]],
    measure: { ...counted("visit", "happened_on"), filter: is("kind", "visit") },
  }),
  metric("first_visit_count", "首次拜访数", "First visits", {
    group: "activity",
    unit: TIMES,
    description: text("对客户的首次上门拜访", "First visits to a customer"),
    measure: { ...counted("visit", "happened_on"), filter: { and: [is("kind", "visit"), is("first_visit", true)] } },
  }),
  metric("follow_up_count", "跟进数", "Follow-ups", {
    group: "activity",
    unit: TIMES,
    dimensions: [["kind"]],
    measure: counted("visit", "happened_on"),
  }),
  metric("visited_customers", "拜访客户数", "Customers visited", {
    group: "activity",
    unit: count("家", "customers"),
    measure: { ...counted("visit", "happened_on"), aggregate: "distinct", value: "[customer]" },
  }),
  metric("decider_rate", "见到决策人比例", "Decision makers met", {
    group: "activity",
    unit: PERCENT,
    measure: { kind: "ratio", numerator: "decider_visit_count", denominator: "visit_count" },
  }),
  metric("decider_visit_count", "见到决策人的拜访", "Visits with the decision maker", {
    group: "activity",
    unit: TIMES,
    measure: { ...counted("visit", "happened_on"), filter: { and: [is("kind", "visit"), is("met_decider", true)] } },
  }),
  metric("lead_count", "新增线索", "New leads", {
    group: "lead",
    unit: count("条", "leads"),
    dimensions: [["source"], ["industry"]],
    measure: counted("lead", "received_on"),
  }),
  metric("qualified_lead_count", "转化线索", "Qualified leads", {
    group: "lead",
    unit: count("条", "leads"),
    dimensions: [["source"]],
    measure: { ...counted("lead", "received_on"), filter: is("status", "qualified") },
  }),
  metric("lead_conversion", "线索转化率", "Lead conversion", {
    group: "lead",
    unit: PERCENT,
    dimensions: [["source"]],
    description: text("当期获得的线索中已转化的比例", "Share of the period's leads that were qualified"),
    measure: { kind: "ratio", numerator: "qualified_lead_count", denominator: "lead_count" },
  }),
  metric("first_touch_days", "线索首响天数", "Days to first touch", {
    group: "lead",
    unit: DAYS,
    direction: "down",
    measure: {
      ...counted("lead", "received_on"),
      aggregate: "avg",
      value: "DATEDIFF([received_on], [first_touch_on])",
      filter: { field: ["first_touch_on"], op: "is_not_empty" },
    },
  }),
  metric("quote_count", "报价数", "Quotes", {
    group: "activity",
    unit: count("份", "quotes"),
    measure: counted("quote", "quoted_on"),
  }),
  metric("task_done_count", "完成任务数", "Tasks done", {
    group: "activity",
    unit: TIMES,
    measure: { ...counted("task", "done_on"), filter: is("status", "done") },
  }),
  metric("new_customer_count", "新增客户", "New customers", {
    group: "customer",
    unit: count("家", "customers"),
    dimensions: [["industry"], ["tier"]],
    measure: { ...counted("customer", "created_at"), filter: oneOf("state", ["prospect", "active"]) },
  }),
] as const;
