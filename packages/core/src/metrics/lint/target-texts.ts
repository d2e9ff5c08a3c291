import type { LintText } from "./lint-text.ts";

/** What the lint of a target says. */
export const targetLintTexts: Readonly<Record<string, LintText>> = {
  target_no_history: {
    says: { zh: "没有可比的历史。", en: "There is no comparable history." },
    mend: {
      zh: "先参考同岗位的人，并在三期后回看。",
      en: "Compare with others in the role, and look again after three periods.",
    },
  },
  target_history_short: {
    says: {
      zh: "只有 {count} 期历史，中位数 {median}，参考有限。",
      en: "Only {count} periods of history with a median of {median}: little to go by.",
    },
    mend: { zh: "先设接近中位数的目标。", en: "Begin near the median." },
  },
  target_far_above_median: {
    says: {
      zh: "目标 {amount} 是中位数 {median} 的两倍以上，而历史只有 {count} 期。",
      en: "The target {amount} is more than twice the median {median}, with only {count} periods of history.",
    },
    mend: { zh: "先设接近中位数的目标，再逐期提高。", en: "Begin near the median and raise it period by period." },
  },
  target_beyond_history: {
    says: {
      zh: "目标 {amount} 够不着：历史最高 {best}（偏离均值 {z} 个标准差）。",
      en: "The target {amount} is out of reach: the best ever is {best} ({z} standard deviations from the mean).",
    },
    mend: {
      zh: "降到历史最高附近，或写明靠什么达到。",
      en: "Bring it near the best ever, or say what will make the difference.",
    },
  },
  target_rarely_hit: {
    says: {
      zh: "过去 {count} 期只有 {met} 期达到 {amount}，历史最高 {best}。",
      en: "Only {met} of {count} past periods reached {amount}; the best ever is {best}.",
    },
    mend: { zh: "降低目标，或分几期达到。", en: "Lower it, or reach it in steps." },
  },
  target_above_p90: {
    says: {
      zh: "目标 {amount} 高于九成的历史（{p90}），历史最高 {best}。",
      en: "The target {amount} is above nine tenths of history ({p90}); the best ever is {best}.",
    },
    mend: { zh: "确认有新增的资源或商机支撑。", en: "Make sure new people or deals carry it." },
  },
  target_too_easy: {
    says: {
      zh: "目标 {amount} 偏低：四分之三的历史都高于 {p25}。",
      en: "The target {amount} is easy: three quarters of history were above {p25}.",
    },
    mend: { zh: "提高到中位数 {median} 附近。", en: "Raise it towards the median {median}." },
  },
  target_within_history: {
    says: {
      zh: "在历史范围内：{count} 期里有 {met} 期达到，历史最高 {best}。",
      en: "Within history: {met} of {count} periods reached it; the best ever is {best}.",
    },
  },
  target_over_capacity: {
    says: { zh: "目标 {amount} 超过产能 {capacity}。", en: "The target {amount} is above the capacity of {capacity}." },
    mend: { zh: "加人、减目标，或移给有余量的人。", en: "Add people, lower it, or move some to who has room." },
  },
  target_over_pipeline: {
    says: {
      zh: "目标 {amount} 超过在途商机能支撑的 {pipeline}。",
      en: "The target {amount} is above what the pipeline carries, {pipeline}.",
    },
    mend: { zh: "先补商机，或减目标。", en: "Build pipeline first, or lower it." },
  },
  target_unlinked: {
    says: { zh: "没有上级目标，也没写服务于什么策略。", en: "It has no parent goal and serves no named aim." },
    mend: { zh: "挂到上级目标下，或在指标里写上策略。", en: "Put it under a goal, or name the aim in the KPI." },
  },
  target_no_period: {
    says: { zh: "期间不在日历里。", en: "Its period is not in the calendar." },
    mend: { zh: "选日历里有的期间。", en: "Choose a period of the calendar." },
  },
  target_deadline_outside: {
    says: {
      zh: "截止日 {deadline} 不在期间 {from} 到 {to} 内。",
      en: "The deadline {deadline} is not within {from} to {to}.",
    },
    mend: { zh: "改截止日，或改期间。", en: "Change the deadline or the period." },
  },
  target_past: {
    says: { zh: "期间已在 {to} 结束（今天 {today}）。", en: "Its period ended on {to}; today is {today}." },
    mend: { zh: "选本期或以后的期间。", en: "Choose this period or a later one." },
  },
  target_in_time: { says: { zh: "期间 {from} 到 {to}。", en: "From {from} to {to}." } },
};
