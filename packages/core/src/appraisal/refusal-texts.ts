import type { RefusalTexts } from "../platform/refusal.ts";
import type { appraisalRefusals } from "./refusals.ts";
import { scoringRefusalTexts } from "./scoring/refusal-texts.ts";

/** Sentences for scorecards, cycles and sheets. */
export const appraisalRefusalTexts: RefusalTexts<typeof appraisalRefusals> = {
  ...scoringRefusalTexts,
  card_item_label: {
    zh: "{item} 没有名称。不取自指标的考核项要写名称。",
    en: "{item} has no label. A line that is not a KPI needs one.",
  },
  card_item_rating: {
    zh: "{item} 由人评分，但没有评分量表。请改用“评价”规则。",
    en: "{item} is rated by people but its rule has no scale. Choose the rating rule.",
  },
  card_item_award: {
    zh: "{item} 是逐笔登记的，只能是加分项或减分项。",
    en: "{item} is recorded fact by fact, so it can only be a bonus or a deduction.",
  },
  card_item_measured: {
    zh: "{item} 的结果来自指标，不能由人评分。请换一个计分规则。",
    en: "{item} is measured by a KPI and cannot be rated by people. Choose another rule.",
  },
  card_item_target: {
    zh: "{item} 按目标计分，但目标来源是“无”。请选择目标来源或改用区间法。",
    en: "{item} is scored against a target but has none. Choose where its target comes from, or use bands.",
  },
  card_item_grain: {
    zh: "{item} 的周期太短。考核项的周期请选月、季、半年或年。",
    en: "{item} has too short a period. Choose a month, quarter, half or year.",
  },
  card_draft: { zh: "记分卡还有错误，不能试算。", en: "The card still has faults and cannot be tried out." },
  card_gate_source: {
    zh: "门槛 {gate} 没有指定看哪个指标。",
    en: "The gate {gate} does not say which KPI it looks at.",
  },
  plan_card_period: {
    zh: "记分卡 {card} 的周期或日历与方案里的其他卡不同。周期不同的人请另建一个考核方案。",
    en: "The card {card} runs by another period or calendar than the others. Make a plan of its own for those people.",
  },
  plan_card_twice: { zh: "同一张记分卡在方案里出现了两次。", en: "The same card stands in the plan twice." },
  plan_distribution_sum: {
    zh: "等级比例合计是 {sum}%，应正好是 100%。",
    en: "The grades' shares make {sum} %; they must make exactly 100 %.",
  },
  cycle_period: {
    zh: "{period} 不是这个方案的周期，请选择一个 {grain} 周期。",
    en: "{period} is not a period of this plan. Choose one of grain {grain}.",
  },
  cycle_exists: {
    zh: "{period} 已经有一个考核周期。请打开它，或先取消它。",
    en: "There is already a cycle for {period}. Open it, or cancel it first.",
  },
  cycle_nobody: {
    zh: "没有人适用方案里的记分卡。请在记分卡里指定角色、部门或成员。",
    en: "The plan's cards are for nobody. Name roles, units or people on a card.",
  },
  cycle_step: {
    zh: "考核周期现在是 {from}，不能直接到 {to}。请按顺序推进。",
    en: "The cycle is in {from} and cannot go to {to}. Take the steps in order.",
  },
  cycle_blocked: {
    zh: "还有 {count} 处未完成，例如 {first}。请先处理，或写明原因后强制推进。",
    en: "{count} things are not done, such as {first}. Settle them first, or go on with a reason.",
  },
  cycle_reason: { zh: "请写明原因。", en: "Say why." },
  cycle_too_large: {
    zh: "一个考核周期最多 {most} 人。请按部门拆成几个方案。",
    en: "A cycle holds at most {most} people. Make several plans, by unit.",
  },
  sheet_state: {
    zh: "这张考核表现在是 {state}，不能做这一步。请刷新后再看。",
    en: "This sheet is in {state}; this step is not possible now. Reload and look again.",
  },
  sheet_hash: {
    zh: "内容在您打开之后变了。请重新看一遍再签。",
    en: "The content has changed since you opened it. Read it again before you sign.",
  },
  own_sheet: {
    zh: "不能给自己评分、校准、审批或处理申诉。请由别人处理。",
    en: "Nobody scores, calibrates, approves or decides about themselves. Somebody else has to.",
  },
  goal_not_due: {
    zh: "员工在 {day} 之前还可以自己签，到期后才能代为确认。",
    en: "The member may sign until {day}; goals can be imposed only after that.",
  },
  goal_unknown: {
    zh: "{items} 还没有目标，暂不能确认。请先设目标。",
    en: "{items} have no target yet. Set the targets before the goals are confirmed.",
  },
  rating_item: {
    zh: "{item} 不由您评分。系统取数的项目不能手工改分，可以提出更正。",
    en: "{item} is not yours to rate. A measured line is not scored by hand; propose a correction instead.",
  },
  rating_missing: { zh: "{items} 还没有评分，不能提交。", en: "{items} are not rated yet." },
  rating_blocked: {
    zh: "{items} 没有数据或目标，不能提交。请补数据，或由 HR 豁免。",
    en: "{items} have no data or no target. Enter them, or have HR waive them, before you submit.",
  },
  override_value: { zh: "请给出 {item} 的新值。", en: "Give the new value of {item}." },
  award_points: {
    zh: "{item} 每项最多 {most} 分，且要大于 0。",
    en: "{item} takes more than 0 and at most {most} points.",
  },
  decide_own: {
    zh: "自己提出的更正要由第二个人审批。",
    en: "What one proposes oneself is approved by somebody else.",
  },
  proposal_decided: { zh: "这一项已经处理过了。", en: "This has been decided already." },
  calibration_empty: { zh: "请给出新等级或调整分。", en: "Give a new grade or an adjustment." },
  calibration_grade: { zh: "记分卡里没有等级 {grade}。", en: "The card has no grade {grade}." },
  calibration_bound: {
    zh: "{grade} 最多 {most} 人。请先调整其他人。",
    en: "At most {most} people may have {grade}. Change somebody else's first.",
  },
  interview_first: {
    zh: "这个等级要先面谈：经理和员工都签过面谈记录后才能确认。",
    en: "This grade needs an interview first: it can be confirmed once both have signed the interview.",
  },
  appeal_handler: {
    zh: "申诉不能由原评分人处理。请交给上一级或 HR。",
    en: "An appeal is not handled by the manager who scored. Give it to the next level or HR.",
  },
  appeal_closed: { zh: "申诉期已过或申诉已有结论。", en: "The days to appeal are over, or the appeal is decided." },
  sheet_parts: { zh: "子考核表不成立：{reason}", en: "The parts do not fit: {reason}" },
};
