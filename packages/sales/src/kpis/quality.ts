import { text } from "../define.ts";
import { kpisOf } from "./define.ts";

const kpi = kpisOf("quality", text("数据可信，过程可管", "Data to trust, a process to steer"));

export const qualityKpis = [
  kpi("customer_completeness", "客户资料完整率", "Completeness of customer files", {
    type: "support",
    step: "rate",
    owner: "ops",
    tags: ["数据", "客户"],
    zh: [
      "新建客户的要紧资料填了几成。",
      "行业、分层、类型、电话、地区、员工数、来源、网址 8 项的平均填写比例，按建档日归期。",
      "建档表单设必填，首访后当天补齐。",
      "乱填比空着更糟，每月抽查十家。",
    ],
    en: [
      "How much of what matters is filled in of new customers.",
      "Mean share filled of eight fields (trade, tier, type, phone, region, staff, source, website), by filing day.",
      "Make fields required; complete them on the day of the first visit.",
      "Wrong is worse than empty: check ten a month.",
    ],
  }),
  kpi("entry_timely_rate", "录入及时率", "Recorded in time", {
    type: "support",
    step: "rate",
    owner: "ops",
    tags: ["数据", "及时", "核心"],
    zh: [
      "跟进有没有在第二天之前录进来。",
      "跟进中录入日不晚于发生日次日的比例，按发生日归期。",
      "出客户门就用手机记，语音转文字两分钟完成。",
      "周五的跟进周一录会算晚，节假日前当天录完。",
    ],
    en: [
      "Whether follow-ups are recorded by the next day.",
      "Share of follow-ups recorded no later than the day after, by the day they happened.",
      "Note it on the phone at the customer's door: two minutes by voice.",
      "Friday's notes on Monday are late: finish before the weekend.",
    ],
  }),
  kpi("next_step_rate", "下一步填写率", "Next steps filled in", {
    type: "support",
    step: "rate",
    owner: "rep",
    tags: ["数据", "跟进"],
    zh: [
      "每次跟进后有没有写明下一步。",
      "跟进中填了下一步的比例，按发生日归期。",
      "下一步写成客户的动作加日期，例如“周三前给预算批复”。",
      "全写“继续跟进”等于没写，抽查内容。",
    ],
    en: [
      "Whether every follow-up names what comes next.",
      "Share of follow-ups with a next step, by the day.",
      "Write the customer's act and a date: “budget approved by Wednesday”.",
      "“Keep in touch” everywhere is nothing: read some of them.",
    ],
  }),
  kpi("overdue_task_rate", "逾期任务率", "Tasks overdue", {
    type: "process",
    step: "rate",
    owner: "rep",
    tags: ["任务", "及时", "越低越好"],
    zh: [
      "该做的事有多少拖过了截止日。",
      "期内到期的任务中，晚于截止日完成或已过期未完成的比例；不做了的不计。",
      "每天早上先清逾期，做不了的当天改期并说明。",
      "随手改截止日会掩盖拖延，主管看变更记录。",
    ],
    en: [
      "How many tasks ran past their day.",
      "Share of the tasks due in the period that were done late or are overdue; dropped ones do not count.",
      "Clear overdue ones each morning; move the others with a word why.",
      "Moving dates hides delay: leaders look into the change log.",
    ],
  }),
  kpi("loss_reason_rate", "输单原因填写率", "Reasons of losses filled in", {
    type: "support",
    step: "rate",
    owner: "leader",
    tags: ["数据", "商机"],
    zh: [
      "输掉的单有没有写明为什么，复盘的前提。",
      "期内输单商机中填了输单原因的比例，按结单日归期。",
      "关单时必选原因，金额大的补一段经过。",
      "全选“价格”要追问，看价格输单占比。",
    ],
    en: [
      "Whether losses say why: without it nothing is learnt.",
      "Share of the deals lost in the period with a reason, by closing day.",
      "Make the reason required; large losses get a paragraph.",
      "“Price” everywhere needs a second question: see the share lost on price.",
    ],
  }),
  kpi("decision_maker_rate", "决策人识别率", "Decision makers known", {
    type: "support",
    step: "rate",
    owner: "leader",
    tags: ["数据", "商机"],
    zh: [
      "新商机有没有弄清谁拍板。",
      "期内新增商机中填了决策人的比例，按接触日期归期。",
      "首访就问采购流程和签字人，两周内补齐。",
      "填联系人当决策人会误导预测，协访时核实。",
    ],
    en: [
      "Whether new deals know who decides.",
      "Share of the period's new deals with a named decision maker, by the day of first contact.",
      "Ask for process and signatory at the first visit; complete it in two weeks.",
      "A contact noted as decider misleads forecasts: check on joint visits.",
    ],
  }),
  kpi("audit_score", "流程合规抽查得分", "Process audit score", {
    type: "support",
    step: "score",
    owner: "director",
    tags: ["合规", "手工录入"],
    zh: [
      "按检查表抽查过程记录得到的分，满分 100。",
      "运营每月逐人抽查并录入，总监确认后才计入；团队取平均，没抽查到的人没有数据。",
      "抽查表提前公开，扣分项当面讲清怎么改。",
      "样本太少别进考核，每人每月至少抽五条。",
    ],
    en: [
      "Points of a check of process records, out of 100.",
      "Operations check everybody once a month and enter the points; they count once the director confirms; teams get the mean.",
      "Publish the list of checks beforehand; explain every deduction.",
      "Too few samples do not belong on a card: five a person and month at least.",
    ],
  }),
] as const;
