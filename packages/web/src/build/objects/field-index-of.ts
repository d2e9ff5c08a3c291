import type { World } from "@dabiao/core/model/kind.ts";
import { type FieldShape, findObject } from "@dabiao/core/model/shape.ts";
import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";

/** The object's fields as the shared inputs take them, with full rights; system fields come last. */
export function fieldIndexes(world: World, object: string): readonly FieldIndex[] {
  const shape = findObject(world, object);
  if (!shape) return [];
  const system = [...shape.fields.values()].filter((field) => field.system);
  return [...shape.ownFields, ...system].map(fieldIndexOf);
}

function fieldIndexOf({
  key,
  body,
  type,
  settings,
  family,
  computed,
  system,
  target,
  formulaType,
}: FieldShape): FieldIndex {
  return {
    key,
    type: type.type,
    label: body.label,
    ...(body.help ? { help: body.help } : {}),
    family,
    widget: type.widget,
    settings: settings as Record<string, unknown>,
    required: body.required,
    unique: body.unique,
    computed,
    system,
    target,
    right: "write",
    formula: formulaType ? { kind: formulaType.kind } : null,
  };
}
