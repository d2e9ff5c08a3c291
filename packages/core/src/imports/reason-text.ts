import { fillText, type Locale } from "../platform/text.ts";

type Sentence = { readonly zh: string; readonly en: string };

/** What is said of a faulty cell, in the error file and on the page. `{field}` is the field's label, `{value}` what the file has. */
export const REASONS: Readonly<Record<string, Sentence>> = {
  import_not_found: { zh: "{field}：没有「{value}」", en: "{field}: there is no “{value}”" },
  import_ambiguous: {
    zh: "{field}：「{value}」有多个，请指定一个",
    en: "{field}: several are called “{value}”; choose one",
  },
  import_bad_value: { zh: "{field}：「{value}」格式不对", en: "{field}: “{value}” does not fit" },
  import_repeated_key: {
    zh: "{field} 在前面的行出现过，本行跳过",
    en: "{field} stood in an earlier row; this one is skipped",
  },
  import_row_too_long: {
    zh: "本行有 {cells} 格，标题只有 {columns} 列，可能有没加引号的分隔符",
    en: "this row has {cells} cells under {columns} headers; a separator may stand unquoted",
  },
  import_creates: {
    zh: "{field}：「{value}」不存在，导入时新建",
    en: "{field}: “{value}” is not there and will be made",
  },
  import_default: { zh: "{field}：文件里没有，取自 {zh}", en: "{field}: not in the file; taken from {en}" },
  import_open_without: { zh: "进行中，但没有{field}", en: "still open, without {field}" },
  import_link_missing: { zh: "{field}：「{value}」没有导入成功", en: "{field}: “{value}” was not imported" },
  value_not_text: { zh: "{field}：不是文字", en: "{field}: not a text" },
  value_too_long: { zh: "{field}：超过 {max} 个字", en: "{field}: longer than {max} characters" },
  value_not_number: { zh: "{field}：「{value}」不是数字", en: "{field}: “{value}” is no number" },
  value_not_integer: { zh: "{field}：「{value}」不是整数", en: "{field}: “{value}” is no whole number" },
  value_other_unit: { zh: "{field}：「{value}」的单位不同", en: "{field}: “{value}” is in another unit" },
  value_too_small: { zh: "{field}：小于 {min}", en: "{field}: below {min}" },
  value_too_large: { zh: "{field}：大于 {max}", en: "{field}: above {max}" },
  value_not_boolean: { zh: "{field}：「{value}」不是是或否", en: "{field}: “{value}” is neither yes nor no" },
  value_not_option: { zh: "{field}：没有选项「{value}」", en: "{field}: “{value}” is no option" },
  value_not_date: { zh: "{field}：「{value}」不是日期", en: "{field}: “{value}” is no date" },
  value_no_such_day: { zh: "{field}：没有「{value}」这一天", en: "{field}: there is no day “{value}”" },
  value_date_order: { zh: "{field}：「{value}」的年月日顺序不明", en: "{field}: the order of “{value}” is not known" },
  value_not_datetime: { zh: "{field}：「{value}」不是时间", en: "{field}: “{value}” is no moment" },
  value_not_phone: { zh: "{field}：「{value}」不是电话", en: "{field}: “{value}” is no phone number" },
  value_not_email: { zh: "{field}：「{value}」不是邮箱", en: "{field}: “{value}” is no e-mail address" },
  value_not_url: { zh: "{field}：「{value}」不是网址", en: "{field}: “{value}” is no web address" },
  value_not_unique: { zh: "{field}：「{value}」已存在", en: "{field}: “{value}” is already there" },
  value_repeated_in_batch: {
    zh: "{field}：「{value}」在文件中重复",
    en: "{field}: “{value}” stands twice in the file",
  },
  field_required: { zh: "{field}：必填，但是空的", en: "{field}: required, and empty" },
  field_not_writable: { zh: "{field}：没有修改权限", en: "{field}: you may not change it" },
  reference_not_found: { zh: "{field}：「{value}」不可用", en: "{field}: “{value}” cannot be used" },
  record_not_found: { zh: "对应的记录看不到或不存在", en: "its record is out of sight or gone" },
  record_rule: { zh: "{zh}", en: "{en}" },
  forbidden: { zh: "没有权限", en: "not permitted" },
  duplicate_person: { zh: "「{name}」与第 {row} 条重复", en: "“{name}” stands for the same person as entry {row}" },
  ambiguous_leader: {
    zh: "有多个「{name}」，无法确定负责人",
    en: "several are called “{name}”; which one leads is not clear",
  },
  number_ambiguous: {
    zh: "{field}：「{text}」可能是 {first} 或 {second}",
    en: "{field}: “{text}” may be {first} or {second}",
  },
  number_scientific: { zh: "{field}：「{text}」是科学计数法，请写全", en: "{field}: write “{text}” out in full" },
};

const OTHER: Sentence = {
  zh: "{field}：「{value}」无法导入（{code}）",
  en: "{field}: “{value}” cannot be imported ({code})",
};
const NUMBER: Sentence = REASONS["value_not_number"] ?? OTHER;

/** The header of the column that says why a row stayed out; it is never imported. */
export const REASON_HEADER: Sentence = { zh: "未导入的原因", en: "Why it was not imported" };

export function isReasonHeader(header: string): boolean {
  return header === REASON_HEADER.zh || header === REASON_HEADER.en;
}

/** Why a row stayed out, in one sentence without a full stop. */
export function reasonText(
  fault: { readonly code: string; readonly params: Readonly<Record<string, unknown>>; readonly value: string | null },
  field: string,
  locale: Locale,
): string {
  const sentence = REASONS[fault.code] ?? (fault.code.startsWith("number_") ? NUMBER : OTHER);
  const words: Readonly<Record<string, unknown>> = {
    ...fault.params,
    value: fault.value ?? "",
    field,
    code: fault.code,
  };
  return fillText(sentence, words, locale).replace(/^[：:]\s*/, "");
}
