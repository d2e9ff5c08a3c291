import { Decimal } from "../numbers/decimal.ts";
import { type NumberUnit, parseNumber } from "../numbers/parse-number.ts";
import { DecimalString } from "../platform/text.ts";
import type { ParseContext, Parsed } from "./field-type.ts";
import { accepted, inputText, isEmpty, refused } from "./parsed.ts";

export interface DecimalLimits {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly integer?: boolean;
}

/**
 * Reads a decimal as a field takes it. Surfaces for people accept what people type; the API takes decimal strings
 * and whole numbers only, because a binary fraction has already lost what was meant.
 *
 * @param toStored what the typed unit means for this field, e.g. a percent field reads 12.5 as 0.125
 * @returns a decimal string without a trailing zero
 */
export function readDecimal(
  input: unknown,
  limits: DecimalLimits,
  context: ParseContext,
  toStored: (value: Decimal, unit: NumberUnit) => Decimal | null = onlyPlain,
): Parsed<string> {
  if (isEmpty(input)) return accepted<string>(null);
  const read = context.lenient ? readTyped(input, toStored) : readCanonical(input);
  if (!(read instanceof Decimal)) return read;
  if (limits.integer && !read.isInteger()) return refused("value_not_integer", { value: read.toString() });
  if (limits.min !== undefined && read.lt(limits.min)) return refused("value_too_small", { min: limits.min });
  if (limits.max !== undefined && read.gt(limits.max)) return refused("value_too_large", { max: limits.max });
  return accepted(read.toString());
}

function readTyped(
  input: unknown,
  toStored: (value: Decimal, unit: NumberUnit) => Decimal | null,
): Decimal | Parsed<string> {
  if (typeof input === "number" && Number.isFinite(input)) return fromBinary(input, toStored);
  if (typeof input !== "string") return refused("value_not_number");
  const parsed = parseNumber(input);
  if (parsed.kind === "issue") return refused(parsed.issue.code, parsed.issue.params);
  return toStored(parsed.value, parsed.unit) ?? refused("value_other_unit", { text: input });
}

/** A number out of a spreadsheet cell: 15 digits are what a binary float can say for certain. */
function fromBinary(
  input: number,
  toStored: (value: Decimal, unit: NumberUnit) => Decimal | null,
): Decimal | Parsed<string> {
  const value = new Decimal(input.toPrecision(15));
  if (value.decimalPlaces() > 12 || value.abs().gte("1e30"))
    return refused("number_too_long", { text: inputText(input) });
  return toStored(value, { kind: "plain" }) ?? refused("value_not_number");
}

function readCanonical(input: unknown): Decimal | Parsed<string> {
  if (typeof input === "number" && Number.isSafeInteger(input)) return new Decimal(input);
  if (typeof input === "string" && DecimalString.safeParse(input).success) return new Decimal(input);
  return refused("value_not_decimal_string");
}

/** A number without a unit of its own; 元 and ￥ before or behind it say nothing more. */
function onlyPlain(value: Decimal, unit: NumberUnit): Decimal | null {
  return unit.kind === "plain" || (unit.kind === "money" && unit.currency === "CNY") ? value : null;
}
