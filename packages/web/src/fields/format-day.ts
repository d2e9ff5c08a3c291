import type { Locale } from "@dabiao/core/platform/text.ts";

/** A day in a list: 3月7日 this year, 2025-12-31 else; Mar 7, and Dec 31, 2025. */
export function formatDay(day: string, locale: Locale, thisYear = String(new Date().getFullYear())): string {
  const [year = "", month = "", date = ""] = day.split("-");
  if (locale === "zh-CN") return year === thisYear ? `${Number(month)}月${Number(date)}日` : day;
  const options: Intl.DateTimeFormatOptions = { month: "short", day: "numeric", timeZone: "UTC" };
  if (year !== thisYear) options.year = "numeric";
  return new Intl.DateTimeFormat("en", options).format(new Date(`${day}T00:00:00Z`));
}

/** A moment in a list: 今天 14:05, 昨天 14:05, 3月7日 14:05, 2025-12-31; the full stamp belongs in the title. */
export function formatMoment(instant: string, locale: Locale, now = new Date()): string {
  const at = new Date(instant);
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hour12: false }).format(at);
  const day = localDay(at);
  if (day === localDay(now)) return locale === "en" ? time : `今天 ${time}`;
  if (day === localDay(new Date(now.getTime() - 86_400_000)))
    return locale === "en" ? `Yesterday ${time}` : `昨天 ${time}`;
  const sameYear = at.getFullYear() === now.getFullYear();
  return sameYear ? `${formatDay(day, locale)} ${time}` : formatDay(day, locale);
}

export function fullStamp(instant: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" }).format(new Date(instant));
}

/** The day a moment falls on where the reader is. */
export function localDay(at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
