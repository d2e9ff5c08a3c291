import { declareKind, type Kind } from "../model/kind.ts";
import { CalendarBody } from "./calendar-body.ts";
import { checkCalendar } from "./check-calendar.ts";

/** Calendars as definitions: changing a day is a published version like any other change. */
export const calendarKind: Kind<CalendarBody> = declareKind<CalendarBody>({
  kind: "calendar",
  schema: CalendarBody,
  references: () => [],
  check: checkCalendar,
});
