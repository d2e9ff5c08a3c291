import type { Family } from "@dabiao/core/model/field-type.ts";
import { type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { PathSql } from "./path-sql.ts";

/** The value as JSON carries it: decimals as strings, instants in UTC, what is masked with its middle hidden. */
export function jsonValue({ expression, field, masked }: PathSql): Sql {
  if (masked) return field.family === "text" ? maskedText(expression) : maskedValue(expression);
  // What is worked out carries up to sixteen decimals; zeros at the end say nothing.
  if (field.family === "number")
    return field.column === null ? sql`trim_scale(${expression})::text` : sql`(${expression})::text`;
  return field.family === "datetime" ? instantText(expression) : expression;
}

/** Stated by hand, because the session's zone and style must not show. */
export function instantText(expression: Sql): Sql {
  return sql`to_char((${expression}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** 138****5678. Short texts show nothing. */
function maskedText(expression: Sql): Sql {
  return sql`case when char_length(${expression}) >= 9
      then left(${expression}, char_length(${expression}) - 8) || '****' || right(${expression}, 4)
    when char_length(${expression}) >= 5 then left(${expression}, 1) || '****' || right(${expression}, 1)
    when ${expression} is not null then '****' end`;
}

function maskedValue(expression: Sql): Sql {
  return sql`case when ${expression} is not null then '****' end`;
}

const SCALAR_TYPES: Readonly<Partial<Record<Family, string>>> = {
  text: "text",
  option: "text",
  number: "numeric",
  boolean: "boolean",
  date: "date",
  datetime: "timestamptz",
  reference: "uuid",
};

/** PostgreSQL's type for values of a family that have an order; null for lists and the like. */
export function scalarType(family: Family): string | null {
  return SCALAR_TYPES[family] ?? null;
}
