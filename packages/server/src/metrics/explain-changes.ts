import { aggregateFacts, type Fact } from "@dabiao/core/metrics/aggregate-facts.ts";
import type { MetricDelta, MetricEvent } from "@dabiao/core/metrics/explain.ts";
import type { AggregateTree } from "@dabiao/core/metrics/leaves.ts";
import { Decimal, decimal, ZERO } from "@dabiao/core/numbers/decimal.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { objectOf } from "../records/sql/reader.ts";
import { type RecordEvent, readFacts, recordEvents } from "./change-events-store.ts";
import type { MetricContext } from "./context.ts";
import type { LeafRequest } from "./sql/leaf-facts.ts";
import { type VerdictCell, verdictSql } from "./sql/verdict.ts";
import { valueOfVerdicts } from "./verdict-store.ts";

/** Moments looked at; what lies further back is told as one sum. */
const MOMENTS_MAX = 200;
/** Changes listed. */
const EVENTS_MAX = 2_000;
/** Facts held for figures that do not add up, such as a median. */
const FACTS_MAX = 50_000;
const PLACES = 12;

/**
 * What moved a figure since a moment: for every change of a record the difference it made, in order, and in `other`
 * what no change of a record explains. All effects and `other` add up to the delta exactly.
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
  const known = (moment: Date | null, only: readonly string[] | null = null) =>
    verdictSql({ ...request, asOf: moment, ...(only === null ? {} : { only }) }, cell);
  const before = await valueOfVerdicts(on, leaf.measure, known(since));
  const after = await valueOfVerdicts(on, leaf.measure, known(null));
  const moments = byMoment(await recordEvents(on, context.reader, leaf, since, EVENTS_MAX)).slice(-MOMENTS_MAX);
  const start = moments[0] ? new Date(moments[0].at.getTime() - 1) : since;
  const held = new Map<string, Fact[]>();
  const additive = leaf.measure.aggregate === "sum" || leaf.measure.aggregate === "count";
  const changed = [...new Set(moments.flatMap(({ events }) => events.map(({ id }) => id)))];
  const base = await readFacts(on, known(start > since ? start : since, additive ? changed : null), FACTS_MAX + 1);
  if (base.length > FACTS_MAX) return told(before, after, []);
  for (const fact of base) held.set(fact.id, [...(held.get(fact.id) ?? []), fact]);
  const figure = () =>
    aggregateFacts(leaf.measure, [...held.values()].flat())?.toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP) ?? null;
  const events: MetricEvent[] = [];
  let value = additive ? null : figure();
  for (const { at, events: here } of moments) {
    const facts = await readFacts(
      on,
      known(
        at,
        here.map(({ id }) => id),
      ),
      FACTS_MAX,
    );
    for (const event of here) {
      const mine = facts.filter(({ id }) => id === event.id);
      const old = held.get(event.id) ?? [];
      held.set(event.id, mine);
      const next = additive ? null : figure();
      const effect = additive
        ? (aggregateFacts(leaf.measure, mine) ?? ZERO).minus(aggregateFacts(leaf.measure, old) ?? ZERO)
        : (next ?? ZERO).minus(value ?? ZERO);
      value = next;
      if (!effect.isZero()) events.push(eventFor(context, leaf, event, effect));
    }
  }
  return told(before, after, events);
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

function told(before: string | null, after: string | null, events: MetricEvent[]): MetricDelta {
  const delta = decimal(after ?? "0").minus(decimal(before ?? "0"));
  const explained = events.reduce((total, { effect }) => total.plus(decimal(effect)), ZERO);
  return { before, after, delta: delta.toFixed(), events, other: delta.minus(explained).toFixed() };
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
