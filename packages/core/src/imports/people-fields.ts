import { type MatchField, OWNER_ALIASES } from "./match-columns.ts";

/** What a list of people may say about each. A unit path runs from the top: office, then team. */
export const PEOPLE_MATCH_FIELDS: readonly MatchField[] = [
  person("name", "姓名", "Name", ["成员", "员工", "员工姓名", "employee", "full name", ...OWNER_ALIASES]),
  person("leader", "上级 / 负责人", "Leader", ["manager", "leader", "主管", "经理", "上级", "直属上级", "地区经理"]),
  person("unit_1", "一级部门", "Unit, level 1", [
    "regional_office",
    "office",
    "部门",
    "大区",
    "地区",
    "区域",
    "region",
  ]),
  person("unit_2", "二级部门", "Unit, level 2", ["team", "小组", "团队"]),
  person("unit_3", "三级部门", "Unit, level 3", ["组"]),
  person("email", "邮箱", "E-mail", ["email", "电子邮件", "mail"]),
  person("joined_on", "入职日期", "Joined on", ["hire date", "start of employment", "入职日"]),
  person("from_day", "在岗开始", "In the unit from", [
    "from",
    "start date",
    "effective from",
    "开始日期",
    "起始日期",
    "生效日期",
  ]),
  person("to_day", "在岗结束", "In the unit until", [
    "to",
    "end date",
    "effective to",
    "结束日期",
    "截止日期",
    "失效日期",
  ]),
  person("employee_no", "工号", "Employee number", ["员工编号", "employee id", "员工号"]),
];

/** Names of files that hold people. */
export const PEOPLE_FILE_NAMES = [
  "people",
  "sales_teams",
  "sales team",
  "members",
  "成员",
  "员工",
  "销售人员",
  "花名册",
];

function person(key: string, zh: string, en: string, aliases: readonly string[]): MatchField {
  return { key, type: "text", label: { zh, en }, aliases };
}
