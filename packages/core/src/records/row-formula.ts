import { type CheckedFormula, checkFormula } from "../formula/check-formula.ts";
import type { World } from "../model/kind.ts";
import { namedField } from "../model/named-field.ts";

const compiled = new WeakMap<World, Map<string, CheckedFormula | null>>();

/**
 * A formula over an object's record, checked once per world. Null for one that does not pass: its definition's
 * check says why, and until it is mended it gives no value and no verdict.
 */
export function rowFormula(world: World, object: string, source: string): CheckedFormula | null {
  const known = compiled.get(world) ?? new Map<string, CheckedFormula | null>();
  compiled.set(world, known);
  const name = `${object}\n${source}`;
  let formula = known.get(name);
  if (formula === undefined) {
    formula = check(world, object, source);
    known.set(name, formula);
  }
  return formula;
}

function check(world: World, object: string, source: string): CheckedFormula | null {
  const checked = checkFormula(source, {
    resolve(names) {
      const found = namedField(world, object, names);
      const type = found?.field.formulaType;
      return found && type ? { key: found.path, type } : undefined;
    },
    names: () => [],
    allowClock: true,
  });
  return checked.ok ? checked.formula : null;
}
