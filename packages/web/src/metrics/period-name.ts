import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import { addDays } from "@dabiao/core/calendar/day.ts";
import { type Period, period } from "@dabiao/core/calendar/period.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { type Locale, localText } from "@dabiao/core/platform/text.ts";

/** A period as people say it: 2026年3月, 2026年Q1, 第10周 (3/2–3/8); a key no calendar knows stands as it is. */
export function periodName(key: string, calendar: Calendar, locale: Locale): string {
  const found = readPeriod(key, calendar);
  if (found === null) return key;
  if (found.family === "fiscal") return fiscalName(found, locale);
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

/** A fiscal period says which days it has: nobody knows by heart when FY2026-P03 is. */
function fiscalName(found: Period, locale: Locale): string {
  const [year = "", part = ""] = found.key.slice(2).split("-");
  const number = Number(part.slice(1));
  const days = ` (${span(found)})`;
  if (locale !== "zh-CN") return part === "" ? `FY${year}${days}` : `FY${year} ${part}${days}`;
  switch (found.grain) {
    case "year":
      return `${year}财年${days}`;
    case "half":
      return `${year}财年${number === 1 ? "上" : "下"}半年${days}`;
    case "quarter":
      return `${year}财年${part}${days}`;
    case "month":
      return `${year}财年第${number}期${days}`;
    default:
      return `${year}财年第${number}周${days}`;
  }
}

/** The shortest name beside others of the same kind: 3月, Q1, 第10周. */
export function shortPeriodName(key: string, locale: Locale): string {
  const zh = locale === "zh-CN";
  const month = /^(\d{4})-(\d\d)$/.exec(key);
  if (month) return zh ? `${key.slice(2, 4)}年${Number(month[2])}月` : monthName(`${key}-01`);
  const fiscal = /^FY\d{2}(\d{2})-([HQPW])(\d+)$/.exec(key);
  if (fiscal)
    return fiscal[2] === "Q" || fiscal[2] === "H" || !zh
      ? `FY${fiscal[1]} ${fiscal[2]}${Number(fiscal[3])}`
      : `FY${fiscal[1]} ${Number(fiscal[3])}${fiscal[2] === "P" ? "期" : "周"}`;
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
