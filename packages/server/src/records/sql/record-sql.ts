import type { FieldShape, ObjectShape } from "@dabiao/core/model/shape.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { and, ident, or, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Condition, FieldPath, Filter } from "@dabiao/core/records/filter.ts";
import type { ResolvedScope } from "../../people/access.ts";
import { conditionSql } from "./condition-sql.ts";
import { formulaSql } from "./formula-sql.ts";
import { scalarType } from "./json-sql.ts";
import type { PathSql } from "./path-sql.ts";
import { isMasked, objectOf, type Reader, readableField, rightOn, tableOf } from "./reader.ts";

/** Filters nest this deep and no deeper. */
const DEPTH_MAX = 8;
/** Shares one reader's list looks at; they are meant for exceptions, not for whole books. */
const SHARES_MAX = 5_000;
/** What may be asked about a masked field: nothing that would give its middle away piece by piece. */
const MASKED_OPERATORS: ReadonlySet<string> = new Set(["eq", "is_empty", "is_not_empty"]);

export type RecordAction = "read" | "update" | "delete";

/**
 * A filter as a condition on `alias`. Every field is held against the reader's rights, also over references.
 *
 * @throws Refusal `field_unknown`, `field_not_readable`, `field_masked`, `operator_not_for_field`, `filter_value`
 */
export function filterSql(reader: Reader, object: ObjectShape, filter: Filter, alias: string, depth = 0): Sql {
  if (depth > DEPTH_MAX) throw new Refusal("filter_too_deep", { limit: DEPTH_MAX });
  const nested = (each: Filter) => filterSql(reader, object, each, alias, depth + 1);
  if ("and" in filter) return and(filter.and.map(nested));
  if ("or" in filter) return or(filter.or.map(nested));
  if ("not" in filter) return sql`(${nested(filter.not)}) is not true`;
  return stepSql(reader, object, filter, filter.field, alias);
}

/** Over a reference the condition is asked of the referred record; `exists` lets PostgreSQL turn it into a join. */
function stepSql(reader: Reader, object: ObjectShape, condition: Condition, path: FieldPath, alias: string): Sql {
  const [key = "", ...rest] = path;
  const field = readableField(reader, object, key);
  if (rest.length > 0) {
    const target = referenced(reader, object, field);
    const inner = innerAlias(alias, key);
    return sql`exists (select from ${tableOf(reader, target)} ${ident(inner)}
      where ${ident(inner, "id")} = ${ident(alias, field.column ?? key)} and ${ident(inner, "deleted_at")} is null
      and ${scopeSql(reader, target, inner, "read")}
      and ${stepSql(reader, target, condition, rest, inner)})`;
  }
  const { masked, expression } = pathSql(reader, object, [key], alias);
  if (masked && !MASKED_OPERATORS.has(condition.op))
    throw new Refusal("field_masked", { object: object.key, field: key });
  return conditionSql(reader, field, expression, condition);
}

/** The expression of a field path; a record out of the reader's reach gives null. */
export function pathSql(reader: Reader, object: ObjectShape, path: FieldPath, alias: string): PathSql {
  const [key = "", ...rest] = path;
  const field = readableField(reader, object, key);
  const masked = isMasked(reader, object, key);
  if (rest.length === 0) {
    const own = fieldSql(reader, object, field, alias);
    return { field, expression: own.expression, masked: masked || own.masked };
  }
  const target = referenced(reader, object, field);
  const inner = innerAlias(alias, key);
  const end = pathSql(reader, target, rest, inner);
  return {
    field: end.field,
    masked: masked || end.masked,
    expression: sql`(select ${end.expression} from ${tableOf(reader, target)} ${ident(inner)}
      where ${ident(inner, "id")} = ${ident(alias, field.column ?? key)} and ${ident(inner, "deleted_at")} is null
      and ${scopeSql(reader, target, inner, "read")})`,
  };
}

/** The object a reference field leads to. */
export function referenced(reader: Reader, object: ObjectShape, field: FieldShape): ObjectShape {
  if (field.family !== "reference" || field.target?.kind !== "object" || field.column === null)
    throw new Refusal("field_unknown", { object: object.key, field: field.key });
  return objectOf(reader.world, field.target.object);
}

function fieldSql(reader: Reader, object: ObjectShape, field: FieldShape, alias: string) {
  if (field.column !== null) return { expression: ident(alias, field.column), masked: false };
  switch (field.type.type) {
    case "formula":
      return { expression: ownFormulaSql(reader, object, field, alias), masked: false };
    case "lookup":
      return lookupSql(reader, object, field, alias);
    case "rollup":
      return { expression: rollupSql(reader, field.settings as RollupSettings, alias), masked: false };
    default:
      return { expression: raw("null::text"), masked: false };
  }
}

/** A formula is the company's own: its value follows the right on the formula's field, not those on what it reads. */
function ownFormulaSql(reader: Reader, object: ObjectShape, field: FieldShape, alias: string): Sql {
  const company = { ...reader, trusted: true };
  return formulaSql(reader, object, field, (path) => pathSql(company, object, [...path], alias).expression);
}

/** A lookup of a field the reader may not see at its source is empty, not refused: the list still opens. */
function lookupSql(reader: Reader, object: ObjectShape, field: FieldShape, alias: string) {
  const { via, field: key } = field.settings as { via: string; field: string };
  const reference = object.fields.get(via);
  const target = reference && referenced(reader, object, reference);
  const hidden = !target?.fields.has(key) || (!reader.trusted && rightOn(reader, target, key) === "hidden");
  if (hidden) return { expression: raw(`null::${scalarType(field.family) ?? "text"}`), masked: false };
  return pathSql(reader, object, [via, key], alias);
}

interface RollupSettings {
  readonly object: string;
  readonly via: string;
  readonly aggregate: "count" | "sum" | "avg" | "min" | "max" | "distinct";
  readonly field?: string;
  readonly filter?: Filter;
}

/** What the company defined to be added up is added up whole, whoever looks. Uses the index of the reference. */
function rollupSql(reader: Reader, settings: RollupSettings, alias: string): Sql {
  const company = { ...reader, trusted: true };
  const child = objectOf(reader.world, settings.object);
  const inner = innerAlias(alias, "rollup");
  const via = readableField(company, child, settings.via);
  const value = settings.field ? pathSql(company, child, [settings.field], inner).expression : raw("*");
  const filter = settings.filter ? sql` and ${filterSql(company, child, settings.filter, inner)}` : raw("");
  return sql`(select ${aggregateSql(settings.aggregate, value)} from ${tableOf(reader, child)} ${ident(inner)}
    where ${ident(inner, via.column ?? via.key)} = ${ident(alias, "id")} and ${ident(inner, "deleted_at")} is null${filter})`;
}

function aggregateSql(aggregate: RollupSettings["aggregate"], value: Sql): Sql {
  if (aggregate === "count") return sql`count(${value})::numeric`;
  if (aggregate === "distinct") return sql`count(distinct ${value})::numeric`;
  return sql`${raw(aggregate)}(${value})`;
}

/**
 * The ways in which a record comes into reach, each a condition of its own; null when all records are.
 * A list reads each way as a limited branch and joins them by UNION: an OR with the shares took 626 ms
 * where two branches took 1 ms (a million rows, nobody's own, 100 shared).
 */
export function scopeBranches(reader: Reader, object: ObjectShape, alias: string, action: RecordAction): Sql[] | null {
  const scopes = reader.access.object(object.key)[action];
  if (reader.trusted || scopes.some(({ kind }) => kind === "all")) return null;
  const branches = scopes.flatMap((scope) => branchOf(reader, object, scope, alias) ?? []);
  const shared = action === "delete" ? null : sharedSql(reader, object, alias, action);
  return shared ? [...branches, shared] : branches;
}

/** Scope as one condition, for aggregates, flags and single records. Lists take `scopeBranches`. */
export function scopeSql(reader: Reader, object: ObjectShape, alias: string, action: RecordAction): Sql {
  const branches = scopeBranches(reader, object, alias, action);
  return branches ? or(branches) : raw("true");
}

function branchOf(reader: Reader, object: ObjectShape, scope: ResolvedScope, alias: string): Sql | null {
  switch (scope.kind) {
    case "all":
      return null;
    case "members":
      return memberSql(ident(alias, "owner"), scope.ids);
    case "rule":
      return filterSql({ ...reader, trusted: true }, object, scope.filter, alias);
  }
}

/** One person is by far the commonest scope and the plan for equality is the better one. */
export function memberSql(column: Sql, ids: readonly string[]): Sql {
  return ids.length === 1 ? sql`${column} = ${ids[0]}::uuid` : sql`${column} = any(${ids}::uuid[])`;
}

/** As an array, so that PostgreSQL expects few and looks them up by key. */
function sharedSql(reader: Reader, object: ObjectShape, alias: string, action: "read" | "update"): Sql | null {
  const { memberId } = reader.access;
  if (memberId === null) return null;
  const grantees = [memberId, ...reader.access.units("own")];
  const writable = action === "update" ? raw(` and "access" = 'write'`) : raw("");
  return sql`${ident(alias, "id")} = any(array(select record_id from ${ident(reader.schema, "record_share")}
    where grantee_id = any(${grantees}::uuid[]) and object = ${object.key} and (until is null or until > ${reader.now})${writable}
    limit ${raw(String(SHARES_MAX))}))`;
}

/** At most 50 bytes, the end being what tells aliases apart. */
function innerAlias(alias: string, key: string): string {
  return `${alias}_${key}`.slice(-50);
}
