import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import type { Decimal } from "@dabiao/core/numbers/decimal.ts";
import type { Workspace } from "../platform/postgres/db.ts";

/** Targets of a KPI in a period as they count: ramp, leave and changes on the way taken into account; null is 未设目标. */
export interface TargetsOf {
  member(id: string): Decimal | null;
  unit(id: string): Decimal | null;
  company(): Decimal | null;
}

/** Where targets come from: the goals stand on the same floor, so the composition hands their book in. */
export type TargetReader = (ws: Workspace, kpi: string, period: Period, calendar: Calendar) => Promise<TargetsOf>;
