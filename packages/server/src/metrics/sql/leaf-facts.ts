import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import type { AggregateTree } from "@dabiao/core/metrics/leaves.ts";
import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { and, ident, or, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { FieldPath, Filter } from "@dabiao/core/records/filter.ts";
import { objectOf, type Reader, readableField } from "../../records/sql/reader.ts";
import { filterSql, pathSql, scopeBranches } from "../../records/sql/record-sql.ts";
import { type CreditSql, creditSql } from "./credit.ts";
import { type EventDate, eventDay, eventWithin } from "./event-day.ts";
import { exchangeSql } from "./exchange.ts";
import type { FactsSql } from "./facts.ts";
import { inline } from "./inline.ts";
import { liveRecords, recordsAsOf } from "./relation.ts";
import { valueSql } from "./value.ts";

/** Which facts of one aggregate are wanted. */
export interface LeafRequest {
  readonly reader: Reader;
  readonly calendar: Calendar;
  readonly leaf: AggregateTree;
  /** Days, each range on its own; together they lie inside `span`. */
  readonly ranges: readonly DayRange[];
  readonly span: DayRange;
  /** The reader's own further condition, held against the reader's rights. */
  readonly filter?: Filter | undefined;
  readonly cuts: readonly FieldPath[];
  /** As known at that moment; null is now. */
  readonly asOf: Date | null;
  /** Only these records, with their split rows; all when left out. */
  readonly only?: readonly string[];
  /** Whether only records in the reader's scope count, or the company's figure is asked for. */
  readonly scoped: boolean;
}

/** The pieces of a leaf's SQL over record `r`, before they are put together: facts join them all, an explanation asks each. */
export interface LeafSql {
  readonly object: ObjectShape;
  readonly relation: Sql;
  readonly date: EventDate;
  readonly day: Sql;
  readonly credit: CreditSql;
  /** The metric's own filter, spelled out; null when it has none. */
  readonly filter: Sql | null;
  readonly ownFilter: Sql | null;
  /** Null when the reader sees every record. */
  readonly scope: Sql | null;
  /** What one unit of the record's currency is worth; null when nothing is converted. */
  readonly rate: Sql | null;
  readonly value: Sql | null;
  readonly weight: Sql | null;
  readonly cuts: readonly Sql[];
}

export function leafSql(request: LeafRequest): LeafSql {
  const { reader, leaf, calendar } = request;
  const { measure } = leaf;
  const company: Reader = { ...reader, trusted: true };
  const object = objectOf(reader.world, measure.object);
  const date = dateOf(company, object, measure.date);
  const day = eventDay(date, calendar);
  const instant = request.asOf === null ? null : sql`${request.asOf.toISOString()}::timestamptz`;
  const rows = (table: ObjectShape, only: readonly string[] | null = null) =>
    instant ? recordsAsOf(reader.schema, table, instant, only) : liveRecords(reader.schema, table, only);
  const credit = creditSql(measure.credit, {
    schema: reader.schema,
    object: object.key,
    date,
    day,
    dateKey: measure.date,
    range: request.span,
    calendar,
    knownUntil: instant,
    splitRows: (split) => rows(objectOf(reader.world, split)),
  });
  const branches = request.scoped ? scopeBranches(reader, object, "r", "read") : null;
  const clock = {
    now: sql`${reader.now.toISOString()}::timestamptz`,
    today: sql`${dayAt(reader.now, calendar.zone)}::date`,
    zone: calendar.zone,
  };
  const rate = exchangeSql(reader, object, measure, day);
  const value =
    measure.value === undefined ? null : valueSql(reader, object, measure.value, day, clock, measure.aggregate);
  return {
    object,
    relation: rows(object, request.only ?? null),
    date,
    day,
    credit,
    filter: measure.filter ? inline(filterSql(company, object, measure.filter, "r")) : null,
    ownFilter: request.filter ? filterSql(reader, object, request.filter, "r") : null,
    scope: branches ? or(branches) : null,
    rate,
    value: value && rate ? sql`(${value}) * ${rate}` : value,
    weight: measure.weight === undefined ? null : valueSql(reader, object, measure.weight, day, clock, "sum"),
    cuts: request.cuts.map((path) => cutSql(reader, object, path)),
  };
}

/** All conditions together: what a fact must be. */
export function leafFacts(request: LeafRequest): FactsSql {
  const parts = leafSql(request);
  const conditions = [
    raw("r.deleted_at is null"),
    or(request.ranges.map((range) => eventWithin(parts.date, range, request.calendar))),
    ...[parts.filter, parts.ownFilter, parts.scope].filter((condition) => condition !== null),
    ...(parts.rate ? [sql`${parts.rate} is not null`] : []),
  ];
  const { relation, credit, day, value, weight, cuts } = parts;
  return {
    relation,
    joins: raw(""),
    conditions: and(conditions),
    credit,
    day,
    value,
    weight,
    cuts,
    decimals: request.leaf.body.unit.decimals,
  };
}

function dateOf(company: Reader, object: ObjectShape, key: string): EventDate {
  const field = readableField(company, object, key);
  if (field.column === null || (field.family !== "date" && field.family !== "datetime"))
    throw new Refusal("metric_date", { object: object.key, field: key });
  return { column: ident("r", field.column), family: field.family };
}

function cutSql(reader: Reader, object: ObjectShape, path: FieldPath): Sql {
  const { expression, masked } = pathSql(reader, object, path, "r");
  if (masked) throw new Refusal("field_masked", { object: object.key, field: path.join(".") });
  return expression;
}
