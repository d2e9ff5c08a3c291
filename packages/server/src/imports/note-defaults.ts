import type { ProblemGroups } from "@dabiao/core/imports/problem-groups.ts";
import { type FieldShape, findObject, type ObjectShape } from "@dabiao/core/model/shape.ts";
import { type Locale, localText } from "@dabiao/core/platform/text.ts";
import { rowFormula } from "@dabiao/core/records/row-formula.ts";
import type { ImportWork } from "./import-work.ts";

/** Tells which fields the file leaves open and take their value from what the row refers to: a return's day from its order. */
export function noteDefaults(work: ImportWork, created: number, problems: ProblemGroups): void {
  const { object, columns } = work.plan;
  if (created === 0) return;
  for (const { key, body } of object.ownFields) {
    if (body.default === undefined || columns.some(({ field }) => field === key)) continue;
    const paths = rowFormula(work.world, object.key, body.default)?.references ?? [];
    if (!paths.some(({ length }) => length > 1)) continue;
    const named = (locale: Locale) => paths.map((path) => pathLabel(work, object, path, locale)).join(" + ");
    const params = { field: key, zh: named("zh-CN"), en: named("en") };
    problems.note({ column: null, field: key, code: "import_default", params, value: null }, created);
  }
}

function pathLabel(work: ImportWork, object: ObjectShape, path: readonly string[], locale: Locale): string {
  const labels: string[] = [];
  let shape: ObjectShape | undefined = object;
  for (const key of path) {
    const field: FieldShape | undefined = shape?.fields.get(key);
    labels.push(field ? localText(field.body.label, locale) : key);
    shape = field?.target?.kind === "object" ? findObject(work.world, field.target.object) : undefined;
  }
  return labels.join(" · ");
}
