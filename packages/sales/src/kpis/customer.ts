import { text } from "../define.ts";
import { kpisOf } from "./define.ts";

const kpi = kpisOf("customer", text("客户越做越多、越做越深", "More customers, and deeper relations"));

export const customerKpis = [
  kpi("new_customer_count", "新增客户数", "New customers", {
    type: "process",
    step: "count",
    owner: "leader",
    tags: ["客户", "新客户"],
    zh: [
      "期内建档的潜在和成交客户。",
      "状态为潜在或成交的客户数，按建档日归期。",
      "划清行业和区域名单，每周固定半天拓新。",
      "只建档不跟进没有意义，和首次拜访、资料完整率一起考。",
    ],
    en: [
      "Prospects and customers put on file in the period.",
      "Customers in state prospect or active, by filing day.",
      "Keep a list by trade and region; half a day a week for new ones.",
      "Files without visits mean nothing: pair it with first visits and completeness.",
    ],
  }),
  kpi("new_buying_customers", "新成交客户数", "New buying customers", {
    type: "result",
    step: "count",
    owner: "director",
    tags: ["客户", "新客户", "去重"],
    zh: [
      "第一次签约的客户有几家。",
      "新签合同涉及的客户去重计数，按签约日；团队的数重新去重，不是各人相加。",
      "缩短首单决策，用小单换信任。",
      "去重指标，个人之和可能大于团队，这是对的。",
    ],
    en: [
      "How many customers signed for the first time.",
      "Distinct customers of new business, by signing day; a team's count is made anew.",
      "Make the first decision small and easy.",
      "A distinct count: people may add up to more than the team, and that is right.",
    ],
  }),
  kpi("repeat_amount", "老客户复购额", "Repeat business", {
    type: "result",
    step: "money",
    owner: "leader",
    tags: ["客户", "复购"],
    zh: [
      "老客户增购、复购和续约带来的签约额。",
      "合同类型为增购复购或续约的合同金额之和，按签约日归期。",
      "按使用情况做季度回访，带着增购方案去续约。",
      "靠续约撑住的增长要看新客户签约额有没有跟上。",
    ],
    en: [
      "What existing customers signed: more, again, and renewals.",
      "Sum of contracts of the types repeat business and renewal, by signing day.",
      "Visit by quarter with usage in hand; bring an offer to the renewal.",
      "If only renewals grow, check new business.",
    ],
  }),
  kpi("renewal_rate", "续约率", "Renewal rate", {
    type: "result",
    step: "rate",
    owner: "leader",
    tags: ["客户", "续约", "核心"],
    zh: [
      "到期的合同有多少续上了。",
      "到期日在期内的合同中，填了续约日的比例，按到期日归期。",
      "到期前 90 天开始谈，前 30 天见决策人。",
      "本期到期少时一家就差很多；提前续约的也算在到期月。",
    ],
    en: [
      "How many of the contracts that end were renewed.",
      "Share of the contracts ending in the period that have a renewal day, by ending day.",
      "Begin 90 days before the end; meet who decides 30 days before.",
      "With few endings one customer is much; early renewals count in the month of the end.",
    ],
  }),
  kpi("lost_customer_count", "流失客户数", "Customers lost", {
    type: "result",
    step: "count",
    owner: "leader",
    tags: ["客户", "流失", "越低越好"],
    zh: [
      "期内确认流失的客户。",
      "状态为流失的客户数，按流失日归期。",
      "90 天没有联系的客户自动进预警，主管带队挽回。",
      "不标流失不等于没流失，和在手客户数、拜访覆盖率对照。",
    ],
    en: [
      "Customers found lost in the period.",
      "Customers in state lost, by the day of loss.",
      "Who was not met for 90 days is warned of; the leader goes along to win them back.",
      "Not marking losses does not avoid them: compare customers in hand and coverage.",
    ],
  }),
  kpi("customers_in_hand", "在手客户数", "Customers in hand", {
    type: "support",
    step: "count",
    owner: "leader",
    tags: ["客户", "存量"],
    zh: [
      "每个人手上正在经营的客户数，看负荷是否合理。",
      "每人期内最近一次周盘点的在手客户，人与人相加，时间上取最后一次。",
      "太多就分给新人，太少就补线索。",
      "存量指标；囤着不跟的客户要回收到公海。",
    ],
    en: [
      "How many customers everybody keeps: whether the load is right.",
      "Everybody's latest weekly review: added over people, the last one over time.",
      "Too many: hand some to newcomers; too few: give leads.",
      "A stock; customers nobody follows go back to the pool.",
    ],
  }),
  kpi("key_coverage", "重点客户拜访覆盖率", "Key customers visited", {
    type: "process",
    step: "rate",
    owner: "leader",
    tags: ["客户", "大客户", "拜访"],
    zh: [
      "手上的 A 级客户这一期上门见过几成。",
      "期内上门拜访过的 A 级客户（去重）÷ 最近一次盘点的 A 级客户数。",
      "月初排好 A 级客户拜访计划，路线串起来跑。",
      "走过场的拜访也算覆盖，和有效拜访率一起看。",
    ],
    en: [
      "The share of tier A customers met in person this period.",
      "Distinct tier A customers visited ÷ tier A customers of the latest review.",
      "Plan these visits at the start of the month and join them into routes.",
      "A short call in passing counts too: pair it with effective visits.",
    ],
  }),
  kpi("satisfaction", "客户满意度", "Customer satisfaction", {
    type: "result",
    step: "score",
    owner: "ops",
    tags: ["服务", "体验"],
    zh: [
      "服务单解决后客户打的分，1 到 10。",
      "期内解决且有评分的服务单平均分，按解决日归期；没评分的不计。",
      "先解决再关单，低于 6 分的当天回访。",
      "只请满意的客户评分会虚高，同时看评分率。",
    ],
    en: [
      "What customers give when a case is solved, 1 to 10.",
      "Mean score of the cases solved in the period that were rated.",
      "Solve before closing; call back the same day below 6.",
      "Asking only happy customers flatters: see how many are rated.",
    ],
  }),
  kpi("complaint_count", "投诉数", "Complaints", {
    type: "result",
    step: "count",
    owner: "ops",
    tags: ["服务", "越低越好"],
    zh: [
      "期内受理的客户投诉。",
      "类型为投诉的服务单数，按受理日归期。",
      "同一原因出现三次就改流程，而不是再道一次歉。",
      "目标为 0 时不能用比例计分，改用每件扣分；别让考核压住登记。",
    ],
    en: [
      "Complaints taken in the period.",
      "Cases of the type complaint, by the day they came in.",
      "After three of a kind change the process instead of saying sorry again.",
      "A target of 0 needs points off per case, not a ratio; and scores must not stop people from noting complaints.",
    ],
  }),
] as const;
