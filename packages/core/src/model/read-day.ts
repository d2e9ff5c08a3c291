import { z } from "zod";
import { plainText } from "./parsed.ts";

/** In which order a date's parts stand. Only `ymd` is certain without being told; 3/4/2026 needs one of the others. */
export const DateOrder = z.enum(["ymd", "mdy", "dmy"]);
export type DateOrder = z.infer<typeof DateOrder>;

export type ReadDay =
  | { readonly kind: "day"; readonly day: string }
  | {
      readonly kind: "issue";
      readonly code: "value_not_date" | "value_no_such_day" | "value_date_order";
      readonly text: string;
    };

const YEAR_FIRST = /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*[日号]?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/**
 * Reads a day as people type it: 2026-03-07, 2026/3/7, 2026.3.7, 2026年3月7日, 20260307, and 3/7/2026 when `order` says how.
 *
 * @returns `YYYY-MM-DD`; an impossible day (2026-02-30) and an order nobody told are refused, never guessed
 */
export function readDay(typed: string, order: DateOrder): ReadDay {
  const text = plainText(typed);
  const yearFirst = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (yearFirst) return toDay(yearFirst[1], yearFirst[2], yearFirst[3], typed);
  const yearLast = YEAR_LAST.exec(text);
  if (!yearLast) return { kind: "issue", code: "value_not_date", text: typed };
  if (order === "mdy") return toDay(yearLast[3], yearLast[1], yearLast[2], typed);
  if (order === "dmy") return toDay(yearLast[3], yearLast[2], yearLast[1], typed);
  return { kind: "issue", code: "value_date_order", text: typed };
}

function toDay(year = "", month = "", day = "", typed = ""): ReadDay {
  const exists = Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
  if (!exists) return { kind: "issue", code: "value_no_such_day", text: typed };
  return { kind: "day", day: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** By hand, because an import reads hundreds of thousands of days. None for a month that does not exist. */
function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}
