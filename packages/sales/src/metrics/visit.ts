import { text } from "../define.ts";
import { count, filled, is, metric, oneOf, PERCENT } from "./define.ts";
import { counted, ratio, share, valued } from "./measures.ts";

const TIMES = count("次", "times");
const CUTS = [["customer", "tier"], ["customer", "kind"], ["customer", "industry"], ["customer"]];
const VISIT = is("kind", "visit");
const FIRST = { and: [VISIT, is("first_visit", true)] };

export const visitMetrics = [
  metric("visit_count", "拜访数", "Visits", {
    group: "visit",
    unit: TIMES,
    dimensions: CUTS,
    measure: counted("visit.happened_on", VISIT),
  }),
  metric("first_visit_count", "首次拜访数", "First visits", {
    group: "visit",
    unit: TIMES,
    dimensions: CUTS,
    description: text("对客户的首次上门拜访", "First visits to a customer"),
    measure: counted("visit.happened_on", FIRST),
  }),
  metric("follow_up_count", "跟进数", "Follow-ups", {
    group: "visit",
    unit: TIMES,
    dimensions: [["kind"], ...CUTS],
    measure: counted("visit.happened_on"),
  }),
  metric("remote_follow_up_count", "电话与线上跟进数", "Calls and online meetings", {
    group: "visit",
    unit: TIMES,
    dimensions: [["kind"], ...CUTS],
    measure: counted("visit.happened_on", oneOf("kind", ["call", "online"])),
  }),
  metric("visited_customers", "拜访客户数", "Customers visited", {
    group: "visit",
    unit: count("家", "customers"),
    measure: valued("visit.happened_on", "distinct", "[customer]"),
  }),
  metric("decider_visit_count", "见到决策人的拜访", "Visits with the decision maker", {
    group: "visit",
    unit: TIMES,
    dimensions: CUTS,
    measure: counted("visit.happened_on", { and: [VISIT, is("met_decider", true)] }),
  }),
  metric("decider_rate", "见到决策人比例", "Decision makers met", {
    group: "visit",
    unit: PERCENT,
    dimensions: CUTS,
    measure: ratio("decider_visit_count", "visit_count"),
  }),
  metric("effective_visit_rate", "有效拜访率", "Effective visits", {
    group: "visit",
    unit: PERCENT,
    dimensions: CUTS,
    description: text(
      "不少于 30 分钟且约定了下一步的上门拜访占比",
      "Share of visits of 30 minutes or more with a next step",
    ),
    measure: share("visit.happened_on", "AND([minutes] >= 30, NOT(ISEMPTY([next_step])))", VISIT),
  }),
  metric("second_follow_up_rate", "二次跟进及时率", "Second follow-up in time", {
    group: "visit",
    unit: PERCENT,
    dimensions: CUTS,
    description: text("首次拜访后 3 天内再次跟进的比例", "Share of first visits followed up within three days"),
    measure: share("visit.happened_on", "DATEDIFF([happened_on], [followed_on]) <= 3", FIRST),
  }),
  metric("first_visit_deals", "首访带来的商机", "Deals from first visits", {
    group: "visit",
    unit: TIMES,
    dimensions: CUTS,
    measure: counted("visit.happened_on", { and: [FIRST, filled("opportunity")] }),
  }),
  metric("visit_to_deal", "首访转商机率", "First visits that became deals", {
    group: "visit",
    unit: PERCENT,
    dimensions: CUTS,
    description: text("期内首次拜访中关联了商机的比例", "Share of first visits with a deal behind them"),
    measure: ratio("first_visit_deals", "first_visit_count"),
  }),
  metric("median_visit_minutes", "拜访时长中位数", "Median length of a visit", {
    group: "visit",
    unit: { kind: "other", label: text("分钟", "minutes"), decimals: 0 },
    dimensions: CUTS,
    measure: valued("visit.happened_on", "median", "[minutes]", { and: [VISIT, filled("minutes")] }),
  }),
  metric("joint_visit_count", "协访次数", "Joint visits", {
    group: "visit",
    unit: TIMES,
    dimensions: CUTS,
    description: text("主管陪同的上门拜访", "Visits together with the leader"),
    measure: counted("visit.happened_on", { and: [VISIT, is("joint", true)] }),
  }),
] as const;
