import type { KpiInfo } from "../../metrics/use-metrics.ts";
import type { GoalColumn, GoalNode } from "./goal-node.ts";

/** What cells of the tree may ask for. */
export interface GoalGridContext {
  readonly kpi: KpiInfo;
  readonly columns: readonly GoalColumn[];
  toggle(node: GoalNode): void;
  more(node: GoalNode): void;
}
