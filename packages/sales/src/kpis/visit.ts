import { text } from "../define.ts";
import { kpisOf } from "./define.ts";

const kpi = kpisOf("visit", text("见对的人，说到点子上", "Meet the right people and say what matters"));

export const visitKpis = [
  kpi("visit_count", "拜访数", "Visits", {
    type: "process",
    step: "count",
    owner: "rep",
    tags: ["拜访", "核心"],
    zh: [
      "期内上门拜访的次数，最基础的动作量。",
      "方式为上门拜访的跟进数，按发生日归期。",
      "一周排三到四个半天在外面，同区域的串成一条线。",
      "只考次数会变成打卡，至少配一个质量指标。",
    ],
    en: [
      "Visits in person: the basic amount of activity.",
      "Follow-ups of the kind visit, by the day they happened.",
      "Three or four half days out a week, joined by area.",
      "Counted alone it turns into stamping: add one KPI of quality.",
    ],
  }),
  kpi("first_visit_count", "首次拜访数", "First visits", {
    type: "process",
    step: "count",
    owner: "rep",
    tags: ["拜访", "新客户"],
    zh: [
      "第一次上门见的客户数，新业务的源头。",
      "方式为上门拜访且勾选首次拜访的跟进数，按发生日归期。",
      "线索转化后三天内约首访，带行业案例去。",
      "同一客户只能有一次首访，换联系人不算。",
    ],
    en: [
      "First calls at a customer: where new business begins.",
      "Visits marked as first visit, by the day they happened.",
      "Arrange it within three days of the lead; bring a case of the trade.",
      "A customer has one first visit; another contact is not another.",
    ],
  }),
  kpi("remote_follow_up_count", "电话与线上跟进数", "Calls and online meetings", {
    type: "process",
    step: "count",
    owner: "rep",
    tags: ["跟进", "内销"],
    zh: [
      "不出门的跟进：电话和线上会议。",
      "方式为电话或线上会议的跟进数，按发生日归期；微信邮件不计。",
      "固定黄金时段打电话，线上演示录屏复用。",
      "未接通不要记；和接通后的转化一起看。",
    ],
    en: [
      "Follow-ups without travel: calls and online meetings.",
      "Follow-ups of the kinds call and online, by the day; messages do not count.",
      "Keep fixed hours for calls; record demos to use again.",
      "Do not note calls nobody took; see what came of them.",
    ],
  }),
  kpi("effective_visit_rate", "有效拜访率", "Effective visits", {
    type: "process",
    step: "rate",
    owner: "leader",
    tags: ["拜访", "质量"],
    zh: [
      "聊得够久、又约定了下一步的拜访占几成。",
      "上门拜访中时长不少于 30 分钟且填了下一步的比例，按发生日。",
      "去之前写好要拿到什么承诺，离开前约好下一次。",
      "时长自己填，主管抽查协访时核对。",
    ],
    en: [
      "Visits long enough and with a next step agreed.",
      "Share of visits of 30 minutes or more with a next step, by the day.",
      "Know before what promise you want; agree on the next date before leaving.",
      "Minutes are typed by hand: leaders check when they go along.",
    ],
  }),
  kpi("decider_rate", "见到决策人比例", "Decision makers met", {
    type: "process",
    step: "rate",
    owner: "leader",
    tags: ["拜访", "大客户"],
    zh: [
      "上门拜访里真正见到能拍板的人的比例。",
      "勾选见到决策人的拜访 ÷ 上门拜访，按发生日。",
      "请支持者引见，用高层对等拜访打开门。",
      "副手不是决策人，填写口径要统一。",
    ],
    en: [
      "How often a visit reached the one who decides.",
      "Visits with the decision maker ÷ visits, by the day.",
      "Let your champion introduce you; bring your own leader.",
      "A deputy does not decide: agree on what counts.",
    ],
  }),
  kpi("second_follow_up_rate", "二次跟进及时率", "Second follow-up in time", {
    type: "process",
    step: "rate",
    owner: "rep",
    tags: ["跟进", "及时", "核心"],
    zh: [
      "首次拜访后三天内又跟进的比例，趁热打铁。",
      "首次拜访中二次跟进日在三个自然日内的比例，按首访日归期。",
      "首访当天发纪要，第二天就约下一次。",
      "发一条问候不算跟进，要推进一件事。",
    ],
    en: [
      "How often a first visit was followed up within three days.",
      "Share of first visits whose second follow-up came within three calendar days.",
      "Send minutes the same day, arrange the next date the day after.",
      "A greeting is no follow-up: something must move.",
    ],
  }),
  kpi("visit_to_deal", "首访转商机率", "First visits that became deals", {
    type: "process",
    step: "rate",
    owner: "leader",
    tags: ["拜访", "转化"],
    zh: [
      "首次拜访有多少带出了商机。",
      "期内首次拜访中关联了商机的比例，按首访日归期。",
      "首访只问三件事：现状、代价、时间表。",
      "商机晚立项会让近期偏低，回头看会升上去。",
    ],
    en: [
      "How many first visits led to a deal.",
      "Share of the period's first visits with a deal behind them.",
      "Ask three things at the first visit: how it is, what it costs, by when.",
      "Deals noted later lift past months: recent ones look low.",
    ],
  }),
  kpi("median_visit_minutes", "拜访时长中位数", "Median length of a visit", {
    type: "process",
    step: "count",
    owner: "leader",
    tags: ["拜访", "中位数"],
    zh: [
      "一次上门通常聊多久；中位数不受个别长会影响。",
      "填了时长的上门拜访的分钟数中位数，按发生日，团队重新计算。",
      "准备议程和两个要问的人，少推销多提问。",
      "不是越长越好，超过 90 分钟先看有没有推进。",
    ],
    en: [
      "How long a visit usually lasts; one long meeting does not move the median.",
      "Median minutes of visits, by the day, worked out anew for teams.",
      "Bring an agenda and two people to ask for; ask more than you tell.",
      "Longer is not better: beyond 90 minutes see what moved.",
    ],
  }),
  kpi("joint_visit_count", "协访次数", "Joint visits", {
    type: "support",
    step: "count",
    owner: "leader",
    tags: ["拜访", "辅导"],
    zh: [
      "主管陪同销售上门的次数，现场辅导。",
      "勾选主管协访的上门拜访数，按发生日归期。",
      "每个新人每周至少一次，事后十分钟复盘。",
      "主管不要抢着讲，一次只练一个动作。",
    ],
    en: [
      "Visits a leader went along on, to coach on the spot.",
      "Visits marked as with the leader, by the day.",
      "At least one a week for every newcomer, ten minutes of review after.",
      "The leader should not do the talking: one skill at a time.",
    ],
  }),
] as const;
