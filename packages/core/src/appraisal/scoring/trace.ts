import type { Decimal } from "../../numbers/decimal.ts";
import { roundHalfUp } from "../../numbers/rounding.ts";
import type { TraceCode } from "./trace-text.ts";

/** One step from the facts to a number: the rule, what went in, what came out, and where it was rounded (CV-5). */
export interface TraceStep {
  /** `S-02`. */
  readonly rule: string;
  /** The sentence of this step, in `trace-text.ts`. */
  readonly code: TraceCode;
  /** What went in; decimals as strings. */
  readonly params: Readonly<Record<string, string>>;
  /** What came out; `null` when it gave no number. */
  readonly value: string | null;
  /** Places it was rounded to; left out where nothing was rounded. */
  readonly rounded?: number;
}

/** Decimals kept in a trace; the next step works on the unrounded value. */
const TRACE_PLACES = 12;

export function traceStep(
  rule: string,
  code: TraceCode,
  value: Decimal | null,
  params: Readonly<Record<string, Decimal | string | number | null>> = {},
): TraceStep {
  return {
    rule,
    code,
    params: Object.fromEntries(Object.entries(params).map(([name, param]) => [name, traced(param)])),
    value: value === null ? null : traced(value),
  };
}

export function roundedStep(step: TraceStep, places: number): TraceStep {
  return { ...step, rounded: places };
}

function traced(value: Decimal | string | number | null): string {
  if (value === null) return "";
  return typeof value === "object" ? roundHalfUp(value, TRACE_PLACES).toString() : String(value);
}
