import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { rangeOf } from "@dabiao/core/metrics/buckets.ts";
import { emptyLeaf, metricValue } from "@dabiao/core/metrics/combine.ts";
import {
  type AggregateTree,
  type LeafTree,
  leavesOf,
  type MetricTree,
  metricTree,
} from "@dabiao/core/metrics/leaves.ts";
import type { PeriodSpec } from "@dabiao/core/metrics/query.ts";
import { reachOf } from "@dabiao/core/metrics/reach.ts";
import { compileSql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { calendarOf, findMetric, type MetricContext } from "./context.ts";
import { hullOf, type LeafQuery, leafCells } from "./leaf-cells.ts";
import { manualCells } from "./manual-cells.ts";
import { organisationChanges } from "./organisation-store.ts";
import { sealedPart } from "./seal-read-store.ts";
import { partsOf } from "./sql/aggregate.ts";
import { factsSql } from "./sql/facts.ts";
import { leafFacts } from "./sql/leaf-facts.ts";
import { type MergedLeaf, organisationCellsSql, type SharedFacts } from "./sql/organisation-cells.ts";

/** One metric asked for, in the days its own calendar gives the period. */
export interface FigureQuestion {
  readonly metrics: readonly string[];
  readonly period: PeriodSpec;
  /** The unit and all below it, as the organisation was at the event; null is the whole company. */
  readonly unit: string | null;
  readonly asOf: Date | null;
}

/** Several metrics by person and unit, in the order asked for; computed from their aggregates when looked at. */
export interface OrganisationFigures {
  readonly members: readonly string[];
  member(id: string): readonly (string | null)[];
  unit(id: string): readonly (string | null)[];
  whole(): readonly (string | null)[];
}

/** Answers of all aggregates, one place each; what is missing there is nothing. */
type Answers = (string | null | undefined)[];

interface Gathered {
  readonly members: Map<string, Answers>;
  readonly units: Map<string, Answers>;
  readonly whole: Answers;
}

/**
 * The figures of a board: every metric of every person and unit in one pass. Aggregates that merge go through one
 * statement that reads each fact once; the others (a median, a distinct count) are counted at every level anew.
 */
export async function organisationFigures(
  on: Runner,
  context: MetricContext,
  question: FigureQuestion,
): Promise<OrganisationFigures> {
  const trees = question.metrics.map((key) => metricTree(key, findMetric(context.world)));
  const leaves = [...new Map(trees.flatMap(leavesOf).map((leaf) => [leaf.key, leaf])).values()];
  const place = new Map(leaves.map(({ key }, at) => [key, at]));
  const gathered: Gathered = { members: new Map(), units: new Map(), whole: [] };
  const spans = new Map<string, { range: DayRange; leaves: LeafTree[] }>();
  for (const leaf of leaves) {
    const period = rangeOf(question.period, calendarOf(context.world, leaf.body));
    const range = leaf.kind === "manual" ? period : reachOf(leaf.measure, period);
    const name = `${range.start}/${range.end}`;
    const span = spans.get(name) ?? { range, leaves: [] };
    span.leaves.push(leaf);
    spans.set(name, span);
  }
  for (const { range, leaves: inSpan } of spans.values())
    await gather(on, context, question, range, inSpan, (leaf) => place.get(leaf.key) ?? 0, gathered);
  const values = (answers: Answers | undefined) => trees.map((tree) => valueIn(tree, answers, place));
  return {
    members: [...gathered.members.keys()],
    member: (id) => values(gathered.members.get(id)),
    unit: (id) => values(gathered.units.get(id)),
    whole: () => values(gathered.whole),
  };
}

function valueIn(tree: MetricTree, answers: Answers | undefined, place: ReadonlyMap<string, number>): string | null {
  return metricValue(tree, (leaf) => {
    const answer = answers?.[place.get(leaf.key) ?? -1];
    return answer === undefined ? emptyLeaf(leaf) : answer;
  });
}

async function gather(
  on: Runner,
  context: MetricContext,
  question: FigureQuestion,
  range: DayRange,
  leaves: readonly LeafTree[],
  placeOf: (leaf: LeafTree) => number,
  gathered: Gathered,
): Promise<void> {
  const query: LeafQuery = {
    by: [{ kind: "member" }],
    period: question.period,
    scope: question.unit === null ? {} : { unit: question.unit },
    range,
    asOf: question.asOf,
  };
  const changes = await organisationChanges(on, range);
  const merged: { leaf: AggregateTree; part: MergedLeaf }[] = [];
  const shared = new Map<string, { facts: SharedFacts["facts"]; leaves: number[]; value: string | null }>();
  for (const leaf of leaves) {
    const parts = leaf.kind === "manual" ? null : partsOf(leaf.measure);
    if (leaf.kind === "manual" || parts === null || isOverlay(leaf)) {
      await gatherAlone(on, context, query, leaf, placeOf(leaf), gathered);
      continue;
    }
    const { measure } = leaf;
    const sealed = await sealedPart(on, context, leaf, { query, cuts: [{ kind: "unit" }], changes, scoped: false });
    const live = sealed?.live ?? [range];
    const at = merged.push({ leaf, part: { measure, parts, sealed: sealed?.rows ?? null } }) - 1;
    if (live.length === 0) continue;
    const facts = leafFacts({
      reader: context.reader,
      calendar: calendarOf(context.world, leaf.body),
      leaf,
      ranges: live,
      span: hullOf(live, range),
      cuts: [],
      asOf: question.asOf,
      scoped: false,
    });
    addShared(shared, at, facts);
  }
  if (merged.length === 0) return;
  const rows = await on.rows<OrganisationRow>(
    organisationCellsSql({
      schema: on.schema,
      leaves: merged.map(({ part }) => part),
      shared: [...shared.values()],
      unit: question.unit,
      epochs: [range.start, ...changes],
    }),
  );
  const places = merged.map(({ leaf }) => placeOf(leaf));
  for (const row of rows) {
    const answers = answersAt(gathered, row.kind, row.id);
    for (const [index, place] of places.entries()) answers[place] = row[`v${index}`] ?? null;
  }
}

interface OrganisationRow {
  readonly kind: "member" | "unit" | "whole";
  readonly id: string | null;
  readonly [value: `v${number}`]: string | null;
}

type FactsOfLeaf = ReturnType<typeof leafFacts>;

/** Leaves that differ in nothing but what they add up share one reading; a count takes any reading. */
function addShared(
  shared: Map<string, { facts: SharedFacts["facts"]; leaves: number[]; value: string | null }>,
  at: number,
  facts: FactsOfLeaf,
): void {
  const plain = factsSql({ ...facts, value: null, weight: null });
  const name = textOf(plain);
  const value = facts.value || facts.weight ? textOf(factsSql(facts)) : null;
  const key = facts.credit.share ? `${at}` : name;
  const known = shared.get(key);
  if (!known) shared.set(key, { facts: factsSql(facts), leaves: [at], value });
  else if (value === null || known.value === value) known.leaves.push(at);
  else if (known.value === null) shared.set(key, { facts: factsSql(facts), leaves: [...known.leaves, at], value });
  else shared.set(`${key}\u0001${value}`, { facts: factsSql(facts), leaves: [at], value });
}

function textOf(facts: SharedFacts["facts"]): string {
  const { text, values } = compileSql(facts);
  return `${text}\u0001${JSON.stringify(values)}`;
}

function isOverlay({ measure: { credit } }: AggregateTree): boolean {
  return credit.kind === "split" && credit.overlay;
}

async function gatherAlone(
  on: Runner,
  context: MetricContext,
  query: LeafQuery,
  leaf: LeafTree,
  place: number,
  gathered: Gathered,
): Promise<void> {
  const cells = (by: LeafQuery["by"]) =>
    leaf.kind === "manual"
      ? manualCells(on, context, leaf, { ...query, by })
      : leafCells(on, context, leaf, { ...query, by });
  const byMember = await cells([{ kind: "member" }]);
  const byUnit = await cells([{ kind: "unit" }]);
  for (const [id, { value }] of byMember.values) answersAt(gathered, "member", id)[place] = value;
  for (const [id, { value }] of byUnit.values) answersAt(gathered, "unit", id)[place] = value;
  gathered.whole[place] = byMember.whole;
}

function answersAt(gathered: Gathered, kind: OrganisationRow["kind"], id: string | null): Answers {
  if (kind === "whole" || id === null) return gathered.whole;
  const map = kind === "member" ? gathered.members : gathered.units;
  const known = map.get(id) ?? [];
  map.set(id, known);
  return known;
}
