import type { World } from "./kind.ts";
import { plainText } from "./parsed.ts";
import { type FieldShape, findObject, type ObjectShape } from "./shape.ts";

/** A field as a formula names it, found: its keys from the object over references, and the field at the end. */
export interface NamedField {
  readonly path: readonly string[];
  readonly field: FieldShape;
}

/**
 * Finds the field a formula names by keys or by labels in either language: `amount`, `金额`, `客户.行业`.
 * A key stands before a label, and a label two fields share finds nothing.
 *
 * @param names one name per step; all but the last must be single references
 */
export function namedField(world: World, object: string, names: readonly string[]): NamedField | undefined {
  const shape = findObject(world, object);
  const field = shape && fieldNamed(shape, names[0] ?? "");
  const rest = names.slice(1);
  if (!field || rest.length === 0) return field && { path: [field.key], field };
  const target = field.type.type === "reference" && field.target?.kind === "object" ? field.target.object : undefined;
  const inner = target === undefined ? undefined : namedField(world, target, rest);
  return inner && { path: [field.key, ...inner.path], field: inner.field };
}

function fieldNamed(shape: ObjectShape, name: string): FieldShape | undefined {
  const exact = shape.fields.get(name);
  if (exact) return exact;
  const typed = plainText(name).toLowerCase();
  const labelled = [...shape.fields.values()].filter(({ body: { label } }) =>
    [label.zh, label.en ?? ""].some((text) => plainText(text).toLowerCase() === typed),
  );
  return labelled.length === 1 ? labelled[0] : undefined;
}
