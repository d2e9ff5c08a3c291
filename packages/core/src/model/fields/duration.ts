import { z } from "zod";
import { Decimal } from "../../numbers/decimal.ts";
import { DecimalString } from "../../platform/text.ts";
import { declareFieldType } from "../declare-field-type.ts";
import { plainText } from "../parsed.ts";
import { readDecimal } from "../read-decimal.ts";

const MINUTES: Readonly<Record<string, number>> = {
  d: 1440,
  day: 1440,
  days: 1440,
  天: 1440,
  h: 60,
  hour: 60,
  hours: 60,
  小时: 60,
  时: 60,
  钟头: 60,
  m: 1,
  min: 1,
  minute: 1,
  minutes: 1,
  分钟: 1,
  分: 1,
};
const PART = /(\d+(?:\.\d+)?)\s*(days?|d|天|hours?|h|小时|钟头|时|minutes?|min|m|分钟|分)/g;

/** How long something takes, in minutes. A day is 24 hours. */
export const durationField = declareFieldType({
  type: "duration",
  family: "number",
  settings: z.object({
    /** What a typed number without a unit means. */
    unit: z.enum(["minutes", "hours"]).default("minutes"),
    min: DecimalString.default("0"),
    max: DecimalString.optional(),
  }),
  column: () => "numeric",
  parse(input, settings, context) {
    const minutes = context.lenient && typeof input === "string" ? readParts(input) : null;
    if (minutes !== null) return readDecimal(minutes, settings, { ...context, lenient: false });
    return readDecimal(input, settings, context, (value, unit) => {
      if (unit.kind !== "plain") return null;
      return settings.unit === "hours" && context.lenient ? value.times(60) : value;
    });
  },
  toText(value, _settings, locale) {
    const total = new Decimal(value);
    const hours = total.abs().div(60).floor();
    const minutes = total.abs().minus(hours.times(60));
    const [hourWord, minuteWord] = locale === "en" ? ["h", "min"] : ["小时", "分钟"];
    const parts = [hours.isZero() ? "" : `${hours}${hourWord}`, minutes.isZero() ? "" : `${minutes}${minuteWord}`];
    return `${total.isNegative() ? "-" : ""}${parts.join("")}` || `0${minuteWord}`;
  },
  formulaType: { kind: "number" },
  widget: "duration",
  searchable: false,
});

/** 1小时30分, 1.5h, 90分钟, 1:30; null for anything else. */
function readParts(input: string): string | null {
  const text = plainText(input).toLowerCase();
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(text);
  if (clock) return String(Number(clock[1]) * 60 + Number(clock[2]));
  const parts = [...text.matchAll(PART)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join("") !== text.replace(/(?<=\D)\s+(?=\d)/g, ""))
    return null;
  return parts
    .reduce(
      (sum, [, amount = "0", unit = ""]) => sum.plus(new Decimal(amount).times(MINUTES[unit] ?? 1)),
      new Decimal(0),
    )
    .toString();
}
