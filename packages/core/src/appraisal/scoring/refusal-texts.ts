import type { RefusalTexts } from "../../platform/refusal.ts";
import type { scoringRefusals } from "./refusals.ts";

/** Sentences for scoring rules and the totals of scorecards. */
export const scoringRefusalTexts: RefusalTexts<typeof scoringRefusals> = {
  scoring_band_empty: {
    zh: "第 {band} 档的起点不小于终点，这一档里没有数。请改起点或终点。",
    en: "Band {band} begins at or after its end and holds no number. Change one of them.",
  },
  scoring_band_first: {
    zh: "第一档从 {from} 开始，更小的数没有分。请把第一档的起点留空。",
    en: "The first band begins at {from}, so smaller numbers have no points. Leave its beginning open.",
  },
  scoring_band_last: {
    zh: "最后一档到 {to} 为止，更大的数没有分。请把最后一档的终点留空。",
    en: "The last band ends at {to}, so larger numbers have no points. Leave its end open.",
  },
  scoring_band_gap: {
    zh: "第 {band} 档到 {to}，第 {next} 档从 {from} 开始，中间的数没有分。请把两档接上。",
    en: "Band {band} ends at {to} and band {next} begins at {from}: the numbers between have no points. Close the gap.",
  },
  scoring_band_overlap: {
    zh: "第 {band} 档到 {to}，第 {next} 档从 {from} 开始，两档重叠，同一个数会有两个分。请把两档错开。",
    en: "Band {band} ends at {to} and band {next} begins at {from}: they overlap, so a number would have two scores. Part them.",
  },
  scoring_band_over: {
    zh: "第 {band} 档给 {points} 分，高于满分 {full}。请调低，或打开“可以超过满分”。",
    en: "Band {band} gives {points} points, above full marks of {full}. Lower it, or allow more than full marks.",
  },
  scoring_cap: {
    zh: "保底 {floor} 高于封顶 {cap}。请对调。",
    en: "The floor {floor} is above the cap {cap}. Swap them.",
  },
  scoring_gate: {
    zh: "门槛 {gate} 高于封顶 {cap}，没有人能得分。请调低门槛。",
    en: "The gate {gate} is above the cap {cap}, so nobody could score. Lower the gate.",
  },
  scoring_points_range: {
    zh: "最低分 {min} 高于最高分 {max}。请对调。",
    en: "The least points {min} are above the most {max}. Swap them.",
  },
  scoring_no_units: {
    zh: "没有写高于标准或低于标准时怎样加减分，所有人都得基本分。请至少写一边。",
    en: "Nothing is said of being above or below the standard, so everybody gets the base. Fill in one side.",
  },
  scoring_matrix_order: {
    zh: "二维表的界限要从小到大，且不能重复。请重新排列。",
    en: "The limits of the table must rise and not repeat. Put them in order.",
  },
  scoring_matrix_size: {
    zh: "二维表要有 {rows} 行 {columns} 列分数，每个格子都要填。",
    en: "The table needs {rows} rows and {columns} columns of points, every cell filled in.",
  },
  scoring_rating_scale: {
    zh: "没有等级可选，也不允许直接打分，评分人没有办法评。请加等级，或打开“直接打分”。",
    en: "There is no level to choose and points may not be written, so nobody can rate. Add levels or allow points.",
  },
  scoring_rating_points: {
    zh: "等级“{option}”的 {points} 分不在 0 到 {max} 之间。请调整。",
    en: "The {points} points of “{option}” are not between 0 and {max}. Change them.",
  },
  scoring_rating_twice: {
    zh: "“{name}”出现了两次。请删掉一个。",
    en: "“{name}” stands twice. Remove one.",
  },
  scoring_rater_weights: {
    zh: "评分人的权重要大于或等于 0，并且至少有一个大于 0。",
    en: "Raters' weights cannot be negative, and one must be above 0.",
  },
  scoring_target_zero: {
    zh: "目标是 0，算不出达成率。请改用区间或加减分（按实际值），或声明这个指标在 0 到 1 之间。",
    en: "A target of 0 has no attainment. Score it by bands or per unit of the actual, or declare that the KPI lies between 0 and 1.",
  },
  rating_level: {
    zh: "没有等级“{option}”。请从列出的等级里选。",
    en: "There is no level “{option}”. Choose one of the list.",
  },
  rating_range: {
    zh: "请选一个等级，或写 0 到 {max} 之间的分数。",
    en: "Choose a level, or write points between 0 and {max}.",
  },
  rating_reason: {
    zh: "评“{option}”要写明理由。",
    en: "Say why you chose “{option}”.",
  },
  scorecard_weights_sum: {
    zh: "各项权重合计是 {sum}%，要正好 100%。请调整其中一项。",
    en: "The weights add up to {sum}%. They must be exactly 100%: change one of them.",
  },
  scorecard_dimension_weights_sum: {
    zh: "维度“{dimension}”里各项权重合计是 {sum}%，要正好 100%。",
    en: "The weights inside “{dimension}” add up to {sum}%. They must be exactly 100%.",
  },
  scorecard_dimensions_sum: {
    zh: "各维度权重合计是 {sum}%，要正好 100%。请调整其中一个。",
    en: "The dimensions' weights add up to {sum}%. They must be exactly 100%: change one of them.",
  },
  scorecard_dimension_missing: {
    zh: "“{item}”没有放进任何维度。请选一个维度。",
    en: "“{item}” is in no dimension. Choose one.",
  },
  scorecard_weight_negative: {
    zh: "“{item}”的权重是负数。扣分请用减分项。",
    en: "The weight of “{item}” is negative. Use a penalty item to deduct.",
  },
  scorecard_extra_weight: {
    zh: "“{item}”是加减分项，不占权重。请把权重改为 0。",
    en: "“{item}” is a bonus or penalty and carries no weight. Set its weight to 0.",
  },
  scorecard_extra_max: {
    zh: "加减分项“{item}”要写上限。请填最多加（减）多少分。",
    en: "The bonus or penalty “{item}” needs a most. Fill in how many points it may move.",
  },
  scorecard_item_twice: {
    zh: "考核项 {item} 出现了两次。请删掉一个。",
    en: "The line {item} stands twice. Remove one.",
  },
  scorecard_grades_order: {
    zh: "等级要从高到低排列，界限递减，最后一级的下限留空。",
    en: "Grades go from best to worst with falling limits, and the last one is open below.",
  },
  scorecard_gate_range: {
    zh: "门槛“{gate}”的下限高于上限。请对调。",
    en: "The gate “{gate}” has a lower end above its upper one. Swap them.",
  },
  scorecard_coefficient_item: {
    zh: "系数表用到的考核项 {item} 不在这张记分卡上。请换一项。",
    en: "The coefficient table uses the line {item}, which is not on this card. Choose another.",
  },
  distribution_sum: {
    zh: "各等级占比合计是 {sum}%，要正好 100%。",
    en: "The grades' shares add up to {sum}%. They must be exactly 100%.",
  },
  pool_nobody: {
    zh: "奖金包没有人可分：所有人的基数或系数都是 0。",
    en: "Nobody can share the pool: every base or coefficient is 0.",
  },
};
