import type { AggregateMeasure } from "@dabiao/core/metrics/metric.ts";
import { ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { answerOf, type Part } from "./aggregate.ts";

/** One aggregate whose parts can be merged, with the parts of its sealed months. */
export interface MergedLeaf {
  readonly measure: AggregateMeasure;
  readonly parts: readonly Part[];
  /** Columns member, day and the parts' names. */
  readonly sealed: Sql | null;
}

/** Aggregates that are made of the same facts: they are read once for all of them. */
export interface SharedFacts {
  readonly facts: Sql;
  /** Places in the request's list of leaves. */
  readonly leaves: readonly number[];
}

export interface OrganisationCellsRequest {
  readonly schema: string;
  readonly leaves: readonly MergedLeaf[];
  readonly shared: readonly SharedFacts[];
  readonly unit: string | null;
  /** Days on which the organisation changed inside the period, ascending, the period's first day in front. */
  readonly epochs: readonly string[];
}

/** People and units beyond which one statement does not go. */
const ROWS_MAX = 50_000;

/**
 * Several aggregates by person, by unit and as a whole, in one statement: every fact is read once, people's parts
 * are merged into one row each, and units are made of those rows through the closure of the organisation. Rows
 * `{kind: "member" | "unit" | "whole", id, v0, v1 …}`.
 */
export function organisationCellsSql(request: OrganisationCellsRequest): Sql {
  const { leaves, unit } = request;
  const merged = join(leaves.flatMap((leaf, at) => leaf.parts.map((part) => mergedColumn(at, part, "b"))));
  const answers = join(leaves.map(({ measure }, at) => sql`${answerOf(measure, `a.p${at}_`)} as ${raw(`v${at}`)}`));
  const scoped = unit === null ? raw("") : sql`${membership(request)}${below(request, unit)}`;
  const inside = unit === null ? raw("") : raw(" and p.depth <= u.depth");
  const units = sql`${membership(request)}${unit === null ? raw("") : below(request, unit)} join ${path(request)} p on p.unit_id = m.unit_id and ${on(request, "p")}${inside}`;
  // Without changes of the organisation the base has one row per person already.
  const single = request.epochs.length === 1 && unit === null;
  const select = (kind: string, id: string, from: Sql, where: string, grouped: boolean) => {
    const values = kind === "member" && single ? raw("b.*") : merged;
    const rows = sql`select ${raw(id)} as id, ${values} from base b${from}${raw(where)}${raw(grouped ? " group by 1" : "")}`;
    return sql`(select ${raw(`'${kind}'`)} as kind, a.id::text as id, ${answers} from (${rows}) a limit ${raw(String(ROWS_MAX))})`;
  };
  return sql`with base as materialized (${base(request)})
    ${select("member", "b.member", scoped, " where b.member is not null", !single)}
    union all ${select("unit", "p.ancestor_id", units, "", true)}
    union all ${select("whole", "null", scoped, "", false)}`;
}

/** A row per person, and per stretch of days between two changes of the organisation. */
function base(request: OrganisationCellsRequest): Sql {
  const { leaves, shared } = request;
  const epoch = (alias: string) =>
    request.epochs.length === 1
      ? raw("1 as epoch")
      : sql`width_bucket(${raw(`${alias}.day`)}, ${request.epochs}::date[]) as epoch`;
  const columns = (given: ReadonlyMap<number, (part: Part) => Sql>) =>
    join(
      leaves.flatMap((leaf, at) =>
        leaf.parts.map((part) => sql`${given.get(at)?.(part) ?? raw("null::numeric")} as ${raw(columnOf(at, part))}`),
      ),
    );
  const live = shared.map(({ facts, leaves: places }) => {
    const own = new Map(places.map((at) => [at, (part: Part) => sql`(${part.of})::numeric`]));
    return sql`select f.member, ${epoch("f")}, ${columns(own)} from (${facts}) f group by 1, 2`;
  });
  const sealed = leaves.flatMap(({ sealed: rows }, at) => {
    if (!rows) return [];
    const own = new Map([[at, ({ name }: Part) => raw(`z.${name}`)]]);
    return [sql`select z.member, ${epoch("z")}, ${columns(own)} from (${rows}) z`];
  });
  const all = [...live, ...sealed];
  if (live.length === 1 && sealed.length === 0) return live[0] ?? raw("");
  const merged = join(leaves.flatMap((leaf, at) => leaf.parts.map((part) => mergedColumn(at, part, "s"))));
  return sql`select s.member, s.epoch, ${merged} from (${join(all, " union all ")}) s group by 1, 2`;
}

function columnOf(at: number, part: Part): string {
  return `p${at}_${part.name}`;
}

function mergedColumn(at: number, part: Part, alias: string): Sql {
  const column = columnOf(at, part);
  return raw(`${part.merge}(${alias}.${column}) as ${column}`);
}

/** The day a row stands for in the organisation. */
function on(request: OrganisationCellsRequest, table: string): Sql {
  const day = request.epochs.length === 1 ? sql`${request.epochs[0]}::date` : sql`(${request.epochs}::date[])[b.epoch]`;
  return sql`${day} >= ${raw(table)}.from_day and (${raw(table)}.to_day is null or ${day} < ${raw(table)}.to_day)`;
}

function membership(request: OrganisationCellsRequest): Sql {
  return sql` join ${ident(request.schema, "membership")} m on m.member_id = b.member and m.kind = 'primary' and ${on(request, "m")}`;
}

function below(request: OrganisationCellsRequest, unit: string): Sql {
  return sql` join ${path(request)} u on u.unit_id = m.unit_id and u.ancestor_id = ${unit}::uuid and ${on(request, "u")}`;
}

function path(request: OrganisationCellsRequest): Sql {
  return ident(request.schema, "unit_path");
}
