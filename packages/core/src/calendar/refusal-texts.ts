import type { RefusalTexts } from "../platform/refusal.ts";
import type { calendarRefusals } from "./refusals.ts";

/** Sentences for calendars and period keys. */
export const calendarRefusalTexts: RefusalTexts<typeof calendarRefusals> = {
  period_key: {
    zh: "“{key}”不是周期。请写成 2026、2026-Q1、2026-03、2026-W10 或 2026-03-09。",
    en: "“{key}” is no period. Write 2026, 2026-Q1, 2026-03, 2026-W10 or 2026-03-09.",
  },
  period_not_in_calendar: {
    zh: "公司日历里没有周期“{key}”。请检查财年设置。",
    en: "The company calendar has no period “{key}”. Check its fiscal year.",
  },
  comparison_base: {
    zh: "周期“{period}”没有可以比较的对应周期。请选择年、季、月、周或日。",
    en: "The period “{period}” has no counterpart to compare with. Choose a year, quarter, month, week or day.",
  },
  calendar_zone: {
    zh: "没有时区“{zone}”。请从列表中选择，例如 Asia/Shanghai。",
    en: "There is no time zone “{zone}”. Choose one from the list, such as Asia/Shanghai.",
  },
  calendar_anchor_missing: {
    zh: "大小周需要一个起点：请选第一种周里的任意一天。",
    en: "Alternating weeks need a start: choose any day of a week of the first kind.",
  },
  calendar_no_workday: {
    zh: "一周里没有工作日。请至少选一天。",
    en: "The week has no working day. Choose at least one.",
  },
  calendar_day_twice: { zh: "{date} 写了两次。请保留一次。", en: "{date} is listed twice. Keep one." },
  calendar_period_empty: {
    zh: "周期“{key}”没有一天：结束日要在开始日之后。",
    en: "Period “{key}” has no day: its end must come after its start.",
  },
  calendar_period_twice: { zh: "周期编号“{key}”重复。请换一个。", en: "Two periods have the key “{key}”. Change one." },
  calendar_week53: { zh: "第 53 周只能并入第 1 到第 {last} 期。", en: "Week 53 can join period 1 to {last} only." },
  calendar_iso_monday: {
    zh: "ISO 周从周一开始。请把一周的第一天设为周一。",
    en: "ISO weeks start on Monday. Set the first day of the week to Monday.",
  },
  calendar_too_far: {
    zh: "{days} 天内没有这么多工作日。请检查日历的工作日设置。",
    en: "There are not that many working days within {days} days. Check the calendar.",
  },
};
