import { CalendarBody } from "@dabiao/core/calendar/calendar-body.ts";
import type { Definition } from "./define.ts";

/** The company's calendar: statutory working days, natural years. Admins add their own holidays and fiscal year. */
export const companyCalendar: Definition<CalendarBody> = {
  kind: "calendar",
  key: "company",
  body: CalendarBody.parse({ label: { zh: "公司日历", en: "Company calendar" } }),
};
