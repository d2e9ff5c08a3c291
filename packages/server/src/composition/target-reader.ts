import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import type { TargetReader, TargetsOf } from "../appraisal/target-reader.ts";
import { placedPeople } from "../goals/people-store.ts";
import { openTargets } from "../goals/target-book.ts";
import type { Workspace } from "../platform/postgres/db.ts";

/** The goals' book of targets for the appraisal, which stands on the same floor: ramp, leave and changes are in it. */
export const readTargets: TargetReader = async (
  ws: Workspace,
  kpi: string,
  period: Period,
  calendar: Calendar,
): Promise<TargetsOf> => await openTargets(ws, kpi, period, calendar, await placedPeople(ws, period, null), null);
