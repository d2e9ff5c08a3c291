import type { Period } from "@dabiao/core/calendar/period.ts";
import type { BoardCell, BoardQuery } from "@dabiao/core/goals/board.ts";
import { boardCell } from "@dabiao/core/goals/board-cell.ts";
import type { SubjectKind } from "@dabiao/core/goals/target.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import type { MetricContext } from "../metrics/context.ts";
import { type OrganisationFigures, organisationFigures } from "../metrics/organisation-figures.ts";
import { inSnapshot } from "../metrics/snapshot-store.ts";
import { type OpenKpi, periodIn } from "./kpi.ts";
import { readPresence } from "./life/lives-store.ts";
import { type OwnTime, ownTime } from "./own-time.ts";
import type { Placed } from "./people-store.ts";
import { COMPANY } from "./place.ts";
import { targetAmounts } from "./target-amounts-store.ts";
import { openTargets, type TargetBook, targetPeriods } from "./target-book.ts";

/** Whose row it is; the company has no id. */
export interface RowSubject {
  readonly kind: SubjectKind;
  readonly id: string | null;
}

/** One KPI ready for its column. */
export interface Column {
  readonly kpi: OpenKpi;
  readonly period: Period;
  readonly time: OwnTime;
  readonly targets: TargetBook;
}

/** All columns of a board, and the figures they share. */
export interface Columns {
  readonly columns: readonly Column[];
  readonly figures: OrganisationFigures;
  /** The cells of a row, a column each. */
  cells(subject: RowSubject): BoardCell[];
}

/** Reads figures and targets of all KPIs: each once for everybody. */
export async function openColumns(
  context: MetricContext,
  kpis: readonly OpenKpi[],
  query: Pick<BoardQuery, "period" | "asOf">,
  unit: string | null,
  people: Promise<readonly Placed[]>,
): Promise<Columns> {
  const { ws, reader } = context;
  const asOf = query.asOf === undefined ? null : new Date(query.asOf);
  const metrics = kpis.map(({ body }) => body.metric);
  const question = { metrics, period: query.period, unit, asOf };
  // The database counts figures while targets are read.
  const [figures, columns] = await Promise.all([
    inSnapshot(ws, (on) => organisationFigures(on, context, question)),
    targetColumns(),
  ]);
  return {
    columns,
    figures,
    cells: (subject) => {
      const values = figuresOf(figures, subject, unit);
      return columns.map((column, index) => cellOf(column, subject, values[index] ?? null));
    },
  };

  async function targetColumns(): Promise<Column[]> {
    const opened = kpis.map((kpi) => ({ kpi, period: periodIn(kpi, query.period) }));
    const periods = [...new Set(opened.flatMap(({ kpi, period }) => targetPeriods(period, kpi.calendar)))];
    const keys = kpis.map(({ key }) => key);
    const spans = [...new Map(opened.map(({ period }) => [spanOf(period), period])).values()];
    const [amounts, placed, presences] = await Promise.all([
      targetAmounts(ws, keys, periods, asOf),
      people,
      Promise.all(spans.map((span) => readPresence(ws, context.world, span, asOf))),
    ]);
    const presence = new Map(spans.map((span, index) => [spanOf(span), presences[index]]));
    return await Promise.all(
      opened.map(async ({ kpi, period }): Promise<Column> => {
        const read = { amounts: amounts.get(kpi.key), presence: presence.get(spanOf(period)) };
        const targets = await openTargets(ws, kpi.key, period, kpi.calendar, placed, asOf, read);
        const through = dayAt(asOf ?? reader.now, kpi.calendar.zone);
        return { kpi, period, targets, time: ownTime(kpi, period, through, targets) };
      }),
    );
  }
}

function spanOf({ start, end }: Period): string {
  return `${start}/${end}`;
}

function figuresOf(figures: OrganisationFigures, { kind, id }: RowSubject, unit: string | null) {
  if (id === null || id === unit) return figures.whole();
  return kind === "unit" ? figures.unit(id) : figures.member(id);
}

/** The cell of a subject in a column. */
export function cellOf(
  { kpi, time, targets }: Pick<Column, "kpi" | "time" | "targets">,
  { kind, id }: RowSubject,
  value: string | null,
): BoardCell {
  const actual = value === null ? null : decimal(value);
  const { thresholds, target: meaning } = kpi.body;
  const rule = { thresholds, meaning, direction: kpi.direction, accrues: kpi.accrues };
  if (kind === "member") {
    const nominal = targets.nominal("member", id ?? "");
    const target = targets.member(id ?? "");
    const own = time.of(id ?? "");
    return boardCell({ actual, target, nominal, time: own, applicable: nominal === null || target !== null }, rule);
  }
  const target = id === null ? targets.company() : targets.unit(id);
  const nominal = targets.nominal(kind, id ?? COMPANY) ?? targets.people(id)?.nominal ?? target;
  return boardCell({ actual, target, nominal, time: time.all }, rule);
}
