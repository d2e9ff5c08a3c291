/** Sentences for splitting targets. */
export const goalsRefusalTexts = {
  target_split_weight: {
    zh: "第 {index} 项的权重 {weight} 是负数。权重要大于或等于 0。",
    en: "Weight {index} is {weight}. Weights cannot be negative.",
  },
  target_split_unit: {
    zh: "{amount} 不是最小单位 {unit} 的整数倍。请调整金额或单位。",
    en: "{amount} is not a multiple of the smallest step {unit}. Change the amount or the step.",
  },
  target_split_bounds: {
    zh: "{amount} 分不下去：按上下限只能分 {least} 到 {most}。请放宽某个上下限或解锁。",
    en: "{amount} cannot be split: the bounds hold {least} to {most}. Loosen a bound or unlock a share.",
  },
  target_split_nobody: {
    zh: "{amount} 没有可分的对象。请先添加成员或下级。",
    en: "There is nobody to split {amount} among. Add members or units first.",
  },
  target_history_short: {
    zh: "历史只有 {given} 期，至少要 {needed} 期。可改用相似对象的季节系数。",
    en: "There are {given} periods of history, {needed} are needed. Use the indices of something similar.",
  },
} as const;
