import type { LintText } from "./lint-text.ts";

/** What the lint of a KPI says. */
export const kpiLintTexts: Readonly<Record<string, LintText>> = {
  kpi_s_ok: {
    says: {
      zh: "说清了算什么、按什么日期、谁负责。",
      en: "It is plain what is counted, by which date, and who answers for it.",
    },
  },
  kpi_m_ok: {
    says: {
      zh: "上一期能算出数，来源字段填得够。",
      en: "It gave a figure last period, and the fields it rests on are filled.",
    },
  },
  kpi_a_ok: {
    says: {
      zh: "还没有历史目标可对照，设目标时再检查。",
      en: "There are no past targets to hold it against; it is checked when a target is set.",
    },
  },
  kpi_r_ok: { says: { zh: "有上级目标或公司策略。", en: "It serves a goal or a named aim." } },
  kpi_t_ok: { says: { zh: "有周期和检查频率。", en: "It has a period and a rhythm of check-ins." } },
  kpi_name_vague: {
    says: { zh: "名称里的“{word}”说不清要做到什么。", en: "“{word}” in the name does not say what is to be reached." },
    mend: {
      zh: "改成能数的名称，如“新客户首次拜访数”，或写上数字。",
      en: "Name what is counted, such as “first visits to new customers”, or give a number.",
    },
  },
  kpi_no_owner: {
    says: { zh: "没有负责人。", en: "Nobody answers for it." },
    mend: { zh: "选一个人或一个角色负责，只能有一个。", en: "Choose one person or one role, and only one." },
  },
  kpi_owner_gone: {
    says: { zh: "负责人已离职或停用。", en: "The person who answers for it has left." },
    mend: { zh: "换一位在职的负责人。", en: "Name somebody who is here." },
  },
  kpi_owner_nobody: {
    says: { zh: "负责的角色下没有人。", en: "Nobody has the role that answers for it." },
    mend: { zh: "给成员分配这个角色，或换一个角色。", en: "Give somebody the role, or name another one." },
  },
  kpi_no_unit: {
    says: { zh: "单位没有名称。", en: "The unit has no name." },
    mend: { zh: "在指标里写明单位，如 次、家、份。", en: "Name the unit in the metric: visits, customers, contracts." },
  },
  kpi_no_words: {
    says: { zh: "没有说明文字，别人看不懂怎么算。", en: "There are no words on how it is counted." },
    mend: { zh: "写一句说明：算什么、不算什么。", en: "Write a sentence: what counts and what does not." },
  },
  kpi_no_basis: {
    says: {
      zh: "没有说明按什么日期归期（日期字段 {date}）。",
      en: "It is not said what its date means (field {date}).",
    },
    mend: {
      zh: "在指标里选口径日期：签约、发货、验收、开票、到期、回款、创建、进入阶段。",
      en: "Choose the date basis in the metric: signing, shipping, acceptance, invoice, due, cash, creation, stage.",
    },
  },
  kpi_no_metric: {
    says: { zh: "没有能计算的指标（{metric}）。", en: "There is no metric that can be computed ({metric})." },
    mend: {
      zh: "选一个已发布的指标，或指定数据录入人。",
      en: "Choose a published metric, or name who enters the figure.",
    },
  },
  kpi_no_data: {
    says: { zh: "按上一期（{period}）试算没有数据。", en: "Tried on the last period ({period}), it gives no data." },
    mend: {
      zh: "检查条件和日期字段，或先让业务录入数据。",
      en: "Check its conditions and date field, or have the data entered first.",
    },
  },
  kpi_zero: {
    says: { zh: "按上一期（{period}）试算是 0。", en: "Tried on the last period ({period}), it is 0." },
    mend: { zh: "确认条件没有写得太严。", en: "Make sure its conditions are not too strict." },
  },
  kpi_field_thin: {
    says: {
      zh: "字段“{field}”只有 {percent}% 的记录填了（共 {records} 条）。",
      en: "The field “{field}” is filled in only {percent} % of {records} records.",
    },
    mend: {
      zh: "把这个字段设为必填，或换一个填得全的字段。",
      en: "Make the field required, or use one that is filled.",
    },
  },
  manual_named: {
    says: {
      zh: "“{metric}”由指定的人录入、另一个人确认。",
      en: "“{metric}” is entered by a named person and confirmed by another one.",
    },
  },
  manual_nobody_enters: {
    says: { zh: "“{metric}”没有人能录入。", en: "Nobody can enter “{metric}”." },
    mend: { zh: "指定一个在职的数据录入人。", en: "Name somebody here who enters it." },
  },
  manual_nobody_confirms: {
    says: { zh: "“{metric}”没有人能确认。", en: "Nobody can confirm “{metric}”." },
    mend: { zh: "指定一个在职的确认人。", en: "Name somebody here who confirms it." },
  },
  manual_one_person: {
    says: {
      zh: "“{metric}”的录入人和确认人只有同一个人，数永远确认不了。",
      en: "Only one person can both enter and confirm “{metric}”, so nothing will ever be confirmed.",
    },
    mend: { zh: "换一个确认人，或给另一个人这个角色。", en: "Name another confirmer, or give somebody else the role." },
  },
  kpi_self_reported: {
    says: {
      zh: "负责人自己录入“{metric}”，容易失真。",
      en: "Whoever answers for “{metric}” enters it too, which invites wishful figures.",
    },
    mend: { zh: "换别人录入，如运营或财务。", en: "Have somebody else enter it, such as operations or finance." },
  },
  kpi_count_unfiltered: {
    says: {
      zh: "只数条数，没有质量条件，容易刷数。",
      en: "It counts records without asking for quality, so it is easy to pad.",
    },
    mend: {
      zh: "加一个条件，如“有纪要”“见到决策人”。",
      en: "Add a condition, such as “has minutes” or “met the decision maker”.",
    },
  },
  kpi_rarely_attained: {
    says: { zh: "过去 {of} 个目标只有 {met} 个达成。", en: "Of {of} past targets only {met} were reached." },
    mend: {
      zh: "降低目标，或把大目标拆成能达到的几步。",
      en: "Lower the target, or make steps of it that can be reached.",
    },
  },
  kpi_attained: { says: { zh: "过去 {of} 个目标达成了 {met} 个。", en: "Of {of} past targets {met} were reached." } },
  kpi_unlinked: {
    says: {
      zh: "没有目标、考核表或看板用它，也没写服务于什么策略。",
      en: "No goal, card or board uses it, and no aim is named.",
    },
    mend: {
      zh: "写上它服务的策略，或把它放进目标或考核表。",
      en: "Name the aim it serves, or use it in a goal or a card.",
    },
  },
  kpi_no_cadence: {
    says: { zh: "没有检查频率。", en: "There is no rhythm of check-ins." },
    mend: {
      zh: "选多久看一次，至少每期三次。",
      en: "Choose how often it is looked at: three times a period at least.",
    },
  },
  kpi_cadence_slow: {
    says: { zh: "检查频率太低：每期至少看三次。", en: "Check-ins are too far apart: three a period at least." },
    mend: { zh: "月度指标选每周，季度指标选每月。", en: "For a month look every week, for a quarter every month." },
  },
  kpi_changed_mid_period: {
    says: {
      zh: "本期（{period}）已有 {targets} 个目标在用，定义已冻结，改动要写理由。",
      en: "{targets} targets of {period} rest on it, so it is frozen; a change needs a reason.",
    },
    mend: { zh: "等下一期再改，或写明为什么现在必须改。", en: "Change it next period, or say why it cannot wait." },
  },
  kpi_changes_often: {
    says: { zh: "指标变动频繁：{period} 已改 {count} 次。", en: "It changes often: {count} times in {period}." },
    mend: {
      zh: "攒到期末一起改，让大家有稳定的目标。",
      en: "Keep changes for the period's end, so that people can aim.",
    },
  },
};
