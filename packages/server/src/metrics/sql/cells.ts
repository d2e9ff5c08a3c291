import { ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { type AggregateOf, answerFromFacts, answerOf, mergeParts, type Part, partsOf } from "./aggregate.ts";

/** Rows beyond which one statement does not go; a person asks for fewer. */
export const CELLS_MAX = 50_000;

/** One dimension as the statement sees it. Periods come back as the number of their bucket. */
export type Cut =
  | { readonly kind: "member" }
  | { readonly kind: "unit" }
  | { readonly kind: "period"; readonly starts: readonly string[] }
  | { readonly kind: "field"; readonly column: string };

export interface CellsRequest {
  readonly schema: string;
  readonly measure: AggregateOf;
  readonly facts: Sql;
  /** Parts of sealed months, with columns member, day and the parts' names. */
  readonly sealed: Sql | null;
  readonly cuts: readonly Cut[];
  readonly scope: { readonly unit?: string; readonly members?: readonly string[] };
  /** Days on which the organisation changed inside the period, ascending, the period's first day in front. */
  readonly epochs: readonly string[];
  /** Units of which nothing is shown, because an overlay never counts in a company total. */
  readonly overlay: boolean;
}

/** Rows `{k0 …: keys, v: answer, whole}`; the whole is computed from its own facts and never from the rows (K-03). */
export function cellsSql(request: CellsRequest): Sql {
  const parts = partsOf(request.measure);
  return parts ? mergedCells(request, parts) : factCells(request);
}

function mergedCells(request: CellsRequest, parts: readonly Part[]): Sql {
  const { cuts, measure } = request;
  const people = needsMember(request);
  const org = needsOrganisation(request);
  const kept = keptColumns(cuts);
  const day = org ? epochOf(request.epochs) : null;
  const columns = (from: string) =>
    join([
      ...(people ? [raw(`${from}.member`)] : []),
      ...(day ? [sql`${day(from)} as epoch`] : []),
      ...kept.map(({ name, of }) => sql`${of(from)} as ${raw(name)}`),
    ]);
  const groups = groupBy((people ? 1 : 0) + (day ? 1 : 0) + kept.length);
  const live = select(
    columns("f"),
    parts.map(({ name, of }) => sql`${of} as ${raw(name)}`),
    sql`from (${request.facts}) f ${groups}`,
  );
  const base = request.sealed
    ? sql`${live} union all ${select(columns("z"), mergeParts(parts, "z"), sql`from (${request.sealed}) z ${groups}`)}`
    : live;
  const epochDay = sql`(${request.epochs}::date[])[b.epoch]`;
  const keys = cuts.map((cut) => keyOf(cut, "b", kept));
  // The base has one row per cell already, unless it was joined, made of two sources, or cut by more than was asked.
  const single = !request.sealed && !org && (!people || cuts.some(({ kind }) => kind === "member"));
  const merged = single ? parts.map(({ name }) => raw(`b.${name}`)) : mergeParts(parts, "b");
  const cells = sql`select ${keyColumns(keys)}, ${join(merged)} from base b${organisation(request, epochDay, true)}${scope(request)}${single ? raw("") : groupBy(keys.length)}`;
  const whole = sql`select ${join(mergeParts(parts, "b"))} from base b${organisation(request, epochDay, false)}${scope(request)}`;
  const answer = answerOf(measure, "a.");
  return sql`with base as (${base}), cells as (${cells})
    (select ${keyNames(keys, "a")}, ${answer} as v, false as whole from cells a limit ${raw(String(CELLS_MAX + 1))})
    union all select ${noKeys(keys)}, ${answer}, true from (${whole}) a`;
}

/** Grouped straight from the facts, by their own day in the organisation. */
function factCells(request: CellsRequest): Sql {
  const kept = keptColumns(request.cuts);
  const columns = kept.map(({ name, of }) => sql`, ${of("f")} as ${raw(name)}`);
  const keys = request.cuts.map((cut) => keyOf(cut, "b", kept));
  const rows = (wide: boolean) => {
    const key = wide ? keyColumns(keys) : noKeys(keys);
    const from = sql`select b.*, ${key} from base b${organisation(request, raw("b.day"), wide)}${scope(request)}`;
    return request.measure.aggregate === "last" ? latest(from, keys) : from;
  };
  const answer = answerFromFacts(request.measure);
  const grouped = keys.length > 0 ? raw(`group by ${keys.map((_, index) => `f.k${index}`).join(", ")}`) : raw("");
  return sql`with base as materialized (select f.id, f.member, f.day, f.v${columns.reduce((all, column) => sql`${all}${column}`, raw(""))} from (${request.facts}) f)
    (select ${keyNames(keys, "f")}, ${answer} as v, false as whole from (${rows(true)}) f ${grouped} limit ${raw(String(CELLS_MAX + 1))})
    union all select ${noKeys(keys)}, ${answer}, true from (${rows(false)}) f`;
}

/** A stock: each member's latest fact inside the cell. */
function latest(rows: Sql, keys: readonly Sql[]): Sql {
  const cell = join([...keys.map((_, index) => raw(`t.k${index}`)), raw("t.member")]);
  return sql`select distinct on (${cell}) t.* from (${rows}) t order by ${cell}, t.day desc, t.id desc`;
}

interface Kept {
  readonly cut: Cut;
  readonly name: string;
  readonly of: (alias: string) => Sql;
}

function keptColumns(cuts: readonly Cut[]): Kept[] {
  return cuts.flatMap((cut, index): Kept[] => {
    const name = `p${index}`;
    if (cut.kind === "period")
      return [{ cut, name, of: (alias) => sql`width_bucket(${raw(`${alias}.day`)}, ${cut.starts}::date[])` }];
    if (cut.kind === "field") return [{ cut, name, of: (alias) => raw(`${alias}.${cut.column}`) }];
    return [];
  });
}

function keyOf(cut: Cut, alias: string, kept: readonly Kept[]): Sql {
  if (cut.kind === "member") return raw(`${alias}.member`);
  if (cut.kind === "unit") return raw("p.ancestor_id");
  const column = kept.find((item) => item.cut === cut)?.name ?? "";
  return raw(`${alias}.${column}`);
}

/** `k0`, `k1` …; a whole without keys has one empty `k0`, so that every statement has the same shape. */
function keyColumns(keys: readonly Sql[]): Sql {
  return keys.length > 0 ? join(keys.map((key, index) => sql`${key} as ${raw(`k${index}`)}`)) : raw("null::text as k0");
}

function keyNames(keys: readonly Sql[], alias: string): Sql {
  return keys.length > 0 ? raw(keys.map((_, index) => `${alias}.k${index}::text`).join(", ")) : raw("null::text as k0");
}

function noKeys(keys: readonly Sql[]): Sql {
  return raw(Array.from({ length: Math.max(1, keys.length) }, (_, index) => `null::text as k${index}`).join(", "));
}

function select(columns: Sql, values: readonly Sql[], rest: Sql): Sql {
  const all = columns.strings.join("") === "" ? join(values) : sql`${columns}, ${join(values)}`;
  return sql`select ${all} ${rest}`;
}

function groupBy(columns: number): Sql {
  if (columns === 0) return raw("");
  return raw(` group by ${Array.from({ length: columns }, (_, index) => index + 1).join(", ")}`);
}

function needsOrganisation(request: CellsRequest): boolean {
  return request.scope.unit !== undefined || request.cuts.some((cut) => cut.kind === "unit");
}

function needsMember(request: CellsRequest): boolean {
  return (
    needsOrganisation(request) ||
    request.scope.members !== undefined ||
    request.cuts.some((cut) => cut.kind === "member")
  );
}

function epochOf(epochs: readonly string[]): (alias: string) => Sql {
  return (alias) => sql`width_bucket(${raw(`${alias}.day`)}, ${epochs}::date[])`;
}

/** Membership and paths as of the event's day; below a scope unit only its own subtree is shown. */
function organisation(request: CellsRequest, day: Sql, wide: boolean): Sql {
  if (!needsOrganisation(request)) return raw("");
  const on = (table: string) =>
    sql`${day} >= ${raw(table)}.from_day and (${raw(table)}.to_day is null or ${day} < ${raw(table)}.to_day)`;
  const units = wide && request.cuts.some((cut) => cut.kind === "unit");
  const { unit } = request.scope;
  const path = ident(request.schema, "unit_path");
  let joins = raw("");
  if (unit !== undefined || units)
    joins = sql` join ${ident(request.schema, "membership")} m on m.member_id = b.member and m.kind = 'primary' and ${on("m")}`;
  if (unit !== undefined)
    joins = sql`${joins} join ${path} u on u.unit_id = m.unit_id and u.ancestor_id = ${unit}::uuid and ${on("u")}`;
  if (!units) return joins;
  const below = unit === undefined ? raw("") : raw(" and p.depth <= u.depth");
  return sql`${joins} join ${path} p on p.unit_id = m.unit_id and ${on("p")}${below}${request.overlay ? notRoot(request.schema) : raw("")}`;
}

function notRoot(schema: string): Sql {
  return sql` and exists (select 1 from ${ident(schema, "unit")} n where n.id = p.ancestor_id and n.parent_id is not null)`;
}

function scope(request: CellsRequest): Sql {
  const { members } = request.scope;
  return members === undefined ? raw("") : sql` where b.member = any(${members}::uuid[])`;
}
