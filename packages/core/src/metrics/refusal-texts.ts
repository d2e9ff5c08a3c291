import type { RefusalTexts } from "../platform/refusal.ts";
import type { metricsRefusals } from "./refusals.ts";

/** Sentences for metrics and the questions asked of them. */
export const metricsRefusalTexts: RefusalTexts<typeof metricsRefusals> = {
  metric_depth: {
    zh: "指标 {metric} 引用得太深，或绕成了圈。最多 {limit} 层，请减少指标之间的引用。",
    en: "The metric {metric} refers too deep, or in a circle. {limit} levels are allowed: refer to fewer metrics.",
  },
  metric_date: {
    zh: "{object} 的字段 {field} 不是存储的日期，不能用来归属期间。请选择日期或日期时间字段。",
    en: "The field {field} of {object} is not a stored date, so it cannot place records in periods. Choose a date field.",
  },
  metric_formula: {
    zh: "公式“{formula}”不能算出指标的值（{reason}）。请修改公式。",
    en: "The formula “{formula}” gives no value for a metric ({reason}). Change it.",
  },
  metric_period: {
    zh: "期间从 {from} 到 {to}，开始晚于结束。请对调。",
    en: "The period from {from} to {to} ends before it begins. Swap the days.",
  },
  metric_buckets: {
    zh: "按这个粒度会分成超过 {limit} 段。请缩短期间或换大一点的粒度。",
    en: "That gives more than {limit} periods. Choose a shorter span or longer periods.",
  },
  metric_draft: {
    zh: "这个指标草稿还有问题，不能预览。请按下面的提示修改。",
    en: "This draft metric still has faults and cannot be previewed. Mend what is listed below.",
  },
  metric_not_aggregate: {
    zh: "指标 {metric} 由其他指标算出，自己没有记录。请打开它的某个组成指标。",
    en: "The metric {metric} is made of other metrics and has no records of its own. Open one of its parts.",
  },
};
