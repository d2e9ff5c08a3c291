import { displayFormula } from "@dabiao/core/formula/display-formula.ts";
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
    const formula = rowFormula(work.world, object.key, body.default);
    if (!formula?.references.some(({ length }) => length > 1)) continue;
    const shown = (locale: Locale) =>
      displayFormula(body.default ?? "", (path) => labelsOf(work, object, path, locale) ?? undefined);
    const params = { field: key, zh: shown("zh-CN"), en: shown("en") };
    problems.note({ column: null, field: key, code: "import_default", params, value: null }, created);
  }
}

function labelsOf(work: ImportWork, object: ObjectShape, path: readonly string[], locale: Locale) {
  const labels: string[] = [];
  let shape: ObjectShape | undefined = object;
  for (const key of path) {
    const field: FieldShape | undefined = shape?.fields.get(key);
    if (!field) return null;
    labels.push(localText(field.body.label, locale));
    shape = field.target?.kind === "object" ? findObject(work.world, field.target.object) : undefined;
  }
  return { labels };
}
