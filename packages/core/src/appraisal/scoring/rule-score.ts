import type { Decimal } from "../../numbers/decimal.ts";
import type { AttainFault } from "./attain.ts";
import type { TraceStep } from "./trace.ts";

/** Why a line has no points: data is missing, or the rule says nothing of these numbers. */
export type ScoreFault = AttainFault | "rating_missing" | "column_missing" | "peers_few" | "rule_gap";

/** What one rule gives: points in the scale of its `full`, unrounded, with the steps to them. */
export interface RuleScore {
  readonly points: Decimal | ScoreFault;
  readonly attainment: Decimal | null;
  readonly trace: readonly TraceStep[];
}
