/** Steps inside one line of a card: S-01 to S-09. */
export const itemTraceTexts = {
  facts: { zh: "实际 {actual}，目标 {target}", en: "Actual {actual}, target {target}" },
  actual_alone: { zh: "实际 {actual}", en: "Actual {actual}" },
  difference: { zh: "差额 = {actual} − {target} = {value}", en: "Difference = {actual} − {target} = {value}" },
  attain_ratio: { zh: "达成率 = {actual} ÷ {target} = {value%}", en: "Attainment = {actual} ÷ {target} = {value%}" },
  attain_up: {
    zh: "目标小于 0：达成率 = 1 + ({actual} − {target}) ÷ |{target}| = {value%}",
    en: "The target is below 0: attainment = 1 + ({actual} − {target}) ÷ |{target}| = {value%}",
  },
  attain_up_zero: {
    zh: "目标是 0，指标在 0 到 1 之间：达成率 = 1 + {actual} = {value%}",
    en: "The target is 0 and the KPI lies between 0 and 1: attainment = 1 + {actual} = {value%}",
  },
  attain_down_linear: {
    zh: "越低越好：达成率 = 2 − {actual} ÷ {target} = {value%}",
    en: "Less is better: attainment = 2 − {actual} ÷ {target} = {value%}",
  },
  attain_down: {
    zh: "越低越好，目标小于 0：达成率 = 1 − ({actual} − {target}) ÷ |{target}| = {value%}",
    en: "Less is better, the target is below 0: attainment = 1 − ({actual} − {target}) ÷ |{target}| = {value%}",
  },
  attain_down_zero: {
    zh: "目标是 0，指标在 0 到 1 之间：达成率 = 1 − {actual} = {value%}",
    en: "The target is 0 and the KPI lies between 0 and 1: attainment = 1 − {actual} = {value%}",
  },
  attain_downRatio: {
    zh: "越低越好：达成率 = {target} ÷ {actual} = {value%}",
    en: "Less is better: attainment = {target} ÷ {actual} = {value%}",
  },
  attain_closest: {
    zh: "越接近目标越好：达成率 = 1 − |{actual} − {target}| ÷ |{target}| = {value%}",
    en: "Closest is best: attainment = 1 − |{actual} − {target}| ÷ |{target}| = {value%}",
  },
  attain_closest_zero: {
    zh: "目标是 0，指标在 0 到 1 之间：达成率 = 1 − |{actual}| = {value%}",
    en: "The target is 0 and the KPI lies between 0 and 1: attainment = 1 − |{actual}| = {value%}",
  },
  attain_baseline: {
    zh: "从 {start} 起步：达成率 = ({start} − {actual}) ÷ ({start} − {target}) = {value%}",
    en: "From a start of {start}: attainment = ({start} − {actual}) ÷ ({start} − {target}) = {value%}",
  },
  gate_missed: {
    zh: "{r%} 低于门槛 {gate%}，本项 0 分",
    en: "{r%} is below the gate of {gate%}: no points",
  },
  gate_passed: { zh: "{r%} 达到门槛 {gate%}", en: "{r%} reaches the gate of {gate%}" },
  capped: { zh: "{r%} 超过封顶，按 {cap%} 计", en: "{r%} is above the cap: counted as {cap%}" },
  floored: { zh: "{r%} 低于保底，按 {floor%} 计", en: "{r%} is below the floor: counted as {floor%}" },
  points_by_attainment: {
    zh: "得分 = 满分 {full} × {r%} = {value}",
    en: "Points = full marks {full} × {r%} = {value}",
  },
  band_up: {
    zh: "{x} 落在第 {band} 档 [{from}, {to})，得 {value} 分",
    en: "{x} falls into band {band}, [{from}, {to}): {value} points",
  },
  band_up_share: {
    zh: "{x%} 落在第 {band} 档 [{from%}, {to%})，得 {value} 分",
    en: "{x%} falls into band {band}, [{from%}, {to%}): {value} points",
  },
  band_down: {
    zh: "{x} 落在第 {band} 档 ({from}, {to}]，得 {value} 分",
    en: "{x} falls into band {band}, ({from}, {to}]: {value} points",
  },
  band_down_share: {
    zh: "{x%} 落在第 {band} 档 ({from%}, {to%}]，得 {value} 分",
    en: "{x%} falls into band {band}, ({from%}, {to%}]: {value} points",
  },
  band_between: {
    zh: "{x} 落在第 {band} 档 {from} 到 {to}，按比例插值得 {value} 分",
    en: "{x} falls into band {band}, {from} to {to}: {value} points in proportion",
  },
  band_between_share: {
    zh: "{x%} 落在第 {band} 档 {from%} 到 {to%}，按比例插值得 {value} 分",
    en: "{x%} falls into band {band}, {from%} to {to%}: {value} points in proportion",
  },
  unit_distance: {
    zh: "与标准 {standard} 相差 {value}",
    en: "{value} from the standard of {standard}",
  },
  unit_distance_share: {
    zh: "与标准 {standard%} 相差 {value%}",
    en: "{value%} from the standard of {standard%}",
  },
  units_floor: {
    zh: "每满 {unit} 算一档：{distance} 有 {value} 档",
    en: "Every full {unit} counts: {distance} holds {value}",
  },
  units_floor_share: {
    zh: "每满 {unit%} 算一档：{distance%} 有 {value} 档",
    en: "Every full {unit%} counts: {distance%} holds {value}",
  },
  units_ceil: {
    zh: "不足 {unit} 按一档：{distance} 算 {value} 档",
    en: "A part of {unit} counts as one: {distance} makes {value}",
  },
  units_ceil_share: {
    zh: "不足 {unit%} 按一档：{distance%} 算 {value} 档",
    en: "A part of {unit%} counts as one: {distance%} makes {value}",
  },
  units_exact: { zh: "{distance} ÷ {unit} = {value}", en: "{distance} ÷ {unit} = {value}" },
  units_exact_share: { zh: "{distance%} ÷ {unit%} = {value}", en: "{distance%} ÷ {unit%} = {value}" },
  points_by_units: {
    zh: "得分 = 基本分 {base} + {units} × {points} = {value}",
    en: "Points = base {base} + {units} × {points} = {value}",
  },
  kept_within: {
    zh: "{points} 限制在 {min} 到 {max} 之间，得 {value}",
    en: "{points} is kept between {min} and {max}: {value}",
  },
  matrix_cell: {
    zh: "行 {row}、列 {column} 的格子是 {value}",
    en: "The cell of row {row} and column {column} is {value}",
  },
  matrix_cell_share: {
    zh: "行 {row%}、列 {column%} 的格子是 {value}",
    en: "The cell of row {row%} and column {column%} is {value}",
  },
  rating_absent: {
    zh: "{role}没有评分，权重 {weight} 分给其他人",
    en: "{role}: nobody has rated; the weight of {weight} goes to the others",
  },
  rating_hidden: {
    zh: "{role}匿名评分只有 {raters} 人，少于 {least} 人，不显示也不计入",
    en: "{role}: only {raters} anonymous raters, fewer than {least}; hidden and left out",
  },
  rating_role: {
    zh: "{role} {raters} 人评分，平均 {value}，权重 {weight}",
    en: "{role}: {raters} rated, mean {value}, weight {weight}",
  },
  ratings_mean: {
    zh: "按权重平均（权重合计 {weights}）得 {value} 分",
    en: "Mean by weight (weights of {weights}): {value} points",
  },
  rating_missing: { zh: "还没有人评分", en: "Nobody has rated yet" },
  peers_few: {
    zh: "排名组少于 5 人，不排名次",
    en: "The group has fewer than 5 people and is not ranked",
  },
  rank: { zh: "{size} 人中排第 {value} 名", en: "Place {value} of {size}" },
  rank_linear: {
    zh: "第 1 名 {top} 分，第 {size} 名 {bottom} 分：第 {rank} 名得 {value} 分",
    en: "First place {top} points, place {size} {bottom}: place {rank} has {value}",
  },
  not_applicable: { zh: "本期不适用", en: "Does not apply this period" },
  waived: { zh: "数据缺失，已批准免考", en: "Data is missing; waived with approval" },
  override: {
    zh: "人工改为 {value} 分（系统算得 {system}）：{reason}",
    en: "Changed by hand to {value} points (the system gave {system}): {reason}",
  },
  actual_missing: { zh: "没有实际数据（不等于 0）", en: "There is no actual, which is not 0" },
  target_missing: { zh: "没有设目标", en: "No target is set" },
  target_zero: { zh: "目标是 0，算不出达成率", en: "A target of 0 has no attainment" },
  actual_zero: { zh: "实际是 0，目标 ÷ 实际没有结果", en: "The actual is 0, so target ÷ actual says nothing" },
  rule_gap: { zh: "评分表里没有这个数的分数", en: "The table has no points for this number" },
  column_missing: { zh: "第二个指标没有数据", en: "The second KPI has no data" },
} as const;
