import { cardFor } from "@dabiao/core/appraisal/card-for.ts";
import type { AppraisalPlanBody } from "@dabiao/core/appraisal/plan.ts";
import type { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { workdaysBetween } from "@dabiao/core/calendar/workdays.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import type { Stay } from "./people-store.ts";

/** A sub-record before it is kept. */
export interface NewPart {
  readonly card: string;
  readonly unitId: string | null;
  readonly from: string;
  readonly to: string;
  readonly share: Decimal;
  /** Working days served times share. */
  readonly weight: Decimal;
  readonly leaders: readonly string[];
}

/** Somebody who takes part, with one part for each unit they were in. */
export interface Participant {
  readonly memberId: string;
  readonly name: string;
  readonly parts: readonly NewPart[];
  /** Left before enough of the period was served: not applicable. */
  readonly withdrawn: boolean;
  /** Served too little of it to be counted in a distribution. */
  readonly exempt: "shortService" | null;
}

export interface NamedBody {
  readonly key: string;
  readonly body: ScorecardBody;
}

/**
 * Who is appraised by a plan in a span, by which cards, in which parts.
 *
 * @source SPEC.md, S-16
 */
export function participants(
  plan: Pick<AppraisalPlanBody, "units" | "except" | "minServed">,
  cards: readonly NamedBody[],
  stays: readonly Stay[],
  span: DayRange,
  calendar: Calendar,
): Participant[] {
  const counts = new Map<string, number>();
  const workdays = (from: string, to: string): number => {
    const name = `${from}/${to}`;
    const count = counts.get(name) ?? workdaysBetween(from, to, calendar);
    counts.set(name, count);
    return count;
  };
  const whole = workdays(span.start, span.end);
  const except = new Set(plan.except);
  const byMember = Map.groupBy(stays, ({ memberId }) => memberId);
  return [...byMember].flatMap(([memberId, all]): Participant[] => {
    if (except.has(memberId)) return [];
    const parts = merged(all).flatMap((stay): NewPart[] => {
      const inPlan = !plan.units || plan.units.some((unit) => stay.path.includes(unit));
      const card = inPlan ? cardFor(cards, stay) : null;
      if (!card) return [];
      const days = workdays(stay.from, stay.to);
      const { unitId, from, to, leaders } = stay;
      return [{ card: card.key, unitId, from, to, share: decimal(100), weight: decimal(days), leaders }];
    });
    const [first] = all;
    if (parts.length === 0 || !first) return [];
    const served = parts.reduce((days, { weight }) => days.plus(weight), decimal(0));
    const short = whole > 0 && served.div(whole).lt(plan.minServed);
    const left = first.leftOn !== null && first.leftOn <= span.end;
    return [{ memberId, name: first.name, parts, withdrawn: short && left, exempt: short ? "shortService" : null }];
  });
}

/** Days in the same unit under the same leaders are one stay, whatever the organisation's records say. */
function merged(stays: readonly Stay[]): Stay[] {
  const found: Stay[] = [];
  for (const stay of stays) {
    const last = found.at(-1);
    if (last && last.to === stay.from && last.unitId === stay.unitId)
      found[found.length - 1] = { ...last, to: stay.to };
    else found.push(stay);
  }
  return found;
}
