import { lazy, Suspense } from "react";
import { RegionLoading } from "../../shell/RegionState.tsx";
import type { GoalGridProps } from "./GoalGrid.tsx";

const Grid = lazy(async () => ({ default: (await import("./GoalGrid.tsx")).GoalGrid }));

/** The grid of goals, fetched when it is first shown on a desk: phones never need it. */
export function LazyGoalGrid(props: GoalGridProps) {
  return (
    <Suspense fallback={<RegionLoading rows={12} />}>
      <Grid {...props} />
    </Suspense>
  );
}
