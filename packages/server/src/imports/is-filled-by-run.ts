import { rowFormula } from "@dabiao/core/records/row-formula.ts";
import type { ImportWork, Pending } from "./import-work.ts";

/** Whether a check cannot know a required field: it names a record the run will make, or its default asks such a record. */
export function isFilledByRun({ plan, world }: ImportWork, { later }: Pending, field: string): boolean {
  if (later.has(field)) return true;
  const formula = plan.object.fields.get(field)?.body.default;
  if (formula === undefined) return false;
  const paths = rowFormula(world, plan.object.key, formula)?.references ?? [];
  return paths.some(([first = "", ...rest]) => rest.length > 0 && later.has(first));
}
