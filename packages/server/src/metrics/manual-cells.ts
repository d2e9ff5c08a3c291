import type { ManualTree } from "@dabiao/core/metrics/leaves.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../people/access.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { calendarOf, type MetricContext } from "./context.ts";
import { cutsOf } from "./cut.ts";
import { type CellRow, type LeafCells, type LeafQuery, readCells } from "./leaf-cells.ts";
import { organisationChanges } from "./organisation-store.ts";
import type { AggregateOf } from "./sql/aggregate.ts";
import { cellsSql } from "./sql/cells.ts";
import { manualFactsSql } from "./sql/manual-facts.ts";

/**
 * K-13: the cells of figures entered by hand. What nobody entered or confirmed is no data.
 *
 * @throws Refusal `manual_dimensions` when the question cuts or filters by fields, which such figures have not
 */
export async function manualCells(
  on: Runner,
  context: MetricContext,
  leaf: ManualTree,
  query: LeafQuery,
): Promise<LeafCells> {
  if (query.filter || query.by.some(({ kind }) => kind === "field"))
    throw new Refusal("manual_dimensions", { metric: leaf.key }, ["by"]);
  const { cuts, readKey } = cutsOf(query, calendarOf(context.world, leaf.body));
  const organised = query.scope.unit !== undefined || cuts.some(({ kind }) => kind === "unit");
  const changes = organised ? await organisationChanges(on, query.range) : [];
  const people = context.figures === "records" ? figuresInSight(context.access) : null;
  const rows = await on.rows<CellRow>(
    cellsSql({
      schema: on.schema,
      measure: manualAggregate(leaf),
      facts: manualFactsSql({ schema: on.schema, leaf, ranges: [query.range], asOf: query.asOf, people }),
      sealed: null,
      cuts,
      scope: {
        ...(query.scope.unit ? { unit: query.scope.unit } : {}),
        ...(query.scope.members ? { members: query.scope.members } : {}),
      },
      epochs: [query.range.start, ...changes],
      overlay: false,
    }),
  );
  return readCells(rows, readKey, cuts.length, false);
}

/** Entered figures add up like records of the person they are about, but nothing entered is no data. */
export function manualAggregate({ measure }: ManualTree): AggregateOf {
  return { aggregate: measure.aggregate, credit: { kind: "member", field: "member" }, emptyIsNull: true };
}

/** Whose figures somebody may see: everybody's (null), or those of the people in reach. */
export function figuresInSight(access: Access): readonly string[] | null {
  if (access.can("goals.read_all") || access.can("metrics.manage")) return null;
  return [...new Set([...access.members("own"), ...access.members("subtree")])];
}
