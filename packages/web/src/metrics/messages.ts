import { defineMessages } from "../i18n/setup.ts";

defineMessages({
  "period.grain": { zh: "周期长度", en: "Length of the period" },
  "period.which": { zh: "周期", en: "Period" },
  "period.before": { zh: "上一期", en: "Previous period" },
  "period.after": { zh: "下一期", en: "Next period" },
  "period.type": {
    zh: "可直接输入，如 2026-Q3、2026-03、2026-W10",
    en: "Type one, such as 2026-Q3, 2026-03, 2026-W10",
  },
  "period.day": { zh: "日", en: "Day" },
  "period.week": { zh: "周", en: "Week" },
  "period.month": { zh: "月", en: "Month" },
  "period.quarter": { zh: "季", en: "Quarter" },
  "period.half": { zh: "半年", en: "Half-year" },
  "period.year": { zh: "年", en: "Year" },
  "period.custom": { zh: "自定义", en: "Custom" },
});

defineMessages({
  "metric.object": { zh: "取数", en: "From" },
  "metric.aggregate": { zh: "算法", en: "How" },
  "metric.value": { zh: "取值", en: "Value" },
  "metric.date": { zh: "归期", en: "By date" },
  "metric.credit": { zh: "归属", en: "Credited to" },
  "metric.filter": { zh: "条件", en: "Only where" },
  "metric.filter.none": { zh: "不限", en: "No condition" },
  "metric.aggregate.count": { zh: "计数", en: "Count" },
  "metric.aggregate.sum": { zh: "求和", en: "Sum" },
  "metric.aggregate.avg": { zh: "平均", en: "Average" },
  "metric.aggregate.wavg": { zh: "加权平均", en: "Weighted average" },
  "metric.aggregate.min": { zh: "最小", en: "Smallest" },
  "metric.aggregate.max": { zh: "最大", en: "Largest" },
  "metric.aggregate.distinct": { zh: "去重计数", en: "Count of different ones" },
  "metric.aggregate.median": { zh: "中位数", en: "Median" },
  "metric.aggregate.percentile": { zh: "分位数", en: "Percentile" },
  "metric.aggregate.last": { zh: "最新值", en: "Latest value" },
  "metric.aggregate.duration": { zh: "平均天数", en: "Average days" },
  "metric.credit.owner": { zh: "负责人", en: "The owner" },
  "metric.credit.owner.event": { zh: "发生当时的负责人", en: "The owner at the time" },
  "metric.credit.owner.current": { zh: "现在的负责人", en: "The owner now" },
  "metric.credit.creator": { zh: "创建人", en: "Who created it" },
  "metric.credit.member": { zh: "人员字段", en: "A person field" },
  "metric.credit.split": { zh: "按分成比例", en: "By shares" },
  "metric.kind.ratio.hint": {
    zh: "比率：分子合计 ÷ 分母合计，每一级都重新计算，不取平均。",
    en: "A ratio: the sum above over the sum below, computed anew at every level and never averaged.",
  },
  "metric.kind.formula.hint": {
    zh: "公式：由下列指标算出，每一级都重新计算。",
    en: "A formula over the metrics below, computed anew at every level.",
  },
  "metric.kind.manual.hint": {
    zh: "手工录入：由指定的人录入，另一个人确认后才算数。",
    en: "Entered by hand: a named person enters it, and it counts once another one has confirmed it.",
  },
  "metric.versions.see": { zh: "看定义与版本", en: "See the definition and its versions" },
});
