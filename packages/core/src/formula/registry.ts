import type { FormulaFunction } from "./formula-function.ts";
import { clockFunctions } from "./functions/clock.ts";
import { conversions } from "./functions/conversion.ts";
import { dateFunctions } from "./functions/date.ts";
import { dateArithmeticFunctions } from "./functions/date-arithmetic.ts";
import { extremeFunctions } from "./functions/extremes.ts";
import { logicFunctions } from "./functions/logic.ts";
import { numberFunctions } from "./functions/number.ts";
import { operators } from "./functions/operator.ts";
import { roundingFunctions } from "./functions/rounding.ts";
import { textFunctions } from "./functions/text.ts";
import { textPartFunctions } from "./functions/text-parts.ts";

export type FormulaFamily = "logic" | "number" | "text" | "date" | "operator";

/** Every function and operator with its family, in the order in which the docs and the editor show them. */
export const FORMULA_CATALOGUE: Readonly<Record<FormulaFamily, readonly FormulaFunction[]>> = {
  logic: logicFunctions,
  number: [...numberFunctions, ...roundingFunctions, ...extremeFunctions],
  text: [...textFunctions, ...textPartFunctions],
  date: [...dateFunctions, ...dateArithmeticFunctions, ...clockFunctions],
  operator: operators,
};

const BY_NAME: ReadonlyMap<string, FormulaFunction> = new Map(
  [...Object.values(FORMULA_CATALOGUE).flat(), ...conversions].map((declared) => [declared.name, declared]),
);

/** The declaration behind a name of a checked formula. */
export function formulaFunction(name: string): FormulaFunction | undefined {
  return BY_NAME.get(name);
}
