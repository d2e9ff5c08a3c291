import type { Calendar } from "./calendar.ts";
import type { Day } from "./day.ts";
import type { Grain } from "./grain.ts";
import { naturalPeriodOf } from "./natural-period.ts";
import { type Period, type PeriodGrain, periodOf } from "./period.ts";

const BELOW: Readonly<Record<PeriodGrain, Grain | "monthweek" | null>> = {
  year: "quarter",
  half: "quarter",
  quarter: "month",
  month: "monthweek",
  week: "day",
  monthweek: "day",
  custom: "day",
  day: null,
};

/**
 * The parts a period divides into exactly, in order: year → quarters → months → pieces of weeks → days. Months of whole weeks
 * divide into weeks. A finer grain may be asked for; weeks inside a natural month come as `monthweek`, cut at its edges.
 *
 * @source SPEC.md G-12
 */
export function childrenOf(of: Period, calendar: Calendar, grain: Grain | null = null): Period[] {
  const wanted = grain ?? BELOW[of.grain];
  if (wanted === null || of.grain === wanted) return [];
  const first = partAt(of.start, wanted, of, calendar);
  const step = divides(first, of, calendar) ? wanted : "monthweek";
  const parts: Period[] = [];
  for (let day = of.start; day < of.end; day = parts.at(-1)?.end ?? of.end) parts.push(partAt(day, step, of, calendar));
  return parts;
}

/** Whether weeks of this kind fill the period without being cut; in natural months they do so only by chance. */
function divides(first: Period, of: Period, calendar: Calendar): boolean {
  if (first.grain === "monthweek") return false;
  if (first.grain !== "week") return true;
  if (of.family === "natural") return false;
  return first.start === of.start && partAt(of.end, "week", of, calendar).start === of.end;
}

function partAt(day: Day, grain: Grain | "monthweek", of: Period, calendar: Calendar): Period {
  const wanted = grain === "monthweek" && of.family === "fiscal" && of.grain === "month" ? "week" : grain;
  return of.family === "natural" ? naturalPeriodOf(day, wanted, calendar) : periodOf(day, wanted, calendar);
}
