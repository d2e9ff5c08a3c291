import { type Locale, localText } from "../platform/text.ts";
import type { FormulaFunction, FormulaParameter } from "./formula-function.ts";

/** How a function is called, for the editor and the docs: `ROUND(数, [小数位数])`, `SUM(数, …)`. */
export function signature(declared: FormulaFunction, locale: Locale): string {
  const fixed = declared.parameters.map((parameter) => parameterText(parameter, locale));
  const repeated = declared.repeat?.map((parameter) => parameterText(parameter, locale)) ?? [];
  const last = declared.last ? [parameterText(declared.last, locale)] : [];
  const parts = [...fixed, ...repeated, ...(declared.repeat ? ["…"] : []), ...last];
  return `${declared.name}(${parts.join(", ")})`;
}

function parameterText(parameter: FormulaParameter, locale: Locale): string {
  const name = localText(parameter.name, locale);
  return parameter.optional ? `[${name}]` : name;
}
