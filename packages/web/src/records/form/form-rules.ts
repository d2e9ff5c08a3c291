import { type CheckedFormula, checkFormula } from "@dabiao/core/formula/check-formula.ts";
import { evaluateFormula } from "@dabiao/core/formula/evaluate-formula.ts";
import type { FormulaKind, FormulaValue } from "@dabiao/core/formula/formula-type.ts";
import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { Decimal } from "@dabiao/core/numbers/decimal.ts";
import { localDay } from "../../fields/format-day.ts";
import { fieldOf, type ObjectDefinition } from "../definition.ts";

type Values = Readonly<Record<string, unknown>>;

const checked = new WeakMap<ObjectDefinition, Map<string, CheckedFormula | null>>();

/**
 * Whether a form's condition is true of the values as they stand. One that looks at other records cannot be worked
 * out here and answers `otherwise`; the server decides when the record is saved.
 */
export function holds(
  definition: ObjectDefinition,
  source: string | undefined,
  values: Values,
  otherwise: boolean,
): boolean {
  if (source === undefined) return otherwise;
  const formula = formulaOf(definition, source);
  if (!formula || formula.references.some((path) => path.length > 1)) return otherwise;
  const value = evaluateFormula(
    formula,
    ([key = ""]) => formulaValue(fieldOf(definition, key), values[key]),
    clockNow(),
  );
  return value === true;
}

/** What a new record starts with: defaults that need nothing but the day. The server works out the others. */
export function defaultValues(definition: ObjectDefinition): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of definition.fields) {
    const formula =
      field.default === undefined || field.right !== "write" ? null : formulaOf(definition, field.default);
    if (!formula || formula.references.length > 0) continue;
    const value = evaluateFormula(formula, () => null, clockNow());
    if (value !== null) values[field.key] = Decimal.isDecimal(value) ? value.toFixed() : value;
  }
  return values;
}

function clockNow() {
  const now = new Date();
  return { now: now.toISOString(), today: localDay(now), zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

function formulaOf(definition: ObjectDefinition, source: string): CheckedFormula | null {
  const known = checked.get(definition) ?? new Map<string, CheckedFormula | null>();
  checked.set(definition, known);
  let formula = known.get(source);
  if (formula === undefined) {
    const result = checkFormula(source, {
      resolve: ([key = "", ...rest]) => {
        const field = rest.length === 0 ? fieldOf(definition, key) : undefined;
        return field?.formula ? { key: [key], type: { kind: field.formula.kind as FormulaKind } } : undefined;
      },
      names: () => [],
      allowClock: true,
    });
    formula = result.ok ? result.formula : null;
    known.set(source, formula);
  }
  return formula;
}

function formulaValue(field: FieldIndex | undefined, value: unknown): FormulaValue {
  if (value === null || value === undefined || value === "") return null;
  if (field?.family !== "number") return value as FormulaValue;
  return /^-?\d+(\.\d+)?$/.test(String(value)) ? new Decimal(String(value)) : null;
}
