import { asKind } from "./argument-fit.ts";
import type { CheckedCall, CheckedNode } from "./checked-node.ts";

/** `+` and `-` between dates and days are DATEADD and DATEDIFF written short; undefined for anything else. */
export function dateOperator(sign: string, args: readonly CheckedNode[]): CheckedCall | undefined {
  const [left, right] = args;
  if (!left || !right || (sign !== "+" && sign !== "-")) return undefined;
  const [leftIsDate, rightIsDate] = [isDate(left), isDate(right)];
  if (leftIsDate && rightIsDate && sign === "-")
    return call("DATEDIFF", "number", [asKind(right, "date"), asKind(left, "date")]);
  if (leftIsDate && right.type.kind === "number") {
    const days = sign === "+" ? right : call("unary-", "number", [right]);
    return call("DATEADD", "date", [asKind(left, "date"), days]);
  }
  if (rightIsDate && left.type.kind === "number" && sign === "+")
    return call("DATEADD", "date", [asKind(right, "date"), left]);
  return undefined;
}

function isDate({ type }: CheckedNode): boolean {
  return type.kind === "date" || type.kind === "datetime";
}

function call(name: string, kind: "number" | "date", args: readonly CheckedNode[]): CheckedCall {
  return { kind: "call", name, type: { kind }, args };
}
