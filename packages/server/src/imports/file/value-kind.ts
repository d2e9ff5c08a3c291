import { spreadsheetNumber } from "@dabiao/core/imports/spreadsheet-number.ts";
import { readDay } from "@dabiao/core/model/read-day.ts";
import { parseNumber } from "@dabiao/core/numbers/parse-number.ts";

/** What a cell's text reads as, for guessing where its column goes. `date_mdy` and `date_dmy` need their order told. */
export type ValueKind = "number" | "date" | "date_mdy" | "date_dmy" | "date_open" | "boolean" | "text";

const BOOLEANS = new Set(["true", "false", "yes", "no", "是", "否", "对", "错"]);
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}$/;

export function valueKind(text: string): ValueKind {
  if (BOOLEANS.has(text.toLowerCase())) return "boolean";
  const parts = YEAR_LAST.exec(text.trim());
  if (parts) return Number(parts[1]) > 12 ? "date_dmy" : Number(parts[2]) > 12 ? "date_mdy" : "date_open";
  if (readDay(text.replace(/[ T]\d{1,2}:\d{2}(:\d{2})?.*$/, ""), "ymd").kind === "day") return "date";
  return parseNumber(spreadsheetNumber(text)).kind === "number" ? "number" : "text";
}

/** The order of a column's dates, when some day above 12 gives it away; month first when none does. */
export function orderOfDates(kinds: Readonly<Record<string, number>>): "ymd" | "mdy" | "dmy" {
  if ((kinds["date_dmy"] ?? 0) > 0) return "dmy";
  return (kinds["date_mdy"] ?? 0) + (kinds["date_open"] ?? 0) > 0 ? "mdy" : "ymd";
}
