import { later } from "@dabiao/core/calendar/day.ts";
import { naturalPeriodOf } from "@dabiao/core/calendar/natural-period.ts";
import { needsTwoApprovals } from "@dabiao/core/goals/effective-target.ts";
import type {
  ChangedPerson,
  ChangeLine,
  ChangePreview,
  ChangeSummary,
  NewGoalChange,
} from "@dabiao/core/goals/goal-change.ts";
import { compareTo } from "@dabiao/core/metrics/pace.ts";
import { type Decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import type { MetricContext } from "../../metrics/context.ts";
import type { Trx } from "../../platform/postgres/db.ts";
import { actualsBy } from "../actuals.ts";
import { openBook } from "../book-store.ts";
import { plannerOf, visibleSubjects } from "../goal-rights.ts";
import { type OpenKpi, openKpi } from "../kpi.ts";
import { namesOf, type Placed, placedPeople, unitsAt } from "../people-store.ts";
import { subjectOf } from "../place.ts";
import { openTargets } from "../target-book.ts";
import { tryOut } from "../try-out.ts";
import { applyChange } from "./apply-change.ts";
import { type ChangeDays, changeDays } from "./change-periods.ts";
import { demandMayPropose } from "./change-rights.ts";
import { countPosted } from "./change-store.ts";
import { demandDefinition, judgedAnew } from "./definition-change.ts";
import { type ChangeMove, nothingMoves, type PlannedChange, planChange } from "./plan-change.ts";

const LINES_SHOWN = 2_000;
/** The whole first, people last. */
const LEVELS = { company: 0, unit: 1, member: 2 };

/** A change worked out for who proposes or approves it. */
export interface OpenChange {
  readonly kpi: OpenKpi;
  readonly days: ChangeDays;
  readonly today: string;
  readonly planned: PlannedChange;
  readonly summary: ChangeSummary;
}

/** Works a change out inside a transaction that holds the KPI's book. */
export async function openChange(trx: Trx, context: MetricContext, body: NewGoalChange): Promise<OpenChange> {
  const kpi = openKpi(context.world, body.kpi);
  const today = dayAt(context.reader.now, kpi.calendar.zone);
  const days = changeDays(kpi, body, today);
  demandDefinition(context, body);
  await openBook(trx, kpi.key);
  const planned =
    body.effect.kind === "definition" ? nothingMoves(trx, kpi) : await planChange(trx, kpi, body, days, today);
  const total = (read: (move: ChangeMove) => Decimal) => sum(planned.tops.map(read)).toFixed();
  const quarter = naturalPeriodOf(body.from, "quarter", kpi.calendar);
  return {
    kpi,
    days,
    today,
    planned,
    summary: {
      period: days.first.key,
      targets: planned.moves.length,
      people: new Set(planned.moves.filter(({ place }) => place.kind === "member").map(({ place }) => place.id)).size,
      before: total((move) => move.countedBefore),
      after: total((move) => move.countedAfter),
      locked: planned.locked,
      changesBefore: await countPosted(trx, kpi.key, quarter),
      approvals: needsTwoApprovals(days.first, later(body.from, today), kpi.calendar) ? 2 : 1,
    },
  };
}

/** What a change would do: worked out and posted by the very code that would do it, and taken back. */
export async function previewChange(context: MetricContext, body: NewGoalChange): Promise<ChangePreview> {
  const { ws, access, reader } = context;
  const kpi = openKpi(context.world, body.kpi);
  const planner = await plannerOf(ws, access, reader.now);
  const people = await placedPeople(ws, changeDays(kpi, body, dayAt(reader.now, kpi.calendar.zone)).first, null);
  const tried = await tryOut(ws, async (trx) => {
    const open = await openChange(trx, context, body);
    demandMayPropose(planner, open.planned.moves, body);
    const before = await targetsOf(trx, open, people);
    if (open.summary.locked === 0 && body.effect.kind !== "definition")
      await applyChange(trx, access, open.planned, body);
    return { open, before, after: await targetsOf(trx, open, people), lines: await linesOf(trx, open.planned.moves) };
  });
  const { open, before, after, lines } = tried;
  const touched = new Set(
    open.planned.moves.filter(({ place }) => place.kind === "member").map(({ place }) => place.id),
  );
  const visible = visibleSubjects(access);
  const seen = people.filter(({ id }) => visible({ kind: "member", id }));
  const changed =
    body.effect.kind === "definition"
      ? await judgedAnew(context, open.kpi, open.days, body.effect.body, seen, before)
      : await changedPeople(
          context,
          open,
          seen.filter(({ id }) => touched.has(id)),
          before,
          after,
        );
  return {
    summary: open.summary,
    lines: lines.slice(0, LINES_SHOWN),
    people: changed.slice(0, LINES_SHOWN),
    truncated: lines.length > LINES_SHOWN || changed.length > LINES_SHOWN,
  };
}

async function changedPeople(
  context: MetricContext,
  { kpi, days }: OpenChange,
  people: readonly Placed[],
  before: (id: string) => Decimal | null,
  after: (id: string) => Decimal | null,
): Promise<ChangedPerson[]> {
  const actuals = await actualsBy(context, kpi, days.first, { kind: "member" });
  return people.map(({ id, name }) => {
    const [old, fresh, actual] = [before(id), after(id), actuals.get(id) ?? null];
    const attain = (target: Decimal | null) =>
      compareTo(actual, target, kpi.direction)?.toDecimalPlaces(6).toFixed() ?? null;
    return {
      member: { id, name },
      before: old?.toFixed() ?? null,
      after: fresh?.toFixed() ?? null,
      actual: actual?.toFixed() ?? null,
      attainBefore: attain(old),
      attainAfter: attain(fresh),
    };
  });
}

async function targetsOf(trx: Trx, { kpi, days }: OpenChange, people: readonly Placed[]) {
  const book = await openTargets(trx, kpi.key, days.first, kpi.calendar, people, null);
  return (id: string) => book.member(id);
}

async function linesOf(trx: Trx, moves: readonly ChangeMove[]): Promise<ChangeLine[]> {
  const people = await namesOf(
    trx,
    moves.filter(({ place }) => place.kind === "member").map(({ place }) => place.id),
  );
  const units = new Map((await unitsAt(trx, dayAt(trx.now, trx.zone), null)).map(({ id, name }) => [id, name]));
  const ordered = moves.toSorted(
    (a, b) => LEVELS[a.place.kind] - LEVELS[b.place.kind] || (a.place.period < b.place.period ? -1 : 1),
  );
  return ordered.map(({ place, before, after, countedBefore, countedAfter }) => ({
    subject: subjectOf(place),
    name: people.get(place.id) ?? units.get(place.id) ?? "",
    period: place.period,
    slice: place.slice === "" ? null : place.slice,
    before: before.toFixed(),
    after: after.toFixed(),
    countedBefore: countedBefore.toFixed(),
    countedAfter: countedAfter.toFixed(),
  }));
}
