import type { RefusalTexts } from "../platform/refusal.ts";
import type { recordRefusals } from "./refusals.ts";

/** Sentences for reading and writing records. */
export const recordRefusalTexts: RefusalTexts<typeof recordRefusals> = {
  object_unknown: {
    zh: "没有名为“{object}”的对象，可能已被删除。请刷新页面。",
    en: "There is no object “{object}”. It may have been removed; reload the page.",
  },
  record_not_found: {
    zh: "找不到这条记录：它可能已被删除，或不在您的可见范围内。",
    en: "This record cannot be found: it was deleted, or is not within your reach.",
  },
  field_unknown: {
    zh: "对象“{object}”没有字段“{field}”。请检查字段名。",
    en: "“{object}” has no field “{field}”. Check the field's key.",
  },
  field_not_readable: {
    zh: "您无权查看字段“{field}”，不能用它显示、筛选或排序。请联系管理员。",
    en: "You may not see “{field}”, so it can be neither shown, filtered nor sorted by. Ask an administrator.",
  },
  field_not_writable: {
    zh: "您无权修改字段“{field}”。请联系管理员。",
    en: "You may not change “{field}”. Ask an administrator.",
  },
  field_masked: {
    zh: "字段“{field}”对您只显示一部分，只能按完整内容查找。",
    en: "“{field}” is partly hidden from you; it can only be searched by its whole value.",
  },
  field_required: { zh: "请填写“{field}”。", en: "Fill in “{field}”." },
  operator_not_for_field: {
    zh: "字段“{field}”不支持条件“{operator}”。请换一个条件。",
    en: "“{field}” does not take the condition “{operator}”. Choose another.",
  },
  filter_value: {
    zh: "字段“{field}”的筛选值不正确。请重新填写。",
    en: "The filter on “{field}” has a value it cannot use. Enter it again.",
  },
  filter_too_deep: {
    zh: "筛选条件嵌套过深，最多 {limit} 层。",
    en: "The filter is nested too deeply; {limit} levels at most.",
  },
  period_unknown: {
    zh: "“{period}”不是可识别的期间。例如：2026-Q1、this_month、last_7_days。",
    en: "“{period}” is no period. Try 2026-Q1, this_month or last_7_days.",
  },
  value_not_unique: {
    zh: "“{value}”已存在于另一条记录（{fields}）。请修改，或打开已有记录。",
    en: "“{value}” already stands in another record ({fields}). Change it, or open that record.",
  },
  value_repeated_in_batch: {
    zh: "“{value}”在本次提交中出现多次（{fields}）。请只保留一条。",
    en: "“{value}” stands more than once in this batch ({fields}). Keep one.",
  },
  reference_not_found: {
    zh: "“{field}”指向的记录不存在、已停用，或不在您的可见范围内。请重新选择。",
    en: "What “{field}” refers to does not exist, has left, or is out of your reach. Choose again.",
  },
  record_rule: { zh: "{zh}", en: "{en}" },
  record_changed: {
    zh: "您编辑期间，{fields} 已被他人修改。请查看两边的值再保存。",
    en: "{fields} changed while you were editing. Compare both values, then save.",
  },
  record_deleted: {
    zh: "这条记录已在回收站中。请先恢复再操作。",
    en: "This record is in the recycle bin. Restore it first.",
  },
  record_not_deleted: {
    zh: "这条记录不在回收站中。请刷新页面。",
    en: "This record is not in the recycle bin. Reload the page.",
  },
  batch_refused: {
    zh: "{rows} 行有问题，什么都没有写入。请按提示修改后重试。",
    en: "{rows} rows have problems and nothing was written. Mend them and try again.",
  },
  batch_too_large: {
    zh: "一次最多处理 {limit} 条。请缩小范围。",
    en: "At most {limit} records at a time. Narrow the selection.",
  },
  undo_nothing: { zh: "没有可撤销的内容。", en: "There is nothing to undo." },
  attachment_too_large: {
    zh: "文件超过 {limit} MB。请压缩或拆分后上传。",
    en: "The file is larger than {limit} MB. Compress or split it.",
  },
  attachment_type: {
    zh: "不支持“{type}”类型的文件。请上传图片、PDF、Office 文档、文本、音视频或压缩包。",
    en: "Files of type “{type}” are not taken. Use images, PDF, Office documents, text, audio, video or archives.",
  },
  attachment_missing: { zh: "没有收到文件。请选择一个文件。", en: "No file arrived. Choose one." },
  selection_changed: {
    zh: "选中的记录已从 {expected} 条变为 {found} 条。请确认后重试。",
    en: "The selection changed from {expected} to {found} records. Check it and try again.",
  },
};
