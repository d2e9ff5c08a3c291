import type { ParseContext } from "../model/field-type.ts";
import type { ObjectShape } from "../model/shape.ts";
import type { RefusalParams } from "../platform/refusal.ts";
import type { Values } from "./write-batch.ts";

/** What is wrong with one field of one record. */
export interface FieldIssue {
  readonly field: string | null;
  readonly code: string;
  readonly params: RefusalParams;
}

export interface ReadValues {
  /** By field key, as PostgreSQL takes them. */
  readonly values: Record<string, unknown>;
  readonly issues: FieldIssue[];
}

/** System fields a writer may set; who made a record and when only where history is brought in. */
const SETTABLE: ReadonlySet<string> = new Set(["owner"]);
const HISTORY: ReadonlySet<string> = new Set(["created_at", "created_by"]);

/**
 * Reads the values given for a record, each by its field's type.
 *
 * @param stored  whether the values were read by their types already; ids of what they refer to are read in any case
 * @param history whether the record's own past (`created_at`, `created_by`) may be given, as by an import
 * @returns stored values of the fields given, and an issue for each that is unknown, computed or not readable
 */
export function readValues(
  shape: ObjectShape,
  given: Values,
  context: ParseContext,
  { history, stored = false }: { readonly history: boolean; readonly stored?: boolean },
): ReadValues {
  const values: Record<string, unknown> = {};
  const issues: FieldIssue[] = [];
  for (const [key, input] of Object.entries(given)) {
    const field = shape.fields.get(key);
    if (!field) {
      issues.push({ field: key, code: "field_unknown", params: { object: shape.key, field: key } });
      continue;
    }
    const settable = !field.system || SETTABLE.has(key) || (history && HISTORY.has(key));
    if (field.computed || !settable) {
      issues.push({ field: key, code: "field_computed", params: { field: key } });
      continue;
    }
    if (stored && field.target === null) {
      values[key] = input;
      continue;
    }
    const parsed = field.type.parse(input, field.settings, context);
    if (parsed.ok) values[key] = parsed.value;
    else issues.push({ field: key, code: parsed.issue.code, params: { ...parsed.issue.params, field: key } });
  }
  return { values, issues };
}
