import { text } from "../define.ts";
import { add, awarded, card, deduct, judged, measured, proportional, table } from "./define.ts";

const COLLECTION = table("0", ["0.6", "60"], ["0.8", "85"], ["0.95", "100"], ["1.05", "110"]);

export const sellerCards = [
  card("card_newcomer", "新人记分卡", "Newcomer", {
    roles: ["newcomer"],
    description: text(
      "前三个月重动作、重学习；签约目标按 30/60/90% 爬坡",
      "Activity and learning first; the target for signatures grows by 30, 60 and 90 %",
    ),
    items: [
      measured({ kpi: "signed_amount", weight: "25", rule: proportional() }),
      measured({ kpi: "visit_count", weight: "25", rule: proportional() }),
      measured({ kpi: "first_visit_count", weight: "20", rule: add("60", "0", "1", "20"), target: null }),
      measured({
        kpi: "training_score",
        weight: "15",
        rule: table("0", ["60", "60"], ["75", "85"], ["85", "100"]),
        target: null,
      }),
      measured({ kpi: "next_step_rate", weight: "15", rule: deduct("0.8", "below", "0.05", "-10"), target: null }),
      awarded("first_deal", "首单奖励", "First deal", "bonus", "5"),
    ],
  }),
  card("card_key_account", "大客户经理记分卡", "Key account manager", {
    roles: ["key_account"],
    description: text(
      "做深少数客户：签约、毛利、续约、覆盖、回款",
      "Few customers, deep: signatures, margin, renewals, coverage, cash",
    ),
    items: [
      measured({ kpi: "signed_amount", weight: "30", rule: proportional("0.5") }),
      measured({
        kpi: "gross_margin_rate",
        weight: "15",
        rule: table("40", ["0.35", "70"], ["0.4", "90"], ["0.43", "100"], ["0.48", "110"]),
        target: null,
      }),
      measured({ kpi: "repeat_amount", weight: "20", rule: proportional() }),
      measured({ kpi: "key_coverage", weight: "20", rule: proportional(), target: "0.6" }),
      measured({ kpi: "collection_rate_due", weight: "15", rule: COLLECTION, target: null }),
      awarded("reference", "标杆案例与转介绍", "References and referrals", "bonus", "8"),
    ],
  }),
  card("card_rep", "销售代表记分卡", "Sales representative", {
    roles: ["rep"],
    description: text("结果 60%，过程 30%，主管评价 10%", "Results 60 %, process 30 %, the leader's judgement 10 %"),
    items: [
      measured({ kpi: "signed_amount", weight: "40", rule: proportional("0.6") }),
      measured({ kpi: "collection_rate_due", weight: "20", rule: COLLECTION, target: null }),
      measured({ kpi: "visit_count", weight: "15", rule: proportional() }),
      measured({ kpi: "entry_timely_rate", weight: "15", rule: deduct("0.9", "below", "0.05", "-10"), target: null }),
      judged("teamwork", "协作与责任", "Teamwork", "10", "manager"),
      awarded("contribution", "案例分享与带新", "Cases shared, newcomers helped", "bonus", "5"),
      awarded("discipline", "违纪扣分", "Discipline", "penalty", "10"),
    ],
  }),
] as const;
