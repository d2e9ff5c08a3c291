import { Decimal } from "decimal.js";
import { type Sql, sql } from "../platform/sql.ts";
import { Exact, KEPT_DECIMALS } from "./exact.ts";

/** Powers are computed to 40 decimals and then rounded to 16, so both back ends round the same number. */
const WORKING_DECIMALS = 40;
const Working = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP });

/** exponent × ln|base| from here on means a result beyond 9.2e29. */
const LOGARITHM_LIMIT = 69;
const EXPONENT_LIMIT = 1_000;

/**
 * base ^ exponent to 16 decimals; the base and the exponent are taken to 16 decimals first.
 * Null where it is undefined (0 to a negative power, a negative base to a fraction), for |exponent| > 1000 and for
 * results from about 1e30 on (FX-10).
 */
export function powerJs(base: Decimal, exponent: Decimal): Decimal | null {
  const b = new Working(base.toDecimalPlaces(KEPT_DECIMALS));
  const e = new Working(exponent.toDecimalPlaces(KEPT_DECIMALS));
  if (e.abs().gt(EXPONENT_LIMIT)) return null;
  if (b.isZero()) return e.isZero() ? new Exact(1) : e.isPositive() ? new Exact(0) : null;
  if (b.isNegative() && !e.isInteger()) return null;
  if (!e.times(b.abs().ln()).lt(LOGARITHM_LIMIT)) return null;
  const power = new Exact(b.pow(e)).toDecimalPlaces(WORKING_DECIMALS);
  return power.toDecimalPlaces(KEPT_DECIMALS);
}

/** A whole exponent written in the formula leaves most questions out. */
export function powerSql(base: Sql, exponent: Sql, constant: string | undefined): Sql {
  const b = sql`round(${base}, 16)`;
  const whole = constant && /^\d{1,3}$/.test(constant) ? Number(constant) : undefined;
  const e = whole === undefined ? sql`round(${exponent}, 16)` : exponent;
  const known = sql`when ${e} * ln(abs(nullif(${b}, 0))) < 69 then round(power(round(${b}, 40), ${e}), 16)`;
  if (whole !== undefined) return sql`case when ${b} = 0 then ${whole === 0 ? 1 : 0}::numeric ${known} end`;
  return sql`case when abs(${e}) > 1000 then null
    when ${b} = 0 then case when ${e} = 0 then 1::numeric when ${e} > 0 then 0::numeric end
    when ${b} < 0 and ${e} <> trunc(${e}) then null
    ${known} end`;
}
