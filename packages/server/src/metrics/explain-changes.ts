import { aggregateFacts, type Fact } from "@dabiao/core/metrics/aggregate-facts.ts";
import type { MetricDelta, MetricEvent } from "@dabiao/core/metrics/explain.ts";
import type { AggregateTree } from "@dabiao/core/metrics/leaves.ts";
import { Decimal, decimal, ZERO } from "@dabiao/core/numbers/decimal.ts";
import type { Sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { objectOf } from "../records/sql/reader.ts";
import { changedRecords, type RecordEvent, readFacts, recordEvents } from "./change-events-store.ts";
import type { MetricContext } from "./context.ts";
import type { LeafRequest } from "./sql/leaf-facts.ts";
import { type VerdictCell, verdictSql } from "./sql/verdict.ts";
import { valueOfVerdicts } from "./verdict-store.ts";

/** Moments looked at one by one; records that changed only before them are told as one sum. */
const MOMENTS_MAX = 200;
/** Changes listed. */
const EVENTS_MAX = 2_000;
/** Records whose changes are told at all. */
const RECORDS_MAX = 200_000;
/** Facts held for figures that do not add up, such as a median. */
const FACTS_MAX = 50_000;
const PLACES = 12;

type Known = (moment: Date | null, only?: readonly string[]) => Sql;

/**
 * What moved a figure since a moment: for every change of a record the difference it made, in order; in `earlier` what
 * further records did together; and in `other` what no change of a record explains. All of them add up to the delta
 * exactly.
 *
 * The figure is taken apart record by record as it was known after each moment of the change log. Sums and counts
 * need only the records that changed; other aggregates are recomputed over the cell after every moment.
 */
export async function changesSince(
  on: Runner,
  context: MetricContext,
  leaf: AggregateTree,
  request: LeafRequest,
  cell: VerdictCell,
  since: Date,
): Promise<MetricDelta> {
  const known: Known = (moment, only) => verdictSql({ ...request, asOf: moment, ...(only ? { only } : {}) }, cell);
  const before = await valueOfVerdicts(on, leaf.measure, known(since));
  const after = await valueOfVerdicts(on, leaf.measure, known(null));
  const events = await recordEvents(on, context.reader, leaf, since, EVENTS_MAX);
  const additive = leaf.measure.aggregate === "sum" || leaf.measure.aggregate === "count";
  const found = additive
    ? await addedChanges(on, leaf, known, since, events)
    : await recomputedChanges(on, leaf, known, decimal(before ?? "0"), events);
  return told(before, after, {
    earlier: found.earlier,
    events: found.effects.flatMap(({ event, effect }) =>
      effect.isZero() ? [] : [eventFor(context, leaf, event, effect)],
    ),
  });
}

interface Changes {
  readonly effects: readonly { readonly event: RecordEvent; readonly effect: Decimal }[];
  readonly earlier: { readonly records: number; readonly effect: Decimal };
}

/** Of sums and counts: each record's part before and after; what a record did before its first listed event is in it. */
async function addedChanges(
  on: Runner,
  leaf: AggregateTree,
  known: Known,
  since: Date,
  events: readonly RecordEvent[],
): Promise<Changes> {
  const moments = byMoment(events).slice(-MOMENTS_MAX);
  const listed = new Set(moments.flatMap((moment) => moment.events.map(({ id }) => id)));
  const held = byRecord(await readFacts(on, known(since, [...listed]), FACTS_MAX));
  const part = (facts: readonly Fact[]) => aggregateFacts(leaf.measure, facts) ?? ZERO;
  const effects: { event: RecordEvent; effect: Decimal }[] = [];
  for (const { at, events: here } of moments) {
    const ids = here.map(({ id }) => id);
    const facts = byRecord(await readFacts(on, known(at, ids), FACTS_MAX));
    for (const event of here) {
      const mine = facts.get(event.id) ?? [];
      effects.push({ event, effect: part(mine).minus(part(held.get(event.id) ?? [])) });
      held.set(event.id, mine);
    }
  }
  const rest = (await changedRecords(on, leaf, since, RECORDS_MAX)).filter((id) => !listed.has(id));
  if (rest.length === 0) return { effects, earlier: { records: 0, effect: ZERO } };
  const then = decimal((await valueOfVerdicts(on, leaf.measure, known(since, rest))) ?? "0");
  const now = decimal((await valueOfVerdicts(on, leaf.measure, known(null, rest))) ?? "0");
  return { effects, earlier: { records: rest.length, effect: now.minus(then) } };
}

/** Of everything else: the whole cell anew after every moment; what lies before the first of them is one sum. */
async function recomputedChanges(
  on: Runner,
  leaf: AggregateTree,
  known: Known,
  before: Decimal,
  events: readonly RecordEvent[],
): Promise<Changes> {
  // A moment of which only some events were read would tell half of what it did.
  const whole = byMoment(events).slice(events.length === EVENTS_MAX ? 1 : 0);
  const moments = whole.slice(-MOMENTS_MAX);
  const records = (list: typeof moments) => new Set(list.flatMap((moment) => moment.events.map(({ id }) => id)));
  const untold = { effects: [], earlier: { records: 0, effect: ZERO } };
  const [first] = moments;
  if (!first) return untold;
  const base = await readFacts(on, known(new Date(first.at.getTime() - 1)), FACTS_MAX + 1);
  if (base.length > FACTS_MAX) return untold;
  const held = byRecord(base);
  const figure = () =>
    (aggregateFacts(leaf.measure, [...held.values()].flat()) ?? ZERO).toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP);
  let value = figure();
  const earlier = { records: records(byMoment(events)).size - records(moments).size, effect: value.minus(before) };
  const effects: { event: RecordEvent; effect: Decimal }[] = [];
  for (const { at, events: here } of moments) {
    const ids = here.map(({ id }) => id);
    const facts = byRecord(await readFacts(on, known(at, ids), FACTS_MAX));
    for (const event of here) {
      held.set(event.id, facts.get(event.id) ?? []);
      const next = figure();
      effects.push({ event, effect: next.minus(value) });
      value = next;
    }
  }
  return { effects, earlier: events.length === EVENTS_MAX || whole.length > moments.length ? earlier : untold.earlier };
}

function byRecord(facts: readonly Fact[]): Map<string, Fact[]> {
  const records = new Map<string, Fact[]>();
  for (const fact of facts) {
    const list = records.get(fact.id);
    if (list) list.push(fact);
    else records.set(fact.id, [fact]);
  }
  return records;
}

function byMoment(events: readonly RecordEvent[]): { at: Date; events: RecordEvent[] }[] {
  const moments = new Map<number, { at: Date; events: RecordEvent[] }>();
  for (const event of events) {
    const moment = moments.get(event.at.getTime()) ?? { at: event.at, events: [] };
    moment.events.push(event);
    moments.set(event.at.getTime(), moment);
  }
  return [...moments.values()];
}

function told(
  before: string | null,
  after: string | null,
  { events, earlier }: { readonly events: MetricEvent[]; readonly earlier: Changes["earlier"] },
): MetricDelta {
  const delta = decimal(after ?? "0").minus(decimal(before ?? "0"));
  const explained = events.reduce((total, { effect }) => total.plus(decimal(effect)), earlier.effect);
  return {
    before,
    after,
    delta: delta.toFixed(),
    events,
    earlier: earlier.effect.isZero() ? null : { records: earlier.records, effect: earlier.effect.toFixed() },
    other: delta.minus(explained).toFixed(),
  };
}

/** An event as its reader may see it: without the names of hidden fields. */
function eventFor(
  { access, world }: MetricContext,
  leaf: AggregateTree,
  event: RecordEvent,
  effect: Decimal,
): MetricEvent {
  const rights = access.object(leaf.measure.object);
  const named = rights.field(objectOf(world, leaf.measure.object).nameField);
  return {
    at: event.at.toISOString(),
    recordId: event.id,
    title: named === "read" || named === "write" ? event.title : null,
    memberId: event.memberId,
    op: event.op,
    fields: event.fields.filter((field) => rights.field(field) !== "hidden"),
    effect: effect.toFixed(),
  };
}
