import type { RefusalParams } from "../platform/refusal.ts";

/** One thing wrong in a formula, and where: `from` and `to` are offsets in the source, for the underline. */
export interface FormulaIssue {
  readonly code: string;
  readonly params: RefusalParams;
  readonly from: number;
  readonly to: number;
}

export function formulaIssue(
  code: string,
  at: { readonly from: number; readonly to: number },
  params: RefusalParams = {},
): FormulaIssue {
  return { code, params, from: at.from, to: at.to };
}
