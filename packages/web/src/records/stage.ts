import type { StageType } from "@dabiao/core/model/object.ts";
import type { Option } from "@dabiao/core/model/option.ts";
import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { optionsOf } from "../fields/option-of.ts";
import { fieldOf, type ObjectDefinition } from "./definition.ts";

export interface Stage {
  readonly option: Option;
  readonly type: StageType;
}

/** The stages of an object, or null for one without. */
export function stagesOf(definition: ObjectDefinition): { field: FieldIndex; stages: readonly Stage[] } | null {
  const { stage } = definition.body;
  const field = stage && fieldOf(definition, stage.field);
  if (!stage || !field) return null;
  const stages = optionsOf(field)
    .filter(({ archived }) => !archived)
    .map((option) => ({ option, type: stage.types[option.key] ?? ("open" as const) }));
  return { field, stages };
}

/** Where an open record goes next: the stage after its own, won at the end. */
export function nextStage(stages: readonly Stage[], current: string | null): Stage | undefined {
  const at = stages.findIndex(({ option }) => option.key === current);
  if (at >= 0 && stages[at]?.type !== "open") return undefined;
  return stages.slice(at + 1).find(({ type }) => type === "open" || type === "won");
}
