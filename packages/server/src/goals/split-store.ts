import type { Axis, ChildRule } from "@dabiao/core/goals/child-rule.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { type Frame, readFrames } from "./frame-store.ts";
import { type Place, subjectName, subjectNamed } from "./place.ts";

/** A split as it was posted: every subject × period is a parent of the children along the axis. */
export interface Split {
  readonly key: string;
  readonly number: number;
  readonly axis: Axis;
  readonly slice: string;
  readonly subjects: Frame;
  readonly periods: Frame;
  readonly children: Frame;
  readonly rule: ChildRule;
  readonly method: string;
}

interface SplitRow {
  readonly key: string;
  readonly number: string;
  readonly axis: Axis;
  readonly slice: string;
  readonly subjects: string;
  readonly periods: string;
  readonly children: string;
  readonly rule: ChildRule["kind"];
  readonly k: string;
  readonly method: string | null;
}

/** Splits whose parents or children may be among some subjects in some periods, the newest first. */
export async function splitsAround(
  on: Runner,
  kpi: string,
  subjects: readonly string[],
  periods: readonly string[],
  asOf: Date | null = null,
): Promise<Split[]> {
  const table = (name: string) => ident(on.schema, name);
  const until = asOf ? sql` and s.at <= ${asOf.toISOString()}::timestamptz` : raw("");
  const rows = await on.rows<SplitRow>(sql`
    with who as materialized (select id from ${table("target_frame")} where names && ${subjects}::text[]),
      part as materialized (select id from ${table("target_frame")} where names && ${periods}::text[]),
      near as (
        select s.* from ${table("target_split")} s
        where s.kpi = ${kpi} and s.subjects_id in (select id from who) and s.periods_id in (select id from part)${until}
        union select s.* from ${table("target_split")} s
        where s.kpi = ${kpi} and s.axis = 'people' and s.children_id in (select id from who) and s.periods_id in (select id from part)${until}
        union select s.* from ${table("target_split")} s
        where s.kpi = ${kpi} and s.axis = 'periods' and s.children_id in (select id from part) and s.subjects_id in (select id from who)${until}
      )
    select distinct on (axis, slice, subjects_id, periods_id) posting_id || '/' || seq as key, number, axis, slice,
      subjects_id as subjects, periods_id as periods, children_id as children, rule, k::text, method ->> 'kind' as method
    from near order by axis, slice, subjects_id, periods_id, number desc, seq desc`);
  const frames = await readFrames(
    on,
    rows.flatMap((row) => [row.subjects, row.periods, row.children]),
  );
  const frame = (id: string): Frame => {
    const found = frames.get(id);
    if (!found) throw new Error(`no frame ${id}`);
    return found;
  };
  return rows
    .map(
      (row): Split => ({
        key: row.key,
        number: Number(row.number),
        axis: row.axis,
        slice: row.slice,
        subjects: frame(row.subjects),
        periods: frame(row.periods),
        children: frame(row.children),
        rule: row.rule === "over" ? { kind: "over", k: row.k } : { kind: row.rule },
        method: row.method ?? "",
      }),
    )
    .sort((a, b) => b.number - a.number);
}

/** The split that holds for a place along an axis. @param splits the newest first */
export function splitOf(splits: readonly Split[], axis: Axis, place: Place): Split | null {
  const subject = subjectName(place);
  const candidates = axis === "people" ? (indexOf(splits).bySubject.get(subject) ?? []) : indexOf(splits)[axis];
  return (
    candidates.find(
      (split) =>
        split.slice === place.slice &&
        split.periods.places.has(place.period) &&
        (axis === "people" || split.subjects.places.has(subject)),
    ) ?? null
  );
}

/** Splits among people by parent and by child: a company has one for every unit, where time has one for every period. */
interface SplitIndex {
  readonly bySubject: ReadonlyMap<string, readonly Split[]>;
  readonly byChild: ReadonlyMap<string, readonly Split[]>;
  readonly periods: readonly Split[];
  readonly slices: readonly Split[];
}

const indexes = new WeakMap<readonly Split[], SplitIndex>();

function indexOf(splits: readonly Split[]): SplitIndex {
  const known = indexes.get(splits);
  if (known) return known;
  const [bySubject, byChild] = [new Map<string, Split[]>(), new Map<string, Split[]>()];
  const put = (into: Map<string, Split[]>, name: string, split: Split) => {
    const list = into.get(name);
    if (list) list.push(split);
    else into.set(name, [split]);
  };
  for (const split of splits) {
    if (split.axis !== "people") continue;
    for (const name of split.subjects.names) put(bySubject, name, split);
    for (const name of split.children.names) put(byChild, name, split);
  }
  const along = (axis: Axis) => splits.filter((split) => split.axis === axis);
  const index = { bySubject, byChild, periods: along("periods"), slices: along("slices") };
  indexes.set(splits, index);
  return index;
}

/** A place that hands down to another along an axis. */
export interface Edge {
  readonly parent: Place;
  readonly axis: Axis;
}

/** Places that some split names as a parent of this one, whether or not that split still holds for them. */
export function namedParents(splits: readonly Split[], place: Place): Edge[] {
  const edges = new Map<string, Edge>();
  const { byChild, periods, slices } = indexOf(splits);
  for (const split of [...(byChild.get(subjectName(place)) ?? []), ...periods, ...slices])
    for (const parent of parentsIn(split, place)) {
      const edge = { parent, axis: split.axis };
      edges.set(`${split.axis} ${subjectName(parent)} ${parent.period}`, edge);
    }
  return [...edges.values()];
}

function parentsIn({ axis, slice, subjects, periods, children }: Split, place: Place): Place[] {
  switch (axis) {
    case "people":
      if (slice !== place.slice || !periods.places.has(place.period) || !children.places.has(subjectName(place)))
        return [];
      return subjects.names.map((name) => ({ ...place, ...subjectNamed(name) }));
    case "periods":
      if (slice !== place.slice || !children.places.has(place.period) || !subjects.places.has(subjectName(place)))
        return [];
      return periods.names.map((period) => ({ ...place, period }));
    case "slices":
      if (!children.places.has(place.slice) || !periods.places.has(place.period)) return [];
      return subjects.places.has(subjectName(place)) ? [{ ...place, slice }] : [];
  }
}

/** Whether a split that holds for a parent counts a place among its children. */
export function counts(split: Split, child: Place): boolean {
  switch (split.axis) {
    case "people":
      return split.children.places.has(subjectName(child));
    case "periods":
      return split.children.places.has(child.period);
    case "slices":
      return split.children.places.has(child.slice);
  }
}

/** The children of a place under a split. */
export function childrenUnder(split: Split, parent: Place): Place[] {
  return split.children.names.map((name) => childNamed(split.axis, parent, name));
}

export function childNamed(axis: Axis, parent: Place, name: string): Place {
  switch (axis) {
    case "people":
      return { ...parent, ...subjectNamed(name) };
    case "periods":
      return { ...parent, period: name };
    case "slices":
      return { ...parent, slice: name };
  }
}

/** How a split names a child. */
export function childName(axis: Axis, child: Place): string {
  return axis === "people" ? subjectName(child) : axis === "periods" ? child.period : child.slice;
}
