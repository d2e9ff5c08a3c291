import type { RefusalTexts } from "../platform/refusal.ts";
import type { goalLifeRefusals } from "./life-refusals.ts";

/** Sentences for targets in real life. */
export const goalLifeRefusalTexts: RefusalTexts<typeof goalLifeRefusals> = {
  goal_rules_key: {
    zh: "目标规则只有一份，键必须是 {key}。请改用 {key}。",
    en: "There is one set of target rules, under the key {key}. Use {key}.",
  },
  absence_overlaps: {
    zh: "这个人从 {from} 到 {to} 已有一段假。请改日期，或先撤销那一段。",
    en: "This person is away from {from} to {to} already. Change the days, or withdraw that leave first.",
  },
  absence_decided: {
    zh: "这段假已处理过（{state}）。请刷新后再看。",
    en: "This leave was decided already ({state}). Reload to see it.",
  },
  absence_own: {
    zh: "不能审批自己的假。请让上级或 HR 审批。",
    en: "You cannot decide on your own leave. Ask your manager or HR.",
  },
  absence_too_long: {
    zh: "一段假最长 {days} 天。请分成几段登记。",
    en: "One leave lasts {days} days at most. Enter it in parts.",
  },
  goal_no_gap: {
    zh: "这个人的目标没有缺口：没有入离职、请假或爬坡影响它。",
    en: "There is no gap: nothing such as hire, leave or a ramp touches this person's target.",
  },
  goal_no_transfer: {
    zh: "这个人在 {period} 中间没有调部门，不用重定目标。请选有调动的周期。",
    en: "This person did not change units in the middle of {period}. Choose the period of the transfer.",
  },
  goal_no_manager: {
    zh: "这个部门没有负责人，空岗目标没有人托管。请先指定负责人。",
    en: "The unit has no leader to hold the target. Name a leader first.",
  },
  goal_change_past: {
    zh: "{day} 所在的周期已结束，过去的结果不能再变。请从当前或以后的周期开始。",
    en: "The period of {day} is over, and past results do not change. Begin in the current period or later.",
  },
  goal_change_days: {
    zh: "从 {from} 到 {until} 不是一段日子。请让结束日晚于开始日，最长两年。",
    en: "{from} to {until} is no span of days. End after the start, two years later at most.",
  },
  goal_change_nobody: {
    zh: "范围内没有已设的目标，没有可改的。请放宽范围，或先设目标。",
    en: "No target is set in this scope. Widen the scope, or set targets first.",
  },
  goal_change_too_many: {
    zh: "一次最多改 {limit} 个目标。请缩小范围，分几次提交。",
    en: "One change touches {limit} targets at most. Narrow the scope.",
  },
  goal_change_locked: {
    zh: "范围内有 {count} 个目标已锁定。请先解锁，或把它们排除在范围外。",
    en: "{count} targets in this scope are locked. Unlock them or leave them out.",
  },
  goal_change_own: {
    zh: "不能审批自己提出的变更。请让另一位负责人审批。",
    en: "You cannot approve a change you proposed. Somebody else has to.",
  },
  goal_change_twice: {
    zh: "你已经审批过，还需要另一个人审批。",
    en: "You have decided already; somebody else has to decide too.",
  },
  goal_change_closed: {
    zh: "这个变更已处理（{state}）。请刷新后再看。",
    en: "This change is closed ({state}). Reload to see it.",
  },
  goal_change_moved: {
    zh: "提出以后，范围内的目标有变化，金额对不上了。请撤回后重新提出。",
    en: "Targets in this scope changed since it was proposed. Withdraw it and propose it again.",
  },
  funnel_activity: {
    zh: "指标 {kpi} 不能换算成每周动作：它不是可累计的数量。请选拜访数这样的过程指标。",
    en: "The KPI {kpi} is no weekly activity: it does not add up. Choose one such as visits.",
  },
};
