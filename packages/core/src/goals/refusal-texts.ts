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
  target_locked: {
    zh: "{period} 的目标（{amount}）已锁定。请先解锁再修改。",
    en: "The target of {period} ({amount}) is locked. Unlock it before changing it.",
  },
  target_conflict: {
    zh: "{period} 的目标刚被别人改成 {theirs}，您要改成 {yours}。请看过新值后再决定。",
    en: "Somebody has just changed the target of {period} to {theirs}; you are setting {yours}. Look at it and decide again.",
  },
  target_difference: {
    zh: "这样改，{period} 的上级与下级合计会差 {difference}。请选择记入缓冲、由同级分摊或上级一起改。",
    en: "This leaves the level above in {period} {difference} apart from its parts. Put it into the buffer, let siblings carry it, or raise the level above.",
  },
  target_counted_twice: {
    zh: "{period} 里有下级已经计入另一个部门，再分会重复计算。请先从那个部门的拆分里去掉。",
    en: "A part in {period} already counts in another unit and would be counted twice. Take it out of that unit's split first.",
  },
  target_no_siblings: {
    zh: "这个目标没有同级可分摊。请改记入缓冲，或先从上级拆分。",
    en: "This target has no siblings to carry the difference. Use the buffer, or split the level above first.",
  },
  target_siblings_short: {
    zh: "同级未锁定的只有 {left}，不够分摊 {needed}。请解锁或改记入缓冲。",
    en: "The open siblings carry {left}, which does not cover {needed}. Unlock some or use the buffer.",
  },
  target_not_split: {
    zh: "{period} 的目标还没有拆分，没有差额可补。请先拆分。",
    en: "The target of {period} has not been split, so there is nothing to balance. Split it first.",
  },
  target_no_facts: {
    zh: "没有可用的数据，这种分法（{method}）用不了。请补上数据或换一种分法。",
    en: "There is no data for this method ({method}). Add the data or choose another one.",
  },
  target_dimension: {
    zh: "这项指标不能按「{dimension}」细分。请选择指标里设好的维度。",
    en: "This KPI cannot be cut by {dimension}. Choose one of its metric's dimensions.",
  },
  target_not_set: {
    zh: "{period} 还没有目标，没有可拆分的。请先设目标。",
    en: "There is no target for {period} to split yet. Set one first.",
  },
  target_person_left: {
    zh: "{who} 已于 {left} 离职，不能设 {period} 的目标。请把目标交给接手的人。",
    en: "{who} left on {left} and cannot have a target for {period}. Give it to whoever took over.",
  },
  target_unit_archived: {
    zh: "部门「{who}」已停用，不能设目标。请改到现用部门。",
    en: "The unit {who} is archived and cannot have a target. Choose one in use.",
  },
  target_who_unknown: {
    zh: "找不到「{who}」。请写姓名、工号或部门路径，如 东区/1 队。",
    en: "Nobody and no unit is called {who}. Give a name, an employee number or a path such as East/Team 1.",
  },
  target_who_many: {
    zh: "「{who}」对应 {count} 个人或部门。请改写工号或完整部门路径。",
    en: "{who} stands for {count} people or units. Give an employee number or the unit's full path.",
  },
  target_amount_unread: {
    zh: "看不懂数值「{amount}」。请写成数字，如 12000 或 1.2万。",
    en: "{amount} is not a number. Write it like 12000 or 12,000.50.",
  },
  target_row_twice: {
    zh: "与第 {row} 行是同一个人、同一个周期。请只留一行。",
    en: "This is the same subject and period as row {row}. Keep one of them.",
  },
  target_too_many: {
    zh: "一次最多 {most} 个。请分批进行。",
    en: "At most {most} at a time. Do it in parts.",
  },
  target_not_yours: {
    zh: "您不能改「{who}」的目标：只能安排自己负责的部门和下级。请联系上级。",
    en: "You may not change the target of {who}: only units you lead and the people below. Ask whoever leads above.",
  },
  plan_locked: {
    zh: "{period} 的目标计划已锁定，只有目标管理员能改。请联系管理员解锁。",
    en: "The plan of {period} is locked; only a goal administrator can change it. Ask for it to be unlocked.",
  },
  plan_period: {
    zh: "周期 {period} 不在计划 {plan} 里。请选择计划内的周期。",
    en: "The period {period} is not part of the plan {plan}. Choose one inside it.",
  },
  draft_conflict: {
    zh: "同事刚在草案里把 {period} 改成 {theirs}，您要改成 {yours}。请刷新后再决定。",
    en: "A colleague has just set {period} to {theirs} in the draft; you are setting {yours}. Refresh and decide.",
  },
  draft_blocked: {
    zh: "还有 {count} 个问题没有解决，不能发布。请按校验结果逐项处理。",
    en: "{count} findings stand in the way of publishing. Work through the check's list.",
  },
  draft_ended: {
    zh: "这个草案已经发布或放弃了。请打开新的草案。",
    en: "This draft has been published or discarded. Open a new one.",
  },
  draft_empty: {
    zh: "草案里还没有改动，没有可发布的。请先修改目标。",
    en: "The draft has no changes to publish yet. Change a target first.",
  },
  commit_move: {
    zh: "承诺现在是「{state}」，不能「{act}」。请刷新后再看。",
    en: "The commitment is {state}, so this step ({act}) is not open. Refresh and look again.",
  },
  commit_amount: {
    zh: "请写明数值。",
    en: "Give a number.",
  },
  shared_percent: {
    zh: "各人的比例合计是 {total}%，应为 100%。请调整比例。",
    en: "The owners' shares make {total} %, they must make 100 %. Adjust them.",
  },
  shared_owner_twice: {
    zh: "同一个人出现了两次。请合并成一行。",
    en: "The same person appears twice. Make it one line.",
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
