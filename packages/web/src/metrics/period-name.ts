import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import { addDays } from "@dabiao/core/calendar/day.ts";
import { type Period, period } from "@dabiao/core/calendar/period.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { type Locale, localText } from "@dabiao/core/platform/text.ts";

/** A period as people say it: 2026年3月, 2026年Q1, 第10周 (3/2–3/8); a key no calendar knows stands as it is. */
export function periodName(key: string, calendar: Calendar, locale: Locale): string {
  const found = readPeriod(key, calendar);
  if (found === null || found.family === "fiscal") return key;
  const year = found.key.slice(0, 4);
  const part = found.key.slice(5);
  const zh = locale === "zh-CN";
  switch (found.grain) {
    case "year":
      return zh ? `${year}年` : year;
    case "half":
      return zh ? `${year}年${part === "H1" ? "上" : "下"}半年` : `${part} ${year}`;
    case "quarter":
      return zh ? `${year}年${part}` : `${part} ${year}`;
    case "month":
      return zh ? `${year}年${Number(part)}月` : monthName(found.start);
    case "week":
      return zh
        ? `${year}年第${Number(part.slice(1))}周 (${span(found)})`
        : `Week ${Number(part.slice(1))}, ${year} (${span(found)})`;
    case "custom":
      return customName(key, calendar, locale);
    default:
      return found.key;
  }
}

/** The shortest name beside others of the same kind: 3月, Q1, 第10周. */
export function shortPeriodName(key: string, locale: Locale): string {
  const zh = locale === "zh-CN";
  const month = /^(\d{4})-(\d\d)$/.exec(key);
  if (month) return zh ? `${key.slice(2, 4)}年${Number(month[2])}月` : monthName(`${key}-01`);
  const week = /^(\d{4})-W(\d\d)$/.exec(key);
  if (week) return zh ? `${Number(week[2])}周` : `W${Number(week[2])}`;
  return key;
}

/** The period of a key, or null for text that is no key. */
export function readPeriod(key: string, calendar: Calendar): Period | null {
  try {
    return period(key, calendar);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function monthName(day: string): string {
  const format = new Intl.DateTimeFormat("en", { month: "short", year: "numeric", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}

function span({ start, end }: Period): string {
  return `${short(start)}–${short(addDays(end, -1))}`;
}

function short(day: string): string {
  const [, month, date] = day.split("-");
  return `${Number(month)}/${Number(date)}`;
}

function customName(key: string, calendar: Calendar, locale: Locale): string {
  const found = calendar.customPeriods.find((custom) => `X-${custom.key}` === key);
  return found ? localText(found.label, locale) : key;
}
