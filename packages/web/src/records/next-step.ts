import { localDay } from "../fields/format-day.ts";

/** How urgent a next step is: overdue ◆, today ▲, later ●, none ○. */
export type Urgency = "overdue" | "today" | "future" | "none";

export interface NextStep {
  readonly urgency: Urgency;
  readonly day: string | null;
  /** Days past the day, 0 where it is not. */
  readonly late: number;
}

export function nextStep(day: unknown, today = localDay(new Date())): NextStep {
  if (typeof day !== "string" || day === "") return { urgency: "none", day: null, late: 0 };
  const late = Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000));
  return { urgency: day < today ? "overdue" : day === today ? "today" : "future", day, late };
}

const RANK: Readonly<Record<Urgency, number>> = { overdue: 0, today: 1, future: 2, none: 3 };

/** The most urgent first, the longest overdue before the others. */
export function byUrgency(a: NextStep, b: NextStep): number {
  return RANK[a.urgency] - RANK[b.urgency] || (a.day ?? "").localeCompare(b.day ?? "");
}
