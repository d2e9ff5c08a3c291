import { text } from "../define.ts";
import { kpisOf } from "./define.ts";

const kpi = kpisOf("cash", text("签下来的都收得回来", "What is signed is collected"));

export const cashKpis = [
  kpi("cash_amount", "回款额", "Cash received", {
    type: "result",
    step: "money",
    owner: "director",
    tags: ["核心", "回款", "现金"],
    zh: [
      "期内真正到账的钱，退款已扣。",
      "到账金额之和，退款为负，按到账日归期。",
      "到期前一周确认付款流程，发票先到位，大额款盯到账当天。",
      "补收旧欠也算本期，和当期到期回收率一起看才知道新账收得怎样。",
    ],
    en: [
      "The money that arrived, refunds taken off.",
      "Sum of receipts, refunds negative, by the day of arrival.",
      "A week before the due day check the payer's steps; have the invoice there; follow large sums to the day.",
      "Old debts count too: the collection rate of dues tells how new ones are paid.",
    ],
  }),
  kpi("collection_rate_due", "当期到期回收率", "Collection rate of dues", {
    type: "result",
    step: "rate",
    owner: "finance",
    tags: ["回款率", "核心"],
    zh: [
      "这一期到期的应收收回了多少；三种回款率之一，看催收的及时性。",
      "期内到期的回款计划中，已核销金额 ÷ 应收金额，按到期日归期；预收可使其超过 100%。",
      "按到期日排催收清单，逾期三天主管介入。",
      "没有到期应收时为空，不是 0；核销挂错期次会两头失真。",
    ],
    en: [
      "How much of what fell due was collected: the first of three collection rates, about being in time.",
      "Settled ÷ due of the instalments due in the period, by due day; prepayment can lift it over 100 %.",
      "Work a list by due day; the leader joins after three days of delay.",
      "Without dues it is empty, not 0; money settled on the wrong instalment bends both.",
    ],
  }),
  kpi("collection_rate_cumulative", "累计回款率", "Cumulative collection rate", {
    type: "result",
    step: "rate",
    owner: "finance",
    tags: ["回款率", "累计"],
    zh: [
      "从开始到期末，签下来的钱总共收回了多少；三种回款率之二，看整体健康。",
      "截至期末的累计回款 ÷ 截至期末的累计签约，退款为负。",
      "清理长账龄合同，分期条款前重后轻。",
      "签约快速增长时会被摊低，不代表收款变差，和到期回收率对照。",
    ],
    en: [
      "How much of all that was signed has been collected so far: the second rate, about health as a whole.",
      "Cash up to the period's end ÷ amounts signed up to the period's end, refunds negative.",
      "Clear old contracts; agree on instalments that come early.",
      "Fast growth of signatures pulls it down though collecting is no worse: compare the rate of dues.",
    ],
  }),
  kpi("invoice_collection_rate", "开票回款率", "Cash over invoiced", {
    type: "result",
    step: "rate",
    owner: "finance",
    tags: ["回款率", "开票"],
    zh: [
      "开出去的发票换回了多少现金；三种回款率之三。",
      "期内回款额 ÷ 期内开票额，各按自己的日期；红字发票和退款为负，可超过 100%。",
      "开票前确认客户能付，票到三日内约付款日。",
      "集中开票的月份会偏低；只开票不回款要查是否提前开票。",
    ],
    en: [
      "How much cash the invoices brought: the third collection rate.",
      "Cash ÷ invoiced of the period, each by its own date; red-letter invoices and refunds are negative; may exceed 100 %.",
      "Make sure the customer can pay before invoicing; agree on the day within three days.",
      "A month of many invoices looks low; invoices without cash may have been issued early.",
    ],
  }),
  kpi("invoiced_amount", "开票额", "Amount invoiced", {
    type: "support",
    step: "money",
    owner: "finance",
    tags: ["开票"],
    zh: [
      "期内开出的发票净额，回款的前一步。",
      "开票金额之和，红字发票为负，按开票日归期。",
      "验收当天发起开票，资料一次收齐。",
      "为冲开票提前开会带来税负和红冲，不宜单独重奖。",
    ],
    en: [
      "Invoices less red-letter invoices: the step before cash.",
      "Sum of invoice amounts, red-letter ones negative, by invoice day.",
      "Ask for the invoice on the day of acceptance, with all papers at once.",
      "Early invoices bring tax and corrections: do not reward it by itself.",
    ],
  }),
  kpi("overdue_stock", "逾期应收余额", "Overdue receivables", {
    type: "result",
    step: "money",
    owner: "finance",
    tags: ["应收", "存量", "越低越好"],
    zh: [
      "此刻已经过了到期日还没收到的钱。",
      "每人期内最近一次周盘点的逾期金额，人与人相加，时间上取最后一次。",
      "按金额和账龄排名，每周会上过前十笔；必要时停发货。",
      "存量指标，不能把几周加起来；没有盘点就是没有数据。",
    ],
    en: [
      "Money past its due day that has not come.",
      "The overdue amount of everybody's latest weekly review: added over people, the last one over time.",
      "Rank by amount and age, go through ten each week, stop deliveries if need be.",
      "A stock: weeks are never added up; without a review there is no figure.",
    ],
  }),
  kpi("collection_days", "加权回款天数", "Days to collect, by amount", {
    type: "result",
    step: "days",
    owner: "finance",
    tags: ["回款", "效率", "越低越好"],
    zh: [
      "一块钱从签约到到账平均要走多少天。",
      "到账日 − 签约日，按到账金额加权平均，按到账日归期。",
      "争取预付款，缩短验收和开票。",
      "收回陈年旧账会让当月变差，那是好事，看趋势不看单月。",
    ],
    en: [
      "How many days a yuan travels from signature to account.",
      "Days from signing to arrival, averaged by amount, by the day of arrival.",
      "Ask for down payments; shorten acceptance and invoicing.",
      "Old debts paid make a month look worse though that is good: watch the trend.",
    ],
  }),
  kpi("on_time_cash_rate", "按期到账率", "Cash on time", {
    type: "process",
    step: "rate",
    owner: "leader",
    tags: ["回款", "过程"],
    zh: [
      "到账的款里有多少笔没有逾期。",
      "期内到账、已挂回款计划的各笔中，到账日不晚于到期日的比例。",
      "签约时就把付款节点写清，到期前七天和前一天各提醒一次。",
      "按笔数不按金额；没收到的逾期款不在里面，要看逾期余额。",
    ],
    en: [
      "How many of the receipts were not late.",
      "Share of receipts settled on an instalment that came no later than it was due.",
      "Write the dates of payment into the contract; remind seven days and one day before.",
      "By number, not amount; overdue money that never came is not in it.",
    ],
  }),
  kpi("refund_rate", "退款率", "Refund rate", {
    type: "result",
    step: "rate",
    owner: "leader",
    tags: ["退款", "越低越好"],
    zh: [
      "收进来又退出去的比例，反映卖得对不对。",
      "期内退款额 ÷ 期内到账总额，退款算在退款当天。",
      "签约前核实需求和验收标准，不承诺做不到的。",
      "单笔大额退款会让小团队当月飙升，点开看是哪一笔。",
    ],
    en: [
      "The share of cash that went back: whether the right thing was sold.",
      "Refunds ÷ cash in of the period; a refund counts on its own day.",
      "Check needs and terms of acceptance before signing; promise nothing that cannot be done.",
      "One large refund makes a small team's month jump: open the figure and see which.",
    ],
  }),
] as const;
