import type { FormulaKind, FormulaValue } from "@dabiao/core/formula/formula-type.ts";
import { Decimal } from "decimal.js";
import fc from "fast-check";

/** The fields of the test's rows and what PostgreSQL keeps them as. */
export const FIELDS: Readonly<Record<string, { readonly kind: FormulaKind; readonly column: string }>> = {
  n1: { kind: "number", column: "numeric" },
  n2: { kind: "number", column: "numeric" },
  n3: { kind: "number", column: "numeric" },
  t1: { kind: "text", column: "text" },
  t2: { kind: "text", column: "text" },
  s1: { kind: "select", column: "text" },
  b1: { kind: "boolean", column: "boolean" },
  d1: { kind: "date", column: "date" },
  d2: { kind: "date", column: "date" },
  i1: { kind: "datetime", column: "timestamptz" },
  i2: { kind: "datetime", column: "timestamptz" },
  l1: { kind: "list", column: "text[]" },
};

/** A row as JSON carries it; numbers are strings. */
export type Row = Readonly<Record<string, string | boolean | readonly string[] | null>>;

const number = fc.oneof(
  fc.constantFrom("0", "1", "-1", "2", "0.5", "-0.5", "2.5", "-2.5", "3", "7", "100", "1000000", "0.0000000000005"),
  fc.integer({ min: -1000, max: 1000 }).map(String),
  fc.tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.integer({ min: 0, max: 12 })).map(decimal),
  fc.tuple(fc.bigInt({ min: -(10n ** 30n) + 1n, max: 10n ** 30n - 1n }), fc.constant(0)).map(decimal),
);

const letter = fc.constantFrom(
  ..."abcABCxyz019 .-_%'\\\"/",
  ..."达标销售客户张三李四，。（）　ＡｂéÉß÷×😀𠮷",
  "\t",
  "\u00a0",
  "\ufb01",
);

export const shortText = fc.oneof(
  fc.constantFrom("", "a", "A", "张三", "达标", "Q1", "opt_a", "opt_b"),
  fc.array(letter, { maxLength: 8 }).map((letters) => letters.join("")),
);

export const day = fc.oneof(
  fc.constantFrom(
    "2024-02-29",
    "2023-02-28",
    "2000-02-29",
    "1900-02-28",
    "2026-01-31",
    "2025-12-31",
    "0001-01-01",
    "9999-12-31",
  ),
  fc.date({ min: new Date("2019-01-01"), max: new Date("2031-12-31"), noInvalidDate: true }).map(isoDay),
  fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }).map(isoDay),
);

const instant = fc.oneof(
  fc.constantFrom("2025-09-30T16:30:00.000Z", "2024-02-28T16:00:00.000Z", "2025-12-31T15:59:59.999Z"),
  fc
    .date({ min: new Date("1980-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
    .map((at) => at.toISOString()),
);

const option = fc.constantFrom("opt_a", "opt_b", "opt_c");

const values: Readonly<Record<FormulaKind, fc.Arbitrary<string | boolean | string[]>>> = {
  number,
  text: shortText,
  select: option,
  boolean: fc.boolean(),
  date: day,
  datetime: instant,
  list: fc.uniqueArray(option, { maxLength: 3 }),
};

/** A row in which every field is null now and then. */
export const row: fc.Arbitrary<Row> = fc.record(
  Object.fromEntries(
    Object.entries(FIELDS).map(([key, { kind }]) => [key, fc.option(values[kind], { nil: null, freq: 6 })]),
  ),
);

/** The field's value as formulas take it. */
export function valueIn(given: Row, key: string): FormulaValue {
  const value = given[key] ?? null;
  return FIELDS[key]?.kind === "number" && typeof value === "string" ? new Decimal(value) : value;
}

function decimal([digits, places]: [bigint, number]): string {
  return new Decimal(digits.toString()).times(new Decimal(10).pow(-places)).toFixed();
}

function isoDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}
