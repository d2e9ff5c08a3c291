import type { LintText } from "./lint-text.ts";

/** What the lint of a scorecard says. */
export const cardLintTexts: Readonly<Record<string, LintText>> = {
  card_ok: {
    says: {
      zh: "{count} 个指标，结果与过程兼顾，权重合计 100。",
      en: "{count} KPIs, results and process both, weights summing to 100.",
    },
  },
  card_empty: {
    says: { zh: "考核表里还没有指标。", en: "There is no KPI on the card yet." },
    mend: { zh: "加 3 到 5 个指标。", en: "Add three to five KPIs." },
  },
  card_far_too_many: {
    says: { zh: "{count} 个指标太多，谁也顾不过来。", en: "{count} KPIs are far too many to keep in mind." },
    mend: {
      zh: "留下最重要的 3 到 5 个，最多 10 个。",
      en: "Keep the three to five that matter; ten at the very most.",
    },
  },
  card_too_many: {
    says: { zh: "{count} 个指标偏多。", en: "{count} KPIs are many." },
    mend: { zh: "留下最重要的 3 到 5 个。", en: "Keep the three to five that matter." },
  },
  card_too_few: {
    says: {
      zh: "只有 {count} 个指标，容易顾此失彼。",
      en: "Only {count} KPIs: one thing is chased and the rest neglected.",
    },
    mend: { zh: "加到 3 到 5 个。", en: "Have three to five." },
  },
  card_only_results: {
    says: { zh: "只有结果指标，过程没人管。", en: "There are only results: nobody minds the way to them." },
    mend: { zh: "加一个过程指标，如拜访数、转化率。", en: "Add a process KPI, such as visits or conversion." },
  },
  card_no_process: {
    says: { zh: "没有过程指标。", en: "There is no process KPI." },
    mend: { zh: "加一个过程指标，如拜访数、转化率。", en: "Add one, such as visits or conversion." },
  },
  card_no_result: {
    says: { zh: "没有结果指标。", en: "There is no result KPI." },
    mend: { zh: "加一个结果指标，如签约额、回款额。", en: "Add one, such as amount signed or cash received." },
  },
  card_weights_sum: {
    says: {
      zh: "权重合计 {sum}，不是 100（差 {missing}）。",
      en: "The weights sum to {sum}, not to 100 (off by {missing}).",
    },
    mend: { zh: "调整权重，合计要正好 100。", en: "Adjust them until they sum to exactly 100." },
  },
  card_weight_none: {
    says: { zh: "“{item}”的权重是 {weight}。", en: "“{item}” weighs {weight}." },
    mend: { zh: "给它权重，或从表里去掉。", en: "Give it a weight, or take it off the card." },
  },
  card_weight_small: {
    says: { zh: "“{item}”只占 {weight}%，没人会在意。", en: "“{item}” weighs only {weight} %: nobody will mind it." },
    mend: { zh: "提到 5% 以上，或去掉。", en: "Raise it to 5 % or more, or take it off." },
  },
  card_weight_large: {
    says: { zh: "“{item}”占 {weight}%，一项定成败。", en: "“{item}” weighs {weight} %: one line decides everything." },
    mend: { zh: "降到 60% 以下，分给别的指标。", en: "Bring it to 60 % or less and share the rest out." },
  },
  card_weight_odd: {
    says: {
      zh: "“{item}”的权重 {weight} 不是 5 的倍数，不好记。",
      en: "The weight {weight} of “{item}” is no multiple of 5 and hard to remember.",
    },
    mend: { zh: "取 5 的倍数。", en: "Use a multiple of 5." },
  },
  card_twice: {
    says: { zh: "“{item}”出现了两次，会重复计分。", en: "“{item}” stands on the card twice and would count twice." },
    mend: { zh: "去掉一个。", en: "Take one off." },
  },
};
