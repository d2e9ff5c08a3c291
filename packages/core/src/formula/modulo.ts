import type { Decimal } from "decimal.js";
import { type Sql, sql } from "../platform/sql.ts";

/** Remainder with the divisor's sign, exact; null for divisor 0 (FX-09). */
export function moduloJs(a: Decimal, b: Decimal): Decimal | null {
  return b.isZero() ? null : a.mod(b).plus(b).mod(b);
}

export function moduloSql(a: Sql, b: Sql): Sql {
  return sql`mod(mod(${a}, nullif(${b}, 0)) + ${b}, nullif(${b}, 0))`;
}
