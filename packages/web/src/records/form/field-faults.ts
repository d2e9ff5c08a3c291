import type { Issue } from "@dabiao/core/platform/refusal.ts";
import type { ObjectDefinition } from "../definition.ts";

/** What is wrong with a record, by field; what belongs to no field of the form stands under "". */
export type FieldFaults = ReadonlyMap<string, Issue>;

export const NO_FAULTS: FieldFaults = new Map();

/** The issues of a refusal at the fields they speak of: a path ends in the field's key. */
export function fieldFaults(
  definition: ObjectDefinition,
  refusal: Issue & { readonly issues: readonly Issue[] },
): FieldFaults {
  const issues = refusal.issues.length > 0 ? refusal.issues : [refusal];
  const faults = new Map<string, Issue>();
  for (const issue of issues) {
    const last = String(issue.path.at(-1) ?? "");
    const key = definition.fields.some((field) => field.key === last) ? last : "";
    if (!faults.has(key)) faults.set(key, issue);
  }
  return faults;
}
