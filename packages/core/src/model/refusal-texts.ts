import type { RefusalTexts } from "../platform/refusal.ts";
import type { modelRefusals } from "./refusals.ts";

/** Sentences for definitions, and for a value that a field is given. */
export const modelRefusalTexts: RefusalTexts<typeof modelRefusals> = {
  value_not_text: { zh: "请填写文字。", en: "Enter text." },
  value_too_long: { zh: "太长了，最多 {max} 个字。", en: "Too long: at most {max} characters." },
  value_not_number: { zh: "这不是数字，请填写一个数。", en: "This is not a number. Enter one." },
  value_not_decimal_string: {
    zh: '请用十进制文本传数字，如 "12.50"。',
    en: 'Send numbers as decimal text, such as "12.50".',
  },
  value_not_integer: {
    zh: "{value} 不是整数，请填写整数。",
    en: "{value} is not a whole number. Enter a whole number.",
  },
  value_other_unit: {
    zh: "“{text}”的单位与本栏不符，请按本栏的单位或币种填写。",
    en: "“{text}” has another unit than this field. Use the field’s unit or currency.",
  },
  value_too_small: { zh: "不能小于 {min}。", en: "It must be at least {min}." },
  value_too_large: { zh: "不能大于 {max}。", en: "It must be at most {max}." },
  value_not_boolean: {
    zh: "“{value}”看不出是或否，请填“是”或“否”。",
    en: "“{value}” is neither yes nor no. Enter one of them.",
  },
  value_not_option: {
    zh: "没有“{value}”这个选项，请选一个已有选项，或请管理员添加。",
    en: "There is no option “{value}”. Choose one of the options, or have it added.",
  },
  value_not_list: { zh: "请给出一个列表。", en: "Give a list." },
  value_too_many: { zh: "最多 {max} 个。", en: "At most {max}." },
  value_not_date: {
    zh: "“{value}”不是日期，请写成 2026-03-07 或 2026年3月7日。",
    en: "“{value}” is not a date. Write 2026-03-07.",
  },
  value_no_such_day: { zh: "没有“{value}”这一天，请核对日期。", en: "There is no day “{value}”. Check the date." },
  value_date_order: {
    zh: "“{value}”的月和日谁在前不清楚，请写成 年-月-日，或在字段里设定日期顺序。",
    en: "It is unclear whether day or month comes first in “{value}”. Write year-month-day, or set the field’s date order.",
  },
  value_not_datetime: {
    zh: "“{value}”不是时间，请写成 2026-03-07 14:05。",
    en: "“{value}” is not a date and time. Write 2026-03-07 14:05.",
  },
  value_not_time: { zh: "“{value}”不是时刻，请写成 14:05。", en: "“{value}” is not a time of day. Write 14:05." },
  value_not_id: { zh: "“{value}”不是编号，请重新选择。", en: "“{value}” is not an id. Choose again." },
  value_not_phone: {
    zh: "“{value}”不是电话号码，请核对位数和区号。",
    en: "“{value}” is not a phone number. Check its digits and area code.",
  },
  value_not_email: { zh: "“{value}”不是邮箱地址，请核对。", en: "“{value}” is not an e-mail address. Check it." },
  value_not_url: {
    zh: "“{value}”不是网址，请以 http:// 或 https:// 开头。",
    en: "“{value}” is not a web address. Begin with http:// or https://.",
  },
  value_not_address: {
    zh: "地址不完整或格式不对，请重新选择省市区。",
    en: "The address is not complete. Choose its parts again.",
  },
  value_not_location: {
    zh: "位置不对，请写成“纬度,经度”或在地图上选取。",
    en: "This is not a place. Write latitude,longitude or pick it on the map.",
  },
  field_computed: {
    zh: "该字段由系统计算，不能填写。",
    en: "This field is worked out by the system and cannot be filled in.",
  },
  definition_shape: { zh: "配置的格式不对：{reason}", en: "The definition has the wrong shape: {reason}" },
  definition_invalid: {
    zh: "配置还有问题，不能发布。请按列出的各处修改。",
    en: "The definition has mistakes and cannot be published. Mend what is listed.",
  },
  definition_no_draft: { zh: "没有草稿，请先保存修改。", en: "There is no draft. Save your changes first." },
  definition_moved: {
    zh: "您起草之后，别人发布了新版本。请对照新版本修改后再发布。",
    en: "Somebody published a newer version since you began. Compare with it, then publish.",
  },
  definition_busy: {
    zh: "上一个版本还在后台转换数据，请等它完成。",
    en: "The version before is still converting its records. Wait until it is done.",
  },
  definition_in_use: {
    zh: "还有配置在使用它（{by}），请先修改这些配置。",
    en: "It is still used by {by}. Change those first.",
  },
  dependant_breaks: {
    zh: "这样修改后，“{label}”将不能使用，请先修改它。",
    en: "This change would break “{label}”. Change that first.",
  },
  reference_missing: {
    zh: "找不到所引用的 {kind} {key}，请换一个或先建好它。",
    en: "There is no {kind} {key}. Choose another or make it first.",
  },
  reference_elsewhere: {
    zh: "字段“{field}”不是指向本对象的引用，请换一个字段。",
    en: "The field “{field}” does not refer to this object. Choose another.",
  },
  unknown_field: {
    zh: "对象“{object}”没有字段“{field}”，请换一个字段。",
    en: "The object “{object}” has no field “{field}”. Choose another.",
  },
  field_key_reserved: {
    zh: "字段标识“{field}”是系统保留的，请换一个。",
    en: "The key “{field}” is taken by the system. Choose another.",
  },
  field_key_twice: {
    zh: "字段标识“{field}”重复，请改掉其中一个。",
    en: "The key “{field}” is used twice. Change one of them.",
  },
  field_type_unknown: {
    zh: "没有字段类型“{type}”，请换一个。",
    en: "There is no field type “{type}”. Choose another.",
  },
  field_settings: { zh: "字段“{field}”的设置不对：{reason}", en: "The settings of “{field}” are wrong: {reason}" },
  field_not_unique: {
    zh: "字段“{field}”的类型不能设为唯一，请取消唯一。",
    en: "A field of the type of “{field}” cannot be unique. Switch that off.",
  },
  field_not_sortable: {
    zh: "不能按字段“{field}”排序，请换一个字段。",
    en: "Records cannot be sorted by “{field}”. Choose another field.",
  },
  field_not_filterable: {
    zh: "不能按字段“{field}”筛选，请换一个字段。",
    en: "Records cannot be filtered by “{field}”. Choose another field.",
  },
  field_not_date: {
    zh: "字段“{field}”不是日期，请换一个日期字段。",
    en: "The field “{field}” is not a date. Choose a date field.",
  },
  field_not_number: {
    zh: "字段“{field}”不是数字，请换一个数字字段。",
    en: "The field “{field}” is not a number. Choose a number field.",
  },
  field_not_dimension: {
    zh: "不能按字段“{field}”分组，请换一个字段。",
    en: "Numbers cannot be cut by “{field}”. Choose another field.",
  },
  field_computed_required: {
    zh: "计算字段“{field}”不能设为必填，请取消必填。",
    en: "The computed field “{field}” cannot be required. Switch that off.",
  },
  field_repeats: {
    zh: "字段“{field}”已有重复的值（{value}），请先合并或修改这些记录，再设为唯一。",
    en: "“{field}” already has repeated values ({value}). Mend those records before making it unique.",
  },
  field_not_convertible: {
    zh: "字段“{field}”不能从 {from} 改为 {to}，请新建一个字段。",
    en: "“{field}” cannot be changed from {from} to {to}. Add a new field instead.",
  },
  field_conversion: {
    zh: "字段“{field}”有 {count} 个值不能转换（如“{example}”）。请先修改，或选择清空这些值。",
    en: "{count} values of “{field}” do not convert, such as “{example}”. Mend them, or choose to empty them.",
  },
  object_key_reserved: {
    zh: "对象标识“{key}”是系统保留的，请换一个。",
    en: "The key “{key}” is taken by the system. Choose another.",
  },
  object_columns: {
    zh: "对象“{object}”用过的列已达 {limit} 个，请等后台清理旧列后再加字段。",
    en: "The object “{object}” has used {limit} columns. Wait until old ones are cleared, then add the field.",
  },
  option_in_use: {
    zh: "字段“{field}”的选项“{option}”仍有 {count} 条记录在用，请将它归档而不是删除。",
    en: "{count} records still have the option “{option}” of “{field}”. Archive it instead of removing it.",
  },
  name_field_not_text: {
    zh: "名称字段“{field}”必须是文本或自动编号，请换一个字段。",
    en: "The name field “{field}” must be text or an automatic number. Choose another.",
  },
  stage_not_select: {
    zh: "阶段字段“{field}”必须是单选，请换一个字段。",
    en: "The stage field “{field}” must be a single select. Choose another.",
  },
  stage_option_untyped: {
    zh: "阶段“{option}”还没有类型，请选择进行中、赢单、输单或搁置。",
    en: "The stage “{option}” has no type. Choose open, won, lost or hold.",
  },
  stage_option_unknown: {
    zh: "阶段类型里的“{option}”不是选项，请删去。",
    en: "“{option}” among the stage types is no option. Remove it.",
  },
  lookup_via: {
    zh: "字段“{field}”不是单条引用，不能用来查找，请换一个引用字段。",
    en: "“{field}” does not refer to one record, so nothing can be looked up by it. Choose a reference.",
  },
  computed_cycle: {
    zh: "字段“{field}”的计算绕回了自己，或超过 {limit} 层，请断开其中一层。",
    en: "The computation of “{field}” comes back to itself or is deeper than {limit}. Break one of its steps.",
  },
  view_needs_group: {
    zh: "看板需要一个分列字段，请选择。",
    en: "A board needs a field to stand its columns by. Choose one.",
  },
  view_needs_date: { zh: "日历需要一个日期字段，请选择。", en: "A calendar needs a date field. Choose one." },
  view_group_type: {
    zh: "看板不能按字段“{field}”分列，请换单选、是否或引用字段。",
    en: "A board cannot stand its columns by “{field}”. Choose a select, a yes/no or a reference.",
  },
  metric_percentile: { zh: "请填写百分位，如 0.9。", en: "Enter the percentile, such as 0.9." },
  metric_value_missing: { zh: "请填写取值公式。", en: "Enter the formula of the value." },
  credit_not_member: {
    zh: "业绩归属字段“{field}”必须是人员字段，请换一个。",
    en: "The credit field “{field}” must be a member field. Choose another.",
  },
  split_object: {
    zh: "分成对象“{object}”需要有指向本对象的引用、人员和比例三个字段。",
    en: "The split object “{object}” needs a reference to this object, a member and a percent field.",
  },
  definition_needs_reason: {
    zh: "检查发现 {count} 个严重问题。请修改，或写明仍要发布的理由。",
    en: "The check found {count} serious problems. Mend them, or give a reason for publishing all the same.",
  },
  kpi_thresholds: {
    zh: "提醒线要从高到低：超前、正常、关注。请调整数值。",
    en: "The marks must fall: ahead, ok, watch. Adjust them.",
  },
  package_conflict: {
    zh: "升级与公司的修改有 {count} 处冲突，请逐一选择保留哪一边。",
    en: "The upgrade meets {count} changes of your own. Choose which side stays for each.",
  },
};
