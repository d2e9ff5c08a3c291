import { instantsOf } from "@dabiao/core/calendar/business-date.ts";
import { addDays } from "@dabiao/core/calendar/day.ts";
import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import type { FieldShape } from "@dabiao/core/model/shape.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { DayString, DecimalString, InstantString } from "@dabiao/core/platform/text.ts";
import type { Condition, Operator } from "@dabiao/core/records/filter.ts";
import { filterPeriod } from "@dabiao/core/records/filter-period.ts";
import { z } from "zod";
import { scalarType } from "./json-sql.ts";
import { companyCalendar, type Reader } from "./reader.ts";

const COMPARISON = { eq: "=", lt: "<", le: "<=", gt: ">", ge: ">=" } as const;
/** How operators read on a list of values. */
const ANY_OF: ReadonlySet<Operator> = new Set(["eq", "in", "has_any", "contains"]);
const NONE_OF: ReadonlySet<Operator> = new Set(["ne", "not_in", "not_contains"]);
const Id = z.uuid();

/**
 * One condition on an expression. Negative operators are true for empty values: "not lost" finds deals without a stage.
 *
 * @throws Refusal `operator_not_for_field`, `filter_value`
 */
export function conditionSql(reader: Reader, field: FieldShape, expression: Sql, condition: Condition): Sql {
  const { op, value } = condition;
  const refuseOperator = () => new Refusal("operator_not_for_field", { field: field.key, operator: op });
  if (op === "is_empty" || (op === "eq" && value === null)) return sql`${expression} is null`;
  if (op === "is_not_empty" || (op === "ne" && value === null)) return sql`${expression} is not null`;
  switch (field.family) {
    case "options":
    case "references":
      return listSql(field, expression, condition);
    case "text":
    case "option":
    case "json":
      return textual(op) ? textSql(field, expression, condition) : scalarSql(field, expression, condition);
    case "date":
    case "datetime":
      return (
        dayRangeOf(reader, field, condition, (range) => rangeSql(reader, field, expression, range)) ??
        scalarSql(field, expression, condition)
      );
    case "reference":
      return peopleSql(reader, field, expression, op) ?? scalarSql(field, expression, condition);
    case "number":
    case "boolean":
      return scalarSql(field, expression, condition);
    case "none":
      throw refuseOperator();
  }
}

function textual(op: Operator): boolean {
  return op === "contains" || op === "not_contains" || op === "starts_with";
}

function textSql(field: FieldShape, expression: Sql, { op, value }: Condition): Sql {
  if (typeof value !== "string" || value === "") throw badValue(field, op);
  const pattern = value.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  if (op === "starts_with") return sql`(${expression})::text ilike ${`${pattern}%`}`;
  const found = sql`(${expression})::text ilike ${`%${pattern}%`}`;
  return op === "contains" ? found : sql`(${found}) is not true`;
}

function scalarSql(field: FieldShape, expression: Sql, { op, value }: Condition): Sql {
  const type = scalarType(field.family);
  if (type === null) throw new Refusal("operator_not_for_field", { field: field.key, operator: op });
  const cast = (each: unknown) => sql`${scalarValue(field, op, each)}::${raw(type)}`;
  if (op in COMPARISON) return sql`${expression} ${raw(COMPARISON[op as keyof typeof COMPARISON])} ${cast(value)}`;
  if (op === "ne") return sql`${expression} is distinct from ${cast(value)}`;
  if (op === "between") {
    const [from, to] = listOf(field, op, value, 2);
    return sql`${expression} between ${cast(from)} and ${cast(to)}`;
  }
  if (op !== "in" && op !== "not_in" && op !== "has_any")
    throw new Refusal("operator_not_for_field", { field: field.key, operator: op });
  const found = amongSql(field, expression, op, listOf(field, op, value), type);
  return op === "not_in" ? sql`(${found}) is not true` : found;
}

function amongSql(field: FieldShape, expression: Sql, op: Operator, values: readonly unknown[], type: string): Sql {
  const known = values.filter((each) => each !== null).map((each) => scalarValue(field, op, each));
  const among = sql`${expression} = any(${known}::${raw(type)}[])`;
  return known.length < values.length ? sql`(${among} or ${expression} is null)` : among;
}

function listSql(field: FieldShape, expression: Sql, { op, value }: Condition): Sql {
  const type = field.family === "options" ? "text" : "uuid";
  const values = (Array.isArray(value) ? value : [value]).map((each) => scalarText(field, op, each));
  if (type === "uuid" && !values.every((each) => Id.safeParse(each).success)) throw badValue(field, op);
  const list = sql`${values}::${raw(type)}[]`;
  if (op === "has_all") return sql`${expression} @> ${list}`;
  if (ANY_OF.has(op)) return sql`${expression} && ${list}`;
  if (NONE_OF.has(op)) return sql`(${expression} && ${list}) is not true`;
  throw new Refusal("operator_not_for_field", { field: field.key, operator: op });
}

/** `mine`, `my_unit` and `my_subtree` on fields that hold a person. */
function peopleSql(reader: Reader, field: FieldShape, expression: Sql, op: Operator): Sql | null {
  if (op !== "mine" && op !== "my_unit" && op !== "my_subtree") return null;
  if (field.target?.kind !== "member") throw new Refusal("operator_not_for_field", { field: field.key, operator: op });
  const ids = reader.access.members(op === "mine" ? "own" : op === "my_unit" ? "unit" : "subtree");
  return sql`${expression} = any(${ids}::uuid[])`;
}

/** Conditions in whole days: a period, or an instant compared with a day. */
function dayRangeOf(
  reader: Reader,
  field: FieldShape,
  { op, value }: Condition,
  within: (range: Partial<DayRange>) => Sql,
): Sql | null {
  if (op === "period") {
    if (typeof value !== "string") throw badValue(field, op);
    const calendar = companyCalendar(reader.world);
    return within(filterPeriod(value, dayAt(reader.now, calendar.zone), calendar));
  }
  if (field.family !== "datetime") return null;
  const days = (Array.isArray(value) ? value : [value]).filter((each) => DayString.safeParse(each).success) as string[];
  const [from = "", to = from] = days;
  if (days.length === 0 || (op === "between" && days.length !== 2)) return null;
  if (op === "eq" || op === "between") return within({ start: from, end: addDays(to, 1) });
  if (op === "lt") return within({ end: from });
  if (op === "le") return within({ end: addDays(from, 1) });
  if (op === "gt") return within({ start: addDays(from, 1) });
  return op === "ge" ? within({ start: from }) : null;
}

function rangeSql(reader: Reader, field: FieldShape, expression: Sql, { start, end }: Partial<DayRange>): Sql {
  const instant = (day: string) => instantsOf({ start: day, end: day }, companyCalendar(reader.world)).from;
  const type = raw(field.family === "date" ? "date" : "timestamptz");
  const bound = (day: string) => sql`${field.family === "date" ? day : instant(day)}::${type}`;
  if (start === undefined) return sql`${expression} < ${bound(end ?? "9999-12-31")}`;
  if (end === undefined) return sql`${expression} >= ${bound(start)}`;
  return sql`(${expression} >= ${bound(start)} and ${expression} < ${bound(end)})`;
}

function listOf(field: FieldShape, op: Operator, value: unknown, length?: number): readonly unknown[] {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length)) throw badValue(field, op);
  return value;
}

/** The value as PostgreSQL reads it for the family; what it could not read is refused here. */
function scalarValue(field: FieldShape, op: Operator, value: unknown): string | boolean {
  if (field.family === "boolean") {
    if (typeof value !== "boolean") throw badValue(field, op);
    return value;
  }
  const text = scalarText(field, op, value);
  const schema = { number: DecimalString, date: DayString, datetime: InstantString, reference: Id };
  const shape = schema[field.family as keyof typeof schema];
  if (shape && !shape.safeParse(text).success) throw badValue(field, op);
  return text;
}

function scalarText(field: FieldShape, op: Operator, value: unknown): string {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string" || value.includes("\0")) throw badValue(field, op);
  return value;
}

function badValue(field: FieldShape, op: Operator): Refusal {
  return new Refusal("filter_value", { field: field.key, operator: op });
}
