import { text } from "../define.ts";
import { kpisOf } from "./define.ts";

const kpi = kpisOf("revenue", text("做大有质量的收入", "More revenue, and of good quality"));

export const revenueKpis = [
  kpi("signed_amount", "签约额", "Signed amount", {
    type: "result",
    step: "money",
    owner: "director",
    tags: ["核心", "收入", "合同"],
    zh: [
      "期内签下来的生意总额，销售最根本的产出。",
      "状态为已签约或已完成的合同金额之和，按签约日归期，归签约当天的负责人。",
      "先看新增商机和赢单率哪一头短，再看客单价；月初就盯在手商机够不够。",
      "期末压单会透支下期；未收到款的签约不是现金，要和回款率一起看。",
    ],
    en: [
      "The business signed in the period, the basic output of sales.",
      "Sum of the amounts of contracts signed or completed, by signing day, credited to the owner of that day.",
      "See which is short, new deals or the win rate, then the size of a contract; check the pipeline early in the month.",
      "Deals pushed in at month end are taken from the next; a signature is not cash, so read it beside collection.",
    ],
  }),
  kpi("won_amount", "赢单金额", "Won amount", {
    type: "result",
    step: "money",
    owner: "director",
    tags: ["收入", "商机"],
    zh: [
      "期内拿下的商机金额，比签约额早几天知道结果。",
      "阶段为赢单的商机金额之和，按结单日归期。",
      "守住谈判阶段的大单，每周复盘卡住的三个商机。",
      "商机金额可能与合同金额不同；赢单后迟迟不签，两个数会分开，要追差额。",
    ],
    en: [
      "The amount of deals won, known some days before the contract.",
      "Sum of the amounts of deals in stage won, by closing day.",
      "Hold the big deals in negotiation; review three stuck deals every week.",
      "A deal's amount may differ from its contract; if wins are not signed, ask where the difference stays.",
    ],
  }),
  kpi("won_count", "赢单数", "Deals won", {
    type: "result",
    step: "count",
    owner: "leader",
    tags: ["商机", "数量"],
    zh: [
      "期内赢了多少单，看成交的面有多宽。",
      "阶段为赢单的商机个数，按结单日归期。",
      "增加进入方案阶段的商机，缩短每一阶段的停留。",
      "只考单数会拆小单，要和客单价一起看。",
    ],
    en: [
      "How many deals were won: how wide the business is.",
      "Number of deals in stage won, by closing day.",
      "Bring more deals to the proposal; shorten the wait in every stage.",
      "Counting alone invites small deals; read it beside the average contract.",
    ],
  }),
  kpi("new_signed_amount", "新客户签约额", "Signed with new customers", {
    type: "result",
    step: "money",
    owner: "director",
    tags: ["收入", "新客户"],
    zh: [
      "新客户带来的签约，衡量开疆拓土。",
      "合同类型为新签的合同金额之和，按签约日归期。",
      "盯首次拜访和线索转化，给新客户准备小而快的首单方案。",
      "同一集团换主体签约不算新客户，合同类型要如实填。",
    ],
    en: [
      "What new customers signed: growth into new ground.",
      "Sum of contracts of the type new business, by signing day.",
      "Watch first visits and lead conversion; have a small, quick first offer ready.",
      "Another company of the same group is not a new customer; the type must be true.",
    ],
  }),
  kpi("big_deal_amount", "大单签约额", "Signed in big deals", {
    type: "result",
    step: "money",
    owner: "director",
    tags: ["收入", "大客户"],
    zh: [
      "单份 30 万元以上合同的总额，看拿大单的能力。",
      "金额不低于 30 万元的合同金额之和，按签约日归期；门槛可在指标里改。",
      "早介入预算期，见到决策人，方案和商务两条线并行。",
      "大单少、波动大，按季度看更稳；不要为凑门槛合并小单。",
    ],
    en: [
      "Contracts of 300,000 yuan and more: the skill for big deals.",
      "Sum of contracts of at least 300,000 yuan, by signing day; the limit is part of the metric.",
      "Be there when budgets are made, meet who decides, run proposal and terms side by side.",
      "Few and uneven: a quarter tells more than a month; do not merge small deals to pass the limit.",
    ],
  }),
  kpi("average_contract", "客单价", "Average contract", {
    type: "result",
    step: "money",
    owner: "leader",
    tags: ["收入", "质量"],
    zh: [
      "平均一份合同签多少钱。",
      "期内合同金额的平均值，按签约日；团队的数由全部合同重算，不是各人平均再平均。",
      "选对客户，打包产品线，少用折扣换速度。",
      "一份超大单会拉高整月，看中位数或剔除后再判断。",
    ],
    en: [
      "What a contract is worth on average.",
      "Mean contract amount by signing day; a team's is worked out anew from all contracts.",
      "Choose the right customers, sell product lines together, trade less discount for speed.",
      "One huge contract lifts a whole month; look again without it.",
    ],
  }),
  kpi("gross_margin", "毛利额", "Gross margin", {
    type: "result",
    step: "money",
    owner: "director",
    tags: ["利润", "核心"],
    zh: [
      "签约带来的毛利，比收入更接近公司真正挣到的钱。",
      "合同金额减成本之和，按签约日；成本未填的合同不计入。",
      "守住折扣，多卖高毛利产品线，控制定制范围。",
      "成本晚填会让本月偏低，月末检查未填成本的合同。",
    ],
    en: [
      "The margin that signatures bring: closer to what the company earns than revenue.",
      "Sum of contract amount less cost, by signing day; contracts without a cost do not count.",
      "Hold discounts, sell lines with more margin, limit custom work.",
      "Costs entered late make the month look low; check contracts without a cost at month end.",
    ],
  }),
  kpi("gross_margin_rate", "毛利率", "Gross margin rate", {
    type: "result",
    step: "rate",
    owner: "director",
    tags: ["利润", "质量"],
    zh: [
      "每签一百元留下多少毛利。",
      "毛利额 ÷ 已核成本的签约额，分子分母各自汇总后再除。",
      "按产品线看结构，低毛利订单要主管批准。",
      "比率高不等于挣得多，要和毛利额一起看。",
    ],
    en: [
      "How much margin is left of every hundred yuan signed.",
      "Margin ÷ amount of the contracts with a known cost, each summed before dividing.",
      "Look by product line; low margins need the leader's word.",
      "A high rate is not much money: read it beside the margin.",
    ],
  }),
  kpi("discount_rate", "平均折扣率", "Average discount", {
    type: "process",
    step: "rate",
    owner: "leader",
    tags: ["价格", "区间"],
    target: { kind: "maintain", least: "0", most: "0.08" },
    zh: [
      "为成交让了多少价；应在 0%–8% 的区间里，不是越低越好。",
      "（标准价金额 − 合同金额）÷ 标准价金额，按签约日汇总后再除。",
      "先谈价值和付款条件，再谈价；超出区间走审批。",
      "长期为 0 可能是在丢价格敏感的单；标准价不更新，这个数就没有意义。",
    ],
    en: [
      "How much price was given for deals; it belongs between 0 and 8 %, lower is not always better.",
      "(List amount − contract amount) ÷ list amount, summed by signing day before dividing.",
      "Talk value and terms of payment before price; ask approval beyond the band.",
      "Always 0 may mean price-sensitive deals are lost; without current list prices it says nothing.",
    ],
  }),
] as const;
