import type { Grain } from "@dabiao/core/calendar/grain.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import { childrenOf } from "@dabiao/core/calendar/period-children.ts";
import type { TreeCell, TreeQuery } from "@dabiao/core/goals/goal-tree.ts";
import { type Decimal, decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import type { MetricContext } from "../metrics/context.ts";
import { lastNumber } from "./book-store.ts";
import { commitStates } from "./commit-store.ts";
import { draftSheet } from "./draft-sheet.ts";
import { findDraft } from "./draft-store.ts";
import type { OpenKpi } from "./kpi.ts";
import { type Place, placeName, subjectName } from "./place.ts";
import type { Sheet } from "./sheet.ts";
import { type Split, splitsAround } from "./split-store.ts";
import { NOTHING_STANDS, type Standing, standingsOf } from "./standing-store.ts";
import { handedDownOf } from "./target-of.ts";
import { sumsBelow, type TreeNode, topUnit } from "./tree-rows-store.ts";

interface RowSpot {
  readonly node: TreeNode;
  readonly slice: string;
}

/** The cells of rows, one list per row in the order of the columns. */
export async function openCells(
  context: MetricContext,
  kpi: OpenKpi,
  query: TreeQuery,
  columns: readonly Period[],
  rows: readonly RowSpot[],
): Promise<TreeCell[][]> {
  const { ws } = context;
  const asOf = query.asOf ? new Date(query.asOf) : null;
  const ids = [...new Set(rows.map(({ node }) => node.id))];
  const parts = new Map(columns.map((column) => [column.key, finerOf(kpi, column)]));
  const periods = [...new Set(columns.flatMap(({ key }) => [key, ...(parts.get(key) ?? []).flat()]))];
  const slices = new Set(rows.map(({ slice }) => slice));
  const slice = slices.size === 1 ? (rows[0]?.slice ?? "") : null;
  const stood = await standingsOf(ws, kpi.key, periods, { subjects: ids, slice, asOf });
  const standings = new Map(stood.map((standing) => [placeName(standing), standing]));
  const names = [...new Set(rows.map(({ node }) => subjectName(node)))];
  const keys = columns.map(({ key }) => key);
  const posted = await splitsAround(ws, kpi.key, names, keys, asOf);
  const draft = query.draft ? await drafted(context, kpi, query.draft) : null;
  const splits: Split[] = [...(draft?.made ?? []), ...posted];
  const at = (place: Place): Standing =>
    draft?.peek(place) ?? standings.get(placeName(place)) ?? { ...place, ...NOTHING_STANDS };
  const states = await commitStates(ws, kpi.key, ids, keys);
  const sums = await sumsOf(context, kpi, { columns, periods }, rows, at, asOf);
  return rows.map(({ node, slice: own }) =>
    columns.map((column): TreeCell => {
      const place = { kind: node.kind, id: node.id, period: column.key, slice: own };
      const standing = at(place);
      const set = standing.version > 0;
      return {
        amount: set ? standing.amount.toFixed() : null,
        sum: set ? null : (sumOf(at, sums, place, parts.get(column.key) ?? [])?.toFixed() ?? null),
        people: handedDownOf(kpi, standing, splits, "people"),
        periods: handedDownOf(kpi, standing, splits, "periods"),
        slices: handedDownOf(kpi, standing, splits, "slices"),
        version: standing.version,
        locked: standing.locked,
        edited: draft?.changed.has(placeName(place)) ?? false,
        commit: states.get(`${node.id} ${column.key}`) ?? null,
      };
    }),
  );
}

async function drafted(context: MetricContext, kpi: OpenKpi, id: string): Promise<Sheet> {
  const draft = await findDraft(context.ws, id);
  return (await draftSheet(context, draft, await lastNumber(context.ws, kpi.key))).sheet;
}

const FINER: Readonly<Partial<Record<Period["grain"], readonly Grain[]>>> = {
  year: ["half", "quarter", "month"],
  half: ["quarter", "month"],
  quarter: ["month"],
  month: ["week"],
};

/** Shorter periods whose targets may stand for a longer one's, level by level. */
function finerOf(kpi: OpenKpi, period: Period): string[][] {
  return (FINER[period.grain] ?? []).map((grain) => childrenOf(period, kpi.calendar, grain).map(({ key }) => key));
}

/** What stands for a target that was not set: its own shorter periods, else its people, else its people by shorter periods. */
function sumOf(
  at: (place: Place) => Standing,
  ofPeople: (place: Place) => Decimal | null,
  place: Place,
  levels: readonly (readonly string[])[],
): Decimal | null {
  const ownParts = together(levels, (period) => {
    const { version, amount } = at({ ...place, period });
    return version > 0 ? amount : null;
  });
  return ownParts ?? ofPeople(place) ?? together(levels, (period) => ofPeople({ ...place, period }));
}

/** The sum of the first level that has any value. */
function together(
  levels: readonly (readonly string[])[],
  amountOf: (period: string) => Decimal | null,
): Decimal | null {
  for (const level of levels) {
    const known = level.flatMap((period) => amountOf(period) ?? []);
    if (known.length > 0) return sum(known);
  }
  return null;
}

/** Sums of people, read only when a unit or the company has no target of its own in some column. */
async function sumsOf(
  { ws }: MetricContext,
  kpi: OpenKpi,
  { columns, periods }: { readonly columns: readonly Period[]; readonly periods: readonly string[] },
  rows: readonly RowSpot[],
  at: (place: Place) => Standing,
  asOf: Date | null,
): Promise<(place: Place) => Decimal | null> {
  const bare = rows.filter(
    ({ node, slice }) =>
      node.kind !== "member" &&
      slice === "" &&
      columns.some(({ key }) => at({ kind: node.kind, id: node.id, period: key, slice }).version === 0),
  );
  if (bare.length === 0) return () => null;
  const top = bare.some(({ node }) => node.kind === "company") ? await topUnit(ws) : null;
  const units = bare.flatMap(({ node }) => (node.kind === "company" ? (top ?? []) : node.id));
  const day = columns[0]?.start ?? "";
  const found = await sumsBelow(ws, kpi.key, [...new Set(units)], periods, day, asOf);
  const byPlace = new Map(found.map(({ unit, period, amount }) => [`${unit} ${period}`, decimal(amount)]));
  return ({ kind, id, period, slice }) =>
    kind === "member" || slice !== "" ? null : (byPlace.get(`${kind === "company" ? top : id} ${period}`) ?? null);
}
