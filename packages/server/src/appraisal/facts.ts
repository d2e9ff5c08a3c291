import type { LineFacts, PeriodFacts } from "@dabiao/core/appraisal/part-score.ts";
import type { Day } from "@dabiao/core/calendar/day.ts";
import { type Decimal, decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import type { MetricContext } from "../metrics/context.ts";
import { type Asked, type FactPart, FactsPlanner, type ItemPlan } from "./facts-plan.ts";
import { readFigures, type Want } from "./figures.ts";
import type { TargetReader, TargetsOf } from "./target-reader.ts";

export interface PartFacts {
  readonly lines: readonly LineFacts[];
  readonly gates: Readonly<Record<string, string | null>>;
}

export interface FactOptions {
  /** For today's score: periods that have not begun are left out. */
  readonly today: Day | null;
  readonly evidence: boolean;
}

/**
 * Figures and targets of many people's cards: planned first, then read in a few grouped queries, then put together.
 *
 * @throws Refusal `not_found` for a KPI that no longer exists
 */
export async function readFacts(
  context: MetricContext,
  readTargets: TargetReader,
  parts: readonly FactPart[],
  options: FactOptions,
): Promise<Map<string, PartFacts>> {
  const planner = new FactsPlanner(context, options.today);
  const plans = parts.map((part) => ({ part, ...planner.plan(part) }));
  const asked = plans.flatMap(({ items, gates }) => [
    ...items.flatMap(({ whole, periods, column }) => [whole, ...periods, ...(column ? [column] : [])]),
    ...gates.map(({ figure }) => figure),
  ]);
  const figures = await readFigures(
    context,
    asked.map(({ want }) => want),
    options.evidence,
  );
  const targets = await openTargets(context, readTargets, asked);
  const facts = (figure: Asked): PeriodFacts => ({
    period: figure.periods.map(({ of }) => of.period.key).join(" "),
    from: figure.want.days.start,
    to: figure.want.days.end,
    days: figure.periods.reduce((all, { days }) => all + days, 0),
    target: targetOf(figure, targets)?.toFixed() ?? null,
    actual: figures.value(figure.want),
  });
  const peers = peersOf(plans, (figure) => figures.value(figure.want));
  return new Map(
    plans.map(({ part, items, gates }) => [
      part.id,
      {
        lines: items.map(({ item, whole, periods, column }): LineFacts => {
          const second = column ? facts(column) : null;
          const group = peers.get(`${item.key}/${part.card.label.zh}`);
          return {
            item: item.key,
            whole: {
              ...facts(whole),
              ...(second ? { column: { actual: second.actual, target: second.target } } : {}),
            },
            periods: periods.map(facts),
            evidence: figures.evidence(whole.want),
            ...(item.rule.kind === "rank" && group ? { peers: group } : {}),
          };
        }),
        gates: Object.fromEntries(
          gates.map(({ gate, figure }) => {
            const { actual, target } = facts(figure);
            const known = actual !== null && target !== null && !decimal(target).isZero();
            return [gate, known ? decimal(actual).div(target).toFixed() : null];
          }),
        ),
      },
    ]),
  );
}

async function openTargets(
  { ws }: MetricContext,
  read: TargetReader,
  asked: readonly Asked[],
): Promise<Map<string, TargetsOf>> {
  const books = new Map<string, TargetsOf>();
  for (const { kpi, calendar, source, periods } of asked) {
    if (source.kind !== "ledger") continue;
    for (const { of } of periods) {
      const name = `${kpi}/${of.period.key}`;
      if (!books.has(name)) books.set(name, await read(ws, kpi, of.period, calendar));
    }
  }
  return books;
}

/** Amounts add up over periods; rates are averaged over them by working days. A period without a target leaves none. */
function targetOf({ source, periods, kpi, want, adds }: Asked, books: ReadonlyMap<string, TargetsOf>): Decimal | null {
  if (source.kind === "none") return null;
  const amounts = periods.map(({ of, share, days }) => {
    const book = books.get(`${kpi}/${of.period.key}`);
    const amount = source.kind === "fixed" ? decimal(source.amount) : book ? bySubject(book, want) : null;
    return { amount, share, days };
  });
  if (amounts.length === 0 || amounts.some(({ amount }) => amount === null)) return null;
  if (adds)
    return sum(amounts.map(({ amount, share }) => (amount ?? decimal(0)).times(want.of === "member" ? share : 1)));
  const days = amounts.reduce((all, each) => all + each.days, 0);
  const [first] = amounts;
  if (days === 0 || amounts.every(({ amount }) => first?.amount?.eq(amount ?? 0))) return first?.amount ?? null;
  return sum(amounts.map((each) => (each.amount ?? decimal(0)).times(each.days))).div(days);
}

function bySubject(book: TargetsOf, { of, subject }: Want): Decimal | null {
  return of === "member" ? book.member(subject) : of === "unit" ? book.unit(subject) : book.company();
}

/** Everybody of one card is a peer group (S-09). */
function peersOf(
  plans: readonly { part: FactPart; items: readonly ItemPlan[] }[],
  actual: (figure: Asked) => string | null,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { part, items } of plans)
    for (const { item, whole } of items) {
      const value = item.rule.kind === "rank" ? actual(whole) : null;
      if (value === null) continue;
      const name = `${item.key}/${part.card.label.zh}`;
      groups.set(name, [...(groups.get(name) ?? []), value]);
    }
  return groups;
}
