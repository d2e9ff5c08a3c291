import { type CheckedFormula, checkFormula } from "../formula/check-formula.ts";
import type { FormulaValue } from "../formula/formula-type.ts";
import type { World } from "../model/kind.ts";
import { namedField } from "../model/named-field.ts";
import type { ObjectShape } from "../model/shape.ts";
import { Decimal } from "../numbers/decimal.ts";

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

/** A stored value as formulas take it: decimals as such, everything else as stored. */
export function formulaValue(object: ObjectShape, key: string, value: unknown): FormulaValue {
  if (value === null || value === undefined) return null;
  return object.fields.get(key)?.family === "number" ? new Decimal(String(value)) : (value as FormulaValue);
}
