import type { RefusalTexts } from "../platform/refusal.ts";
import { goalLifeRefusalTexts } from "./life-refusal-texts.ts";
import type { goalsRefusals } from "./refusals.ts";

/** Sentences for splitting targets. */
export const goalsRefusalTexts: RefusalTexts<typeof goalsRefusals> = {
  ...goalLifeRefusalTexts,
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
  target_step: {
    zh: "{amount} 不是这项指标最小单位 {step} 的整数倍。请改成整数倍。",
    en: "{amount} is not a multiple of this KPI's smallest step {step}. Round it to one.",
  },
  target_period: {
    zh: "周期 {period} 不能设目标。请选择日、周、月、季、半年或年。",
    en: "Targets cannot be set for the period {period}. Choose a day, week, month, quarter, half or year.",
  },
  target_locked: {
    zh: "这个目标已锁定。请先解锁再修改。",
    en: "This target is locked. Unlock it before changing it.",
  },
  target_all_locked: {
    zh: "下级目标都已锁定，还有 {residue} 分不下去。请解锁其中一个，或调整上级目标。",
    en: "All parts are locked and {residue} is left over. Unlock one of them, or change the target above.",
  },
  target_counter: {
    zh: "不能把差额记到目标自己身上。请选择别的成员、部门或周期。",
    en: "The difference cannot be taken from the target itself. Choose another person, unit or period.",
  },
  target_split_period: {
    zh: "周期 {period} 没有更短的部分可分。",
    en: "The period {period} has no shorter parts to split into.",
  },
  target_not_additive: {
    zh: "指标 {kpi} 是比率或平均值，不能相加，所以目标不能拆分。请给每个下级设同样的目标。",
    en: "The KPI {kpi} is a rate or an average and does not add up, so its target cannot be split. Give each part the same target.",
  },
};
