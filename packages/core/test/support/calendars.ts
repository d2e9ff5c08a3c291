import { type Calendar, openCalendar } from "@dabiao/core/calendar/calendar.ts";
import { CalendarBody } from "@dabiao/core/calendar/calendar-body.ts";
import type { z } from "zod";

export function calendar(settings: Partial<z.input<typeof CalendarBody>> = {}): Calendar {
  return openCalendar(CalendarBody.parse({ label: { zh: "日历" }, ...settings }));
}

/** Shanghai, Monday to Friday with 调休, natural years. */
export const china = calendar();

/** NRF retail year: 4-5-4 weeks from Sunday, ending on the Saturday nearest 31 January, named after its first year. */
export const retail = calendar({
  weekStart: 7,
  fiscal: { kind: "weeks", pattern: "4-5-4", yearEnd: { rule: "nearest", month: 1 } },
});

export const aprilYear = calendar({ fiscal: { kind: "months", startMonth: 4 } });
