import { createHash } from "node:crypto";
import { formulaKeys } from "@dabiao/core/metrics/formula-keys.ts";
import type { AggregateTree } from "@dabiao/core/metrics/leaves.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { namedField } from "@dabiao/core/model/named-field.ts";
import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import { compileSql, ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { CompiledQuery } from "kysely";
import { accessOf } from "../people/access.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { objectOf, readerOf } from "../records/sql/reader.ts";
import { filterSql } from "../records/sql/record-sql.ts";
import { recordDate } from "./record-date.ts";
import { isStill, ownColumn } from "./sealable.ts";
import { inline } from "./sql/inline.ts";

/** Names of indexes that belong to metrics: nothing else may begin like this. */
const PREFIX = "metric_ix_";

interface MetricIndex {
  readonly name: string;
  readonly definition: Sql;
}

/**
 * Gives the published metrics their covering indexes (date, credited member, values; restricted to the filter), with which a month's board for the whole company is an index-only scan, and takes away those nobody needs any
 * more. Built without blocking writers; a build that was cut short is thrown away and done again.
 *
 * @returns the names built and dropped
 */
export async function ensureMetricIndexes(
  ws: Workspace,
  world: World,
): Promise<{ built: string[]; dropped: string[] }> {
  const wanted = new Map(metricIndexes(ws, world).map((index) => [index.name, index]));
  return await ws.tables.connection().execute(async (connection) => {
    const run = async (fragment: Sql) => {
      const { text, values } = compileSql(fragment);
      return (await connection.executeQuery<{ name: string; valid: boolean }>(CompiledQuery.raw(text, values))).rows;
    };
    // Building over millions of rows takes longer than a request may.
    await run(raw("set statement_timeout = 0"));
    try {
      const found =
        await run(sql`select c.relname as name, x.indisvalid as valid from pg_index x join pg_class c on c.oid = x.indexrelid
        join pg_namespace n on n.oid = c.relnamespace where n.nspname = ${ws.schema} and left(c.relname, ${PREFIX.length}::int) = ${PREFIX}`);
      const dropped = found.filter(({ name, valid }) => !valid || !wanted.has(name)).map(({ name }) => name);
      for (const name of dropped) await run(sql`drop index concurrently if exists ${ident(ws.schema, name)}`);
      const standing = new Set(found.map(({ name }) => name).filter((name) => !dropped.includes(name)));
      const missing = [...wanted.values()].filter(({ name }) => !standing.has(name));
      for (const { definition } of missing) await run(definition);
      return { built: missing.map(({ name }) => name), dropped };
    } finally {
      await run(raw("reset statement_timeout"));
    }
  });
}

/** Metrics by the same date and credit with the same filter share one index, which covers the values of all of them. */
function metricIndexes(ws: Workspace, world: World): MetricIndex[] {
  const needs = new Map<string, IndexNeed>();
  for (const { key, body } of world.list(metricKind)) {
    if (body.measure.kind !== "aggregate") continue;
    const need = indexNeed(ws, world, { kind: "aggregate", key, body, measure: body.measure });
    const name = [need.object.table, ...need.keys, compileSql(need.filter).text].join("\u0001");
    for (const column of needs.get(name)?.covered ?? []) need.covered.add(column);
    needs.set(name, need);
  }
  return [...needs.values()].map(({ object, keys, covered, filter }) => {
    const included = [...new Set(["id", ...[...covered].sort()])].filter((column) => !keys.includes(column));
    const body = sql`${ident(ws.schema, object.table)} (${join(keys.map((key) => ident(key)))}) include (${join(included.map((column) => ident(column)))})
    where ${ident(object.table, "deleted_at")} is null${filter}`;
    const name = `${PREFIX}${createHash("sha256").update(compileSql(body).text).digest("hex").slice(0, 16)}x`;
    return { name, definition: sql`create index concurrently ${ident(name)} on ${body}` };
  });
}

interface IndexNeed {
  readonly object: ObjectShape;
  readonly keys: readonly string[];
  readonly covered: Set<string>;
  readonly filter: Sql;
}

function indexNeed(ws: Workspace, world: World, leaf: AggregateTree): IndexNeed {
  const { measure } = leaf;
  const object = objectOf(world, measure.object);
  const reader = { ...readerOf(ws, world, accessOf(systemActor(ws.id, "index", "index"))), trusted: true };
  const own = ownColumn(world, measure.object);
  const formulas = [measure.value, measure.weight].flatMap((formula) => (formula ? formulaKeys(formula) : []));
  const values = [...formulas, ...(measure.currency ? [measure.currency.field] : [])];
  // What a formula reads of another record is not a column of this one.
  const covered = values.flatMap((name) => {
    const found = namedField(world, measure.object, name.split("."));
    return found?.path.length === 1 && found.field.column !== null ? [found.field.column] : [];
  });
  const filter =
    measure.filter && isStill(measure.filter, own)
      ? sql` and ${inline(filterSql(reader, object, measure.filter, object.table))}`
      : raw("");
  const keys = [recordDate(reader, object, measure.date).column, ...creditColumns(leaf)];
  return { object, keys, covered: new Set(covered), filter };
}

function creditColumns({ measure: { credit } }: AggregateTree): string[] {
  switch (credit.kind) {
    case "owner":
      return ["owner"];
    case "creator":
      return ["created_by"];
    case "member":
      return [credit.field];
    case "split":
      return ["owner"];
  }
}
