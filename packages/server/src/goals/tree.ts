import type { Period } from "@dabiao/core/calendar/period.ts";
import { childrenOf } from "@dabiao/core/calendar/period-children.ts";
import { workdaysBetween } from "@dabiao/core/calendar/workdays.ts";
import type { Tree, TreeCell, TreeQuery, TreeRow } from "@dabiao/core/goals/goal-tree.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../metrics/context.ts";
import { demandVisible, plannerOf, seesAll } from "./goal-rights.ts";
import { type OpenKpi, openKpi, periodIn } from "./kpi.ts";
import { isPlanLocked } from "./lock-store.ts";
import { COMPANY, type Place, subjectName, subjectNamed, subjectOf } from "./place.ts";
import { splitOf, splitsAround } from "./split-store.ts";
import { openCells } from "./tree-cells.ts";
import { readBelow, readNode, slicesOf, type TreeNode, topUnit } from "./tree-rows-store.ts";

/**
 * A window of the tree of goals: the children of a node by the periods of a grain, each cell with its own value, the sum of
 * its children and the signed difference.
 *
 * @throws Refusal `not_found` for a node out of the reader's sight
 */
export async function readTree(context: MetricContext, query: TreeQuery): Promise<Tree> {
  const { ws, access } = context;
  const kpi = openKpi(context.world, query.kpi);
  const period = periodIn(kpi, query.period);
  const columns = columnsOf(kpi, period, query);
  const parent = parentOf(context, query);
  const asOf = query.asOf ? new Date(query.asOf) : null;
  const place: Place = { ...parent, period: period.key, slice: query.slice ?? "" };
  const own = await readNode(ws, parent.kind, parent.id);
  if (!own) throw new Refusal("not_found", { what: parent.kind });
  const { nodes, slices, total } = await rowsOf(context, kpi, place, columns, query, asOf);
  const cells = await openCells(context, kpi, query, columns, [
    { node: own, slice: place.slice },
    ...nodes.map((node, index) => ({ node, slice: slices?.[index] ?? place.slice })),
  ]);
  const planner = await plannerOf(ws, access, context.reader.now);
  const toRow = (node: TreeNode, slice: string, at: readonly TreeCell[]): TreeRow => ({
    subject: subjectOf(node),
    slice: slice === "" ? null : slice,
    name: slices ? slice.slice(slice.indexOf("=") + 1) : node.name,
    children: slices ? 0 : node.children,
    unitId: node.unitId,
    leaderId: node.leaderId,
    gone: node.gone,
    mayPlan: planner.maySet(node),
    maySplit: planner.maySplit(node),
    cells: [...at],
  });
  return {
    columns: columns.map(({ key, grain, start, end }) => ({
      period: key,
      grain,
      start,
      end,
      workdays: workdaysBetween(start, end, kpi.calendar),
    })),
    parent: { ...toRow(own, place.slice, cells[0] ?? []), name: own.name, children: total },
    rows: nodes.map((node, index) => toRow(node, slices?.[index] ?? place.slice, cells[index + 1] ?? [])),
    total,
    step: kpi.step.toFixed(),
    additive: kpi.accrues,
    dimensions: kpi.metric.dimensions.map((path) => path.join(".")),
    locked: await isPlanLocked(ws, kpi, period.key),
    asOf: (asOf ?? context.reader.now).toISOString(),
  };
}

/** Columns of a window at most, where a caller names none. */
const COLUMNS_MAX = 90;

function columnsOf(kpi: OpenKpi, period: Period, { grain, columns }: TreeQuery): Period[] {
  if (columns) return columns.map((key) => periodIn(kpi, key));
  if (!grain) return [period];
  const parts = childrenOf(period, kpi.calendar, grain === "monthweek" ? "week" : grain);
  return [period, ...parts].slice(0, COLUMNS_MAX);
}

/** Who may not see the whole company begins at the own unit. */
function parentOf({ access }: MetricContext, { parent }: TreeQuery): Pick<Place, "kind" | "id"> {
  if (parent) {
    const asked = { kind: parent.kind, id: parent.kind === "company" ? COMPANY : parent.id };
    demandVisible(access, asked);
    return asked;
  }
  if (seesAll(access)) return { kind: "company", id: COMPANY };
  const unit = access.units("unit")[0];
  if (unit !== undefined) return { kind: "unit", id: unit };
  if (access.memberId === null) throw new Refusal("not_found", { what: "unit" });
  return { kind: "member", id: access.memberId };
}

interface Rows {
  readonly nodes: readonly TreeNode[];
  /** Of a window of slices: the slice of each row. */
  readonly slices: readonly string[] | null;
  readonly total: number;
}

async function rowsOf(
  context: MetricContext,
  kpi: OpenKpi,
  parent: Place,
  columns: readonly Period[],
  query: TreeQuery,
  asOf: Date | null,
): Promise<Rows> {
  const { ws, access } = context;
  const { offset, limit } = query;
  if (query.by !== "org") {
    const all = await slicesOf(ws, kpi.key, parent.id, query.by.dimension);
    const slices = all.slice(offset, offset + limit);
    const node = await readNode(ws, parent.kind, parent.id);
    return { nodes: node ? slices.map(() => node) : [], slices, total: all.length };
  }
  const unit = parent.kind === "unit" ? parent.id : parent.kind === "company" ? await topUnit(ws) : null;
  const [first] = columns;
  if (unit === null || !first) return { nodes: [], slices: null, total: 0 };
  const visible = seesAll(access)
    ? null
    : [...access.units("subtree"), ...access.members("subtree"), ...access.members("own")];
  const handed = await handedTo(context, kpi, parent, columns, asOf);
  const below = await readBelow(ws, { unit, period: first, handed, visible, search: query.search, offset, limit });
  return { ...below, slices: null };
}

/** Everybody the parent's splits hand down to, whether or not they are still there. */
async function handedTo(
  { ws }: MetricContext,
  kpi: OpenKpi,
  parent: Place,
  columns: readonly Period[],
  asOf: Date | null,
): Promise<string[]> {
  const splits = await splitsAround(
    ws,
    kpi.key,
    [subjectName(parent)],
    columns.map(({ key }) => key),
    asOf,
  );
  const names = columns.flatMap(
    ({ key }) => splitOf(splits, "people", { ...parent, period: key })?.children.names ?? [],
  );
  return [...new Set(names)].map((name) => subjectNamed(name).id);
}
