import type { ParseContext, Parsed } from "@dabiao/core/model/field-type.ts";
import { fieldType } from "@dabiao/core/model/field-types.ts";
import type { FieldBody } from "@dabiao/core/model/object.ts";

/** Types whose stored values mean the same in the other type, so that a change of type moves nothing. */
const SAME_VALUES: readonly (readonly [string, readonly string[]])[] = [
  ["text", ["long_text"]],
  ["email", ["text", "long_text"]],
  ["phone", ["text", "long_text"]],
  ["url", ["text", "long_text"]],
  ["autonumber", ["text"]],
  ["integer", ["number", "money"]],
  ["money", ["number"]],
  ["number", ["money"]],
];
/** What points elsewhere has no text of its own to read back. */
const NOT_FROM = new Set([
  "reference",
  "references",
  "member",
  "members",
  "unit",
  "attachment",
  "formula",
  "lookup",
  "rollup",
]);
const NOT_TO = new Set([...NOT_FROM, "autonumber"]);

export type TypeChange = "none" | "relabel" | "convert" | "impossible";

/** What it takes to make the field's values those of its new body. */
export function typeChange(before: FieldBody, after: FieldBody): TypeChange {
  if (before.type === after.type) {
    return before.settings["object"] === after.settings["object"] ? "none" : "impossible";
  }
  if (SAME_VALUES.some(([from, to]) => from === before.type && to.includes(after.type))) return "relabel";
  return NOT_FROM.has(before.type) || NOT_TO.has(after.type) ? "impossible" : "convert";
}

/** Reads a stored value of the old field as if a person had typed its text into the new one. */
export function convertValue(before: FieldBody, after: FieldBody, stored: unknown, zone: string): Parsed<unknown> {
  const [from, to] = [fieldType(before.type), fieldType(after.type)];
  if (!from || !to) return { ok: false, issue: { code: "field_type_unknown", params: { type: after.type } } };
  const context: ParseContext = { zone, lenient: true };
  const value = stored instanceof Date ? stored.toISOString() : stored;
  const toSettings = to.settings.parse(after.settings);
  const exact = from.family === to.family ? to.parse(value, toSettings, { ...context, lenient: false }) : null;
  if (exact?.ok) return exact;
  return to.parse(from.toText(value, from.settings.parse(before.settings), "zh-CN"), toSettings, context);
}

/** The value as text that PostgreSQL casts to the column's type. */
export function columnText(value: unknown, columnType: string): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && columnType.endsWith("[]")) {
    return `{${value.map((each) => JSON.stringify(String(each))).join(",")}}`;
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
