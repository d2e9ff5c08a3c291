import { declareRefusals } from "../platform/refusal.ts";

export const calendarRefusals = declareRefusals({
  period_key: { status: 422, params: ["key"] },
  period_not_in_calendar: { status: 422, params: ["key"] },
  comparison_base: { status: 422, params: ["period"] },
  calendar_zone: { status: 422, params: ["zone"] },
  calendar_anchor_missing: { status: 422, params: [] },
  calendar_no_workday: { status: 422, params: [] },
  calendar_day_twice: { status: 422, params: ["date"] },
  calendar_period_empty: { status: 422, params: ["key"] },
  calendar_period_twice: { status: 422, params: ["key"] },
  calendar_week53: { status: 422, params: ["last"] },
  calendar_iso_monday: { status: 422, params: [] },
  calendar_too_far: { status: 422, params: ["days"] },
});
