import type { CheckedNode } from "./checked-node.ts";
import type { FormulaFunction, FormulaParameter } from "./formula-function.ts";
import type { FormulaKind } from "./formula-type.ts";
import { AS_DATE } from "./functions/conversion.ts";

/** The parameter of each of `count` arguments; undefined when the function does not take so many. */
export function parametersFor(declared: FormulaFunction, count: number): readonly FormulaParameter[] | undefined {
  const { parameters, repeat, last } = declared;
  if (!repeat)
    return count >= requiredCount(declared) && count <= parameters.length ? parameters.slice(0, count) : undefined;
  const rest = count - parameters.length;
  const tail = last && rest % repeat.length === 1 ? [last] : [];
  const blocks = (rest - tail.length) / repeat.length;
  if (!Number.isInteger(blocks) || blocks < 1) return undefined;
  return [...parameters, ...Array.from({ length: blocks }, () => repeat).flat(), ...tail];
}

/** How many arguments a function takes, for a message: `2`, `1-2`, `3+`. */
export function countText(declared: FormulaFunction): string {
  const least = requiredCount(declared) + (declared.repeat?.length ?? 0);
  if (declared.repeat) return `${least}+`;
  return least === declared.parameters.length ? `${least}` : `${least}-${declared.parameters.length}`;
}

function requiredCount(declared: FormulaFunction): number {
  return declared.parameters.filter((parameter) => !parameter.optional).length;
}

/** The one kind that values of these kinds can be taken as; undefined when they do not go together. */
export function commonKind(kinds: readonly FormulaKind[]): FormulaKind | undefined {
  const distinct = new Set(kinds.map((kind) => (kind === "select" ? "text" : kind)));
  if (distinct.size === 1) return [...distinct][0];
  return [...distinct].every((kind) => kind === "date" || kind === "datetime") ? "date" : undefined;
}

/** The argument as the kind wanted: an instant where a date is asked for becomes its business day. */
export function asKind(node: CheckedNode, kind: FormulaKind): CheckedNode {
  if (kind !== "date" || node.type.kind !== "datetime") return node;
  return { kind: "call", name: AS_DATE, type: { kind: "date" }, args: [node] };
}

/** The argument where the parameter takes it, converted if need be. */
export function fitted(node: CheckedNode, parameter: FormulaParameter): CheckedNode | undefined {
  const { kind } = node.type;
  if (parameter.accepts.includes(kind)) return node;
  return kind === "datetime" && parameter.accepts.includes("date") ? asKind(node, "date") : undefined;
}

/** The literal where the parameter's constants allow it; `-2` counts as one. */
export function constantArgument(node: CheckedNode, parameter: FormulaParameter): CheckedNode | undefined {
  const allowed = parameter.constant;
  if (!allowed) return node;
  const value = literalText(node);
  if (value === undefined) return undefined;
  const fits = isWords(allowed)
    ? node.type.kind === "text" && allowed.includes(value.toLowerCase())
    : node.type.kind === "number" &&
      /^-?\d+$/.test(value) &&
      Number(value) >= allowed.min &&
      Number(value) <= allowed.max;
  return fits ? { kind: "literal", type: node.type, value } : undefined;
}

/** What a constant may be, for a message. */
export function constantText(allowed: NonNullable<FormulaParameter["constant"]>): string {
  return isWords(allowed) ? allowed.map((word) => `"${word}"`).join(" ") : `${allowed.min} … ${allowed.max}`;
}

function isWords(allowed: NonNullable<FormulaParameter["constant"]>): allowed is readonly string[] {
  return Array.isArray(allowed);
}

function literalText(node: CheckedNode): string | undefined {
  if (node.kind === "literal") return String(node.value);
  const inner = node.kind === "call" && node.name === "unary-" ? node.args[0] : undefined;
  return inner?.kind === "literal" ? `-${inner.value}` : undefined;
}
