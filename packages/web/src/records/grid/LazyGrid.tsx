import { lazy, Suspense } from "react";
import { RegionLoading } from "../../shell/RegionState.tsx";
import type { RecordGridProps } from "./RecordGrid.tsx";

const Grid = lazy(async () => ({ default: (await import("./RecordGrid.tsx")).RecordGrid }));

/** The grid, fetched when a list is first shown on a desk: phones never need it. */
export function LazyGrid(props: RecordGridProps) {
  return (
    <Suspense fallback={<RegionLoading rows={12} />}>
      <Grid {...props} />
    </Suspense>
  );
}
