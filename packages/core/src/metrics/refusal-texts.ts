import type { RefusalTexts } from "../platform/refusal.ts";
import type { metricsRefusals } from "./refusals.ts";

/** Sentences for metrics and the questions asked of them. */
export const metricsRefusalTexts: RefusalTexts<typeof metricsRefusals> = {
  metric_depth: {
    zh: "指标 {metric} 引用得太深。最多 {limit} 层，请减少指标之间的引用。",
    en: "The metric {metric} refers too deep. {limit} levels are allowed: refer to fewer metrics.",
  },
  metric_circle: {
    zh: "指标绕成了圈：{circle}。请让其中一个不再引用下一个。",
    en: "These metrics refer to each other in a circle: {circle}. Let one of them stop referring to the next.",
  },
  metric_date: {
    zh: "{object} 的字段 {field} 不是存储的日期，不能用来归属期间。请选择日期或日期时间字段。",
    en: "The field {field} of {object} is not a stored date, so it cannot place records in periods. Choose a date field.",
  },
  metric_formula: {
    zh: "公式“{formula}”不能算出指标的值（{reason}）。请修改公式。",
    en: "The formula “{formula}” gives no value for a metric ({reason}). Change it.",
  },
  metric_reach: {
    zh: "只有合计和计数能从开始累计到期末，{aggregate} 不能。请改用合计或计数，或只算本期。",
    en: "Only sums and counts can run on from the beginning, {aggregate} cannot. Use a sum or count, or count the period alone.",
  },
  metric_period: {
    zh: "期间从 {from} 到 {to}，开始晚于结束。请对调。",
    en: "The period from {from} to {to} ends before it begins. Swap the days.",
  },
  metric_buckets: {
    zh: "按这个粒度会分成超过 {limit} 段。请缩短期间或换大一点的粒度。",
    en: "That gives more than {limit} periods. Choose a shorter span or longer periods.",
  },
  field_not_currency: {
    zh: "{object} 的字段 {field} 不是文字或选项，不能说明币种。请选一个写着 USD、CNY 这类代码的字段。",
    en: "The field {field} of {object} is neither text nor a choice and cannot name a currency. Choose one that holds codes such as USD.",
  },
  rate_own_currency: {
    zh: "{currency} 就是本位币，不需要汇率。请删掉这一行。",
    en: "{currency} is the company's own currency and needs no rate. Remove the line.",
  },
  rate_twice: {
    zh: "{currency} 从 {from} 起有两个汇率。请保留一个。",
    en: "{currency} has two rates from {from} on. Keep one.",
  },
  rate_frozen: {
    zh: "{currency} {from} 的汇率已经发布，过去的数字以它为准，不能改也不能在它之前插入。请从更晚的一天起写新的汇率。",
    en: "The rate of {currency} from {from} is published and past figures rest on it: it cannot change, and none goes before it. Enter a new rate from a later day.",
  },
  metric_draft: {
    zh: "这个指标草稿还有问题，不能预览。请按下面的提示修改。",
    en: "This draft metric still has faults and cannot be previewed. Mend what is listed below.",
  },
  metric_not_aggregate: {
    zh: "指标 {metric} 由其他指标算出，自己没有记录。请打开它的某个组成指标。",
    en: "The metric {metric} is made of other metrics and has no records of its own. Open one of its parts.",
  },
  kpi_band: {
    zh: "这个指标要保持在区间内，但没有给出上下限。请填写下限、上限或允许的偏差。",
    en: "This KPI is to stay within a band, but has no limits. Give a lower limit, an upper limit or a tolerance.",
  },
  kpi_band_order: {
    zh: "区间的下限 {least} 大于上限 {most}。请对调。",
    en: "The band's lower limit {least} is above its upper limit {most}. Swap them.",
  },
  kpi_target_direction: {
    zh: "目标的含义与指标的方向相反：越低越好的指标不能用“提高到”，越高越好的不能用“降低到”。请改其中一个。",
    en: "The target's meaning runs against the metric's direction: raise only what should be high, lower only what should be low. Change one of them.",
  },
  manual_four_eyes: {
    zh: "录入人和确认人是同一个人。请指定另一个人确认。",
    en: "The same person enters and confirms. Name somebody else to confirm.",
  },
  manual_dimensions: {
    zh: "手工录入的指标没有记录，不能按字段拆分。请去掉拆分字段。",
    en: "A figure entered by hand has no records, so no fields to be cut by. Take the fields away.",
  },
  manual_metric: {
    zh: "指标 {metric} 由系统计算，不能手工录入。请选择手工录入的指标。",
    en: "The metric {metric} is computed from records and cannot be entered. Choose one that is entered by hand.",
  },
  manual_period: {
    zh: "期间 {period} 不是这个指标的录入期间（{grain}）。请选择正确的期间。",
    en: "{period} is not a period this metric is entered for ({grain}). Choose such a period.",
  },
  manual_early: {
    zh: "期间 {period} 从 {from} 才开始，还不能录入。请到时再录。",
    en: "The period {period} begins on {from}, so there is nothing to enter yet. Come back then.",
  },
  manual_inputter: {
    zh: "您不是指标 {metric} 的数据录入人。请联系定义里指定的录入人。",
    en: "You do not enter the figures of {metric}. Ask the person its definition names.",
  },
  manual_confirmer: {
    zh: "您不是指标 {metric} 的确认人。请联系定义里指定的确认人。",
    en: "You do not confirm the figures of {metric}. Ask the person its definition names.",
  },
  manual_own_entry: {
    zh: "这个数是您自己录入的，要由另一个人确认。请让其他确认人处理。",
    en: "You entered this figure yourself, so somebody else must confirm it. Ask another confirmer.",
  },
  manual_own_figure: {
    zh: "这是您自己的数，不能由您确认。请让其他确认人处理。",
    en: "This figure is about you, so you cannot confirm it. Ask another confirmer.",
  },
  manual_entries: {
    zh: "有 {count} 处填错，什么都没有保存。请按每行的提示修改。",
    en: "{count} lines are wrong and nothing was kept. Mend them as each line says.",
  },
  manual_person: {
    zh: "{name} 不在这个指标要录入的人员中，或不在您的范围内。请去掉这一行。",
    en: "{name} is not among the people this metric is entered for, or not within your reach. Take the row out.",
  },
  manual_decimals: {
    zh: "这个指标最多 {decimals} 位小数。请改短。",
    en: "This metric has at most {decimals} decimals. Shorten the figure.",
  },
  manual_evidence: {
    zh: "这个指标要求写明依据。请填写凭证、链接或说明。",
    en: "This metric asks for evidence. Give a document, a link or an explanation.",
  },
  manual_note: {
    zh: "没有数值时要说明原因。请填写说明。",
    en: "A period without a figure needs an explanation. Write a note.",
  },
  manual_twice: {
    zh: "同一个人出现了两次。请只保留一行。",
    en: "The same person stands here twice. Keep one row.",
  },
  manual_decided: {
    zh: "这个数已经有人处理过，或已被新的录入代替。请刷新后再看。",
    en: "Somebody has decided on this figure already, or a newer one took its place. Refresh and look again.",
  },
  manual_reason: {
    zh: "退回时要说明原因，录入人才知道怎么改。请填写原因。",
    en: "Say why the figure is returned, so that the inputter knows what to mend.",
  },
};
