import { text } from "../define.ts";
import { kpisOf } from "./define.ts";

const kpi = kpisOf("efficiency", text("每一步都更快、更准", "Every step quicker and surer"));

export const efficiencyKpis = [
  kpi("won_days", "平均成交周期", "Days to win", {
    type: "process",
    step: "days",
    owner: "leader",
    tags: ["周期", "越低越好"],
    zh: [
      "从第一次接触到赢单平均几天。",
      "期内赢单商机的（结单日 − 接触日期）平均天数，按结单日归期。",
      "看卡在哪个阶段：方案久就备模板，谈判久就早见决策人。",
      "清掉一批老单会让当月变长；按产品线分开看才公平。",
    ],
    en: [
      "Mean days from first contact to the win.",
      "Mean of closing day − first contact of the deals won, by closing day.",
      "See which stage holds: templates for slow proposals, deciders earlier for slow talks.",
      "Closing old deals makes a month look long; compare within a product line.",
    ],
  }),
  kpi("quote_count", "报价数", "Quotes", {
    type: "support",
    step: "count",
    owner: "ops",
    tags: ["报价", "方案"],
    zh: [
      "期内发出的报价份数，售前的工作量。",
      "状态为已发出、已接受或已拒绝的报价数，按报价日期归期。",
      "用模板，标准型号当天报。",
      "同一客户反复报价会虚高，看报价接受率。",
    ],
    en: [
      "Quotes sent in the period: the work of presales.",
      "Quotes sent, accepted or refused, by quoting day.",
      "Use templates; quote standard models the same day.",
      "Quoting one customer again and again inflates it: see quotes accepted.",
    ],
  }),
  kpi("quote_conversion", "报价接受率", "Quotes accepted", {
    type: "process",
    step: "rate",
    owner: "leader",
    tags: ["报价", "转化"],
    zh: [
      "得到答复的报价有几成被接受。",
      "期内得到答复的报价中状态为已接受的比例，按答复日归期。",
      "报价前确认预算和决策流程，一次给两档方案。",
      "没有答复的不在分母里，过期报价要催或关。",
    ],
    en: [
      "How many of the answered quotes were accepted.",
      "Share accepted of the quotes answered in the period, by the day of the answer.",
      "Know budget and process before quoting; offer two levels.",
      "Unanswered quotes are not below the line: chase or close those that expired.",
    ],
  }),
  kpi("quote_response_days", "报价响应天数", "Days to quote", {
    type: "support",
    step: "days",
    owner: "ops",
    tags: ["报价", "中位数", "越低越好"],
    zh: [
      "客户要报价后几天发出。",
      "报价日期 − 客户索价日的中位数，按报价日期归期；没填索价日的不计。",
      "价格表授权到人，非标件先给区间价。",
      "抢快报错更伤人，和报价接受率一起看。",
    ],
    en: [
      "Days from the customer's asking to the quote.",
      "Median of quoting day − day asked, by quoting day; quotes without the day asked do not count.",
      "Give people a price list to use; name a range for special parts.",
      "Quick and wrong is worse: pair it with quotes accepted.",
    ],
  }),
  kpi("proposal_rate", "需求转方案率", "Analysis to proposal", {
    type: "process",
    step: "rate",
    owner: "leader",
    tags: ["阶段转化"],
    zh: [
      "进了需求分析的商机有多少走到方案。",
      "期内进入需求分析的商机中，到过方案制定的比例，按进入需求分析的日期归期。",
      "需求单要写清痛点、预算、时间，缺一项不进方案。",
      "近期进入的还在路上，最近一个月偏低是正常的。",
    ],
    en: [
      "How many deals in analysis come to a proposal.",
      "Share of the deals that began analysis in the period and reached a proposal.",
      "No proposal without pain, budget and date on paper.",
      "Deals of the last month are still under way: low is normal.",
    ],
  }),
  kpi("negotiation_rate", "方案转谈判率", "Proposal to negotiation", {
    type: "process",
    step: "rate",
    owner: "leader",
    tags: ["阶段转化", "方案"],
    zh: [
      "给了方案的商机有多少谈到商务。",
      "期内进入方案制定的商机中，到过跟进谈判的比例，按进入方案的日期归期。",
      "方案当面讲，不发完就等；讲完当场约商务会。",
      "把阶段随手往后拖会虚高，进谈判要有客户的书面反馈。",
    ],
    en: [
      "How many proposals come to talks about terms.",
      "Share of the deals that began a proposal in the period and reached negotiation.",
      "Present in person; arrange the talk about terms on the spot.",
      "Stages moved by habit flatter it: ask for the customer's written answer.",
    ],
  }),
  kpi("on_promise_rate", "按期签约率", "Deals won as promised", {
    type: "process",
    step: "rate",
    owner: "leader",
    tags: ["预测", "周期"],
    zh: [
      "赢下的单有多少没有晚于当初承诺的日子，看预测准不准。",
      "期内赢单中结单日不晚于首次承诺签约日的比例，按结单日归期。",
      "承诺日由客户的动作倒推，不由愿望决定。",
      "故意承诺得晚会显得准，和成交周期一起看。",
    ],
    en: [
      "How many wins came no later than first promised: whether forecasts hold.",
      "Share of wins with a closing day no later than the first promised one.",
      "Derive the promise from what the customer must do, not from hope.",
      "Late promises look exact: pair it with days to win.",
    ],
  }),
  kpi("amount_per_visit", "单次拜访产出", "Signed per visit", {
    type: "process",
    step: "money",
    owner: "leader",
    tags: ["人效", "拜访"],
    zh: [
      "跑一趟平均签回多少钱，看拜访花在哪里。",
      "期内签约额 ÷ 期内拜访数，各自汇总后再除。",
      "把拜访往高潜客户倾斜，低价值的改电话。",
      "签约来自更早的拜访，单月波动大，看季度。",
    ],
    en: [
      "What a visit brings on average: where the visits go.",
      "Amount signed ÷ visits of the period, each summed before dividing.",
      "More visits to those with potential, calls to the others.",
      "Signatures come from earlier visits: a quarter tells more than a month.",
    ],
  }),
  kpi("lead_response_hours", "线索响应时长", "Hours to the first touch", {
    type: "support",
    step: "days",
    owner: "ops",
    tags: ["线索", "及时", "越低越好"],
    zh: [
      "线索进来到第一次联系平均几小时，越快转化越高。",
      "首响用时的平均值，按线索获得日期归期；还没联系的不计。",
      "上班时段自动派单，午休和周末排值班。",
      "没联系的不在里面，同时看未首响的线索清单。",
    ],
    en: [
      "Mean hours until a lead is first contacted: the quicker, the more convert.",
      "Mean hours to the first touch, by the day the lead came; untouched leads do not count.",
      "Assign at once in working hours; keep somebody on duty at noon and weekends.",
      "Leads nobody touched are not in it: see their list too.",
    ],
  }),
  kpi("case_days", "服务单解决时长", "Days to solve a case", {
    type: "support",
    step: "days",
    owner: "ops",
    tags: ["服务", "越低越好"],
    zh: [
      "客户的问题平均几天解决。",
      "期内解决的服务单（解决日 − 受理日）平均天数，按解决日归期。",
      "分级处理，故障先恢复再查因。",
      "先关单再重开会虚低，和满意度一起看。",
    ],
    en: [
      "Mean days until a customer's case is solved.",
      "Mean of day solved − day opened of the cases solved, by the day solved.",
      "Work by urgency; restore first, find the cause after.",
      "Closing and reopening flatters it: pair it with satisfaction.",
    ],
  }),
] as const;
