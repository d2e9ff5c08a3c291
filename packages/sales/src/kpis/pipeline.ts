import { text } from "../define.ts";
import { kpisOf } from "./define.ts";

const kpi = kpisOf("pipeline", text("下个月的单现在就有着落", "Next month's deals are in sight today"));

export const pipelineKpis = [
  kpi("lead_count", "新增线索", "New leads", {
    type: "support",
    step: "count",
    owner: "ops",
    tags: ["线索", "市场"],
    zh: [
      "期内得到的、联系得上的线索。",
      "留有电话或邮箱的线索数，按获得日期归期。",
      "看来源的转化率再加投入，停掉只有数量的渠道。",
      "数量好看、没人跟进是浪费，和响应时长、转化率一起看。",
    ],
    en: [
      "Leads that came and can be reached.",
      "Leads with a phone number or address, by the day they came.",
      "Put money where leads convert; stop channels that only count.",
      "Many leads nobody calls are waste: pair it with response time and conversion.",
    ],
  }),
  kpi("self_sourced_leads", "自拓线索数", "Leads found by oneself", {
    type: "process",
    step: "count",
    owner: "rep",
    tags: ["线索", "自拓"],
    zh: [
      "销售自己找来的线索，不靠市场投放。",
      "来源为转介绍、电话拓展、展会且联系得上的线索数，按获得日期归期。",
      "每次拜访要一个转介绍，展会当天录入。",
      "来源要如实选；从旧名单翻录不算新增。",
    ],
    en: [
      "Leads that sellers found themselves.",
      "Reachable leads from referrals, cold calls and exhibitions, by the day they came.",
      "Ask for one referral at every visit; enter those of an exhibition the same day.",
      "The source must be true; copying old lists is not finding.",
    ],
  }),
  kpi("lead_conversion", "线索转化率", "Lead conversion", {
    type: "process",
    step: "rate",
    owner: "leader",
    tags: ["线索", "转化"],
    zh: [
      "得到的线索有多少变成客户或商机。",
      "期内获得的线索中状态为已转化的比例，分子分母按同一批线索。",
      "当天首响，三次不同方式触达后再作废。",
      "本月刚得的线索还没来得及转化，月初偏低是正常的。",
    ],
    en: [
      "How many leads become customers or deals.",
      "Share of the period's leads that were qualified: one batch above and below the line.",
      "Answer the same day; try three ways before giving up.",
      "Leads of this month had little time: low at first is normal.",
    ],
  }),
  kpi("engaged_count", "新增商机", "New opportunities", {
    type: "process",
    step: "count",
    owner: "leader",
    tags: ["商机", "核心"],
    zh: [
      "期内新立项的商机，决定两三个月后的签约。",
      "已关联客户的商机数，按接触日期归期。",
      "从首次拜访里挖需求，老客户每季度问一次新项目。",
      "为凑数立空商机会拉低赢单率，两个一起考就没人凑。",
    ],
    en: [
      "Deals begun in the period: they decide what is signed in two or three months.",
      "Deals with a customer, by the day of first contact.",
      "Find needs at first visits; ask old customers each quarter.",
      "Empty deals lower the win rate: with both on the card nobody invents them.",
    ],
  }),
  kpi("pipeline_stock", "在手商机金额", "Pipeline in hand", {
    type: "process",
    step: "money",
    owner: "leader",
    tags: ["商机", "存量"],
    zh: [
      "此刻手上还没结的商机总额。",
      "每人期内最近一次周盘点的在手商机金额，人与人相加，时间上取最后一次。",
      "低于下月目标的三倍就补商机，高于五倍就清理。",
      "存量指标，几周不能相加；僵尸商机会让它虚胖。",
    ],
    en: [
      "The amount of open deals at this moment.",
      "Everybody's latest weekly review: added over people, the last one over time.",
      "Below three times next month's goal find more, above five clean up.",
      "A stock: weeks are never added; dead deals make it look fat.",
    ],
  }),
  kpi("pipeline_coverage", "商机覆盖倍数", "Pipeline coverage", {
    type: "process",
    step: "rate",
    owner: "leader",
    tags: ["商机", "区间", "核心"],
    target: { kind: "maintain", least: "3", most: "5" },
    zh: [
      "在手商机是下月还需签约额的几倍；3 到 5 倍最健康。",
      "最近一次盘点的在手商机金额 ÷ 下月还需签约额，各自汇总后再除。",
      "不足三倍先补商机，超过五倍先清理停滞的。",
      "赢单率高的团队可以低一些，按自己的历史赢单率定区间。",
    ],
    en: [
      "How many times next month's need is in the pipeline; 3 to 5 is healthy.",
      "Pipeline of the latest review ÷ still to be signed next month, each summed before dividing.",
      "Below three find deals, above five clean the stalled ones.",
      "Teams that win more need less: set the band by your own win rate.",
    ],
  }),
  kpi("win_rate", "赢单率", "Win rate", {
    type: "process",
    step: "rate",
    owner: "leader",
    tags: ["商机", "转化", "核心"],
    zh: [
      "结掉的商机里赢了几成。",
      "赢单数 ÷（赢单数 + 输单数），按结单日归期，团队重新计算。",
      "早筛掉不匹配的，方案前必须见到决策人。",
      "输单不关会让它虚高，和停滞商机数一起看。",
    ],
    en: [
      "The share of closed deals that were won.",
      "Won ÷ (won + lost), by closing day, worked out anew for teams.",
      "Drop poor fits early; meet who decides before the proposal.",
      "Losses left open flatter it: see stalled deals too.",
    ],
  }),
  kpi("stalled_deals", "停滞商机数", "Stalled deals", {
    type: "process",
    step: "count",
    owner: "leader",
    tags: ["商机", "存量", "越低越好"],
    zh: [
      "30 天没有推进过阶段的在手商机。",
      "每人期内最近一次周盘点的停滞商机数，人与人相加，时间上取最后一次。",
      "每周会上每人选一个：推进、换打法或关掉。",
      "为清零把还有希望的单关掉得不偿失，关单要写原因。",
    ],
    en: [
      "Open deals that moved no stage in 30 days.",
      "Everybody's latest weekly review: added over people, the last one over time.",
      "Each week everybody takes one: move it, try another way, or close it.",
      "Closing hopeful deals to reach 0 is a loss: every closing has a reason.",
    ],
  }),
] as const;
