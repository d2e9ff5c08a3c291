import type { FormulaName, FormulaScope } from "../formula/formula-scope.ts";
import type { FormulaKind } from "../formula/formula-type.ts";
import { localText } from "../platform/text.ts";
import type { World } from "./kind.ts";
import { namedField } from "./named-field.ts";
import { findObject } from "./shape.ts";

/** The most names an editor is offered. */
const NAMES_MAX = 500;

/**
 * What a formula over an object's record may speak of: its fields, and fields reached over single references.
 *
 * @param expected the kind the place needs, or null for any
 */
export function recordScope(
  world: World,
  object: string,
  expected: FormulaKind | null,
  options: { readonly allowClock?: boolean } = {},
): FormulaScope {
  return {
    resolve(path) {
      const found = namedField(world, object, path);
      return found?.field.formulaType ? { key: found.path, type: found.field.formulaType } : undefined;
    },
    names: () => [...namesOf(world, object, [], 1)].slice(0, NAMES_MAX),
    allowClock: options.allowClock ?? true,
    ...(expected === null ? {} : { expected }),
  };
}

function* namesOf(world: World, object: string, above: readonly string[], steps: number): Generator<FormulaName> {
  const fields = [...(findObject(world, object)?.fields.values() ?? [])];
  for (const field of fields) {
    const path = [...above, localText(field.body.label, "zh-CN")];
    if (field.formulaType) yield { path, type: field.formulaType, detail: [...above, field.key].join(".") };
  }
  if (steps === 0) return;
  for (const field of fields) {
    const target = field.type.type === "reference" && !field.system ? field.target : null;
    if (target?.kind !== "object") continue;
    yield* namesOf(world, target.object, [...above, localText(field.body.label, "zh-CN")], steps - 1);
  }
}
