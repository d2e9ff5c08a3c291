import { begunPeriods, daysOfPart, type ItemPeriod, itemPeriods } from "@dabiao/core/appraisal/item-periods.ts";
import type { KpiSource, ScorecardBody, ScorecardItem } from "@dabiao/core/appraisal/scorecard.ts";
import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import type { Day } from "@dabiao/core/calendar/day.ts";
import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { workdaysBetween } from "@dabiao/core/calendar/workdays.ts";
import { accrues } from "@dabiao/core/metrics/accrues.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { calendarOf, type MetricContext } from "../metrics/context.ts";
import type { FigureOf, Want } from "./figures.ts";

/** A sub-record whose figures are wanted. */
export interface FactPart {
  readonly id: string;
  readonly memberId: string;
  readonly unitId: string | null;
  readonly card: ScorecardBody;
  readonly span: DayRange;
  readonly days: DayRange;
  /** Days of all parts of the person: a target is shared out among them. */
  readonly served: readonly DayRange[];
}

/** A figure with its target, before either is read. */
export interface Asked {
  readonly want: Want;
  readonly kpi: string;
  readonly calendar: Calendar;
  readonly source: KpiSource["target"];
  readonly adds: boolean;
  /** Periods whose targets make the target, with the share of each that counts. */
  readonly periods: readonly { readonly of: ItemPeriod; readonly share: Decimal; readonly days: number }[];
}

export interface ItemPlan {
  readonly item: ScorecardItem;
  readonly whole: Asked;
  readonly periods: readonly Asked[];
  readonly column: Asked | null;
}

/** Works out which figures a part needs; what many people share is worked out once. */
export class FactsPlanner {
  readonly #context: MetricContext;
  readonly #today: Day | null;
  readonly #periods = new Map<string, ItemPeriod[]>();
  readonly #workdays = new Map<Calendar, Map<string, number>>();

  constructor(context: MetricContext, today: Day | null) {
    this.#context = context;
    this.#today = today;
  }

  plan(part: FactPart): { items: ItemPlan[]; gates: { gate: string; figure: Asked }[] } {
    const items = part.card.items.flatMap((item): ItemPlan[] => {
      if (item.source.kind !== "kpi") return [];
      const source = item.source;
      const periods = this.#periodsOf(source, part);
      const whole = this.#ask(part, source, periods);
      const single = source.compose === "average" && periods.length > 1;
      const column =
        item.rule.kind === "matrix"
          ? this.#ask(part, { ...source, kpi: item.rule.columnKpi, target: { kind: "ledger" } }, periods)
          : null;
      return [{ item, whole, periods: single ? periods.map((each) => this.#ask(part, source, [each])) : [], column }];
    });
    const gates = part.card.gateSources.map(({ gate, kpi, of }) => {
      const source: KpiSource = { kind: "kpi", kpi, of, target: { kind: "ledger" }, compose: "whole" };
      return { gate, figure: this.#ask(part, source, this.#periodsOf(source, part)) };
    });
    return { items, gates };
  }

  #periodsOf(source: KpiSource, part: FactPart): ItemPeriod[] {
    const calendar = this.#calendarOf(source);
    const grain = source.grain ?? part.card.grain;
    const name = `${grain}/${source.calendar ?? source.kpi}/${part.span.start}/${part.span.end}`;
    let periods = this.#periods.get(name);
    if (!periods) {
      periods = itemPeriods(grain, calendar, part.span);
      if (this.#today !== null) periods = begunPeriods(periods, this.#today);
      this.#periods.set(name, periods);
    }
    return periods;
  }

  #ask(part: FactPart, source: KpiSource, periods: readonly ItemPeriod[]): Asked {
    const calendar = this.#calendarOf(source);
    const metric = this.#metricOf(source.kpi);
    const [first, last] = [periods[0], periods.at(-1)];
    const whole = { start: first?.days.start ?? part.days.start, end: last?.days.end ?? part.days.end };
    const days = daysOfPart(whole, part.days, part.span);
    return {
      want: { metric: metric.key, days, of: source.of, subject: subjectOf(source.of, part) },
      kpi: source.kpi,
      calendar,
      source: source.target,
      adds: accrues(metric.body),
      periods: periods.map((of) => ({ of, ...this.#share(of, part, calendar) })),
    };
  }

  /** The part's days of the period over all the person served in it, and of a period that runs on, the days so far. */
  #share({ period, days }: ItemPeriod, part: FactPart, calendar: Calendar): { share: Decimal; days: number } {
    const own = this.#count(daysOfPart(days, part.days, part.span), calendar);
    const served = part.served.reduce((all, each) => all + this.#count(daysOfPart(days, each, part.span), calendar), 0);
    const ofPart = served === 0 ? decimal(0) : decimal(own).div(served);
    const cut =
      days.end < period.end ? decimal(this.#count(days, calendar)).div(this.#count(period, calendar)) : decimal(1);
    return { share: ofPart.times(cut), days: own };
  }

  #count({ start, end }: DayRange, calendar: Calendar): number {
    const known = this.#workdays.get(calendar) ?? new Map<string, number>();
    this.#workdays.set(calendar, known);
    const name = `${start}/${end}`;
    const count = known.get(name) ?? workdaysBetween(start, end, calendar);
    known.set(name, count);
    return count;
  }

  #calendarOf(source: KpiSource): Calendar {
    const calendar = source.calendar ?? this.#metricOf(source.kpi).body.calendar;
    return calendarOf(this.#context.world, { calendar });
  }

  #metricOf(kpi: string) {
    const body = this.#context.world.get(kpiKind, kpi);
    const metric = body && this.#context.world.get(metricKind, body.metric);
    if (!body || !metric) throw new Refusal("not_found", { what: `kpi ${kpi}` }, ["kpi"]);
    return { key: body.metric, body: metric };
  }
}

function subjectOf(of: FigureOf, part: FactPart): string {
  return of === "member" ? part.memberId : of === "unit" ? (part.unitId ?? "") : "";
}
