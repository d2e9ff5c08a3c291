import { declareRefusals } from "../platform/refusal.ts";

/** Targets in real life: leave, ramps, transfers, changes on the way. */
export const goalLifeRefusals = declareRefusals({
  goal_rules_key: { status: 422, params: ["key"] },
  absence_overlaps: { status: 409, params: ["from", "to"] },
  absence_decided: { status: 409, params: ["state"] },
  absence_own: { status: 403, params: [] },
  absence_too_long: { status: 422, params: ["days"] },
  goal_no_gap: { status: 422, params: [] },
  goal_no_transfer: { status: 422, params: ["period"] },
  goal_no_manager: { status: 422, params: [] },
  goal_change_past: { status: 422, params: ["day"] },
  goal_change_days: { status: 422, params: ["from", "until"] },
  goal_change_nobody: { status: 422, params: [] },
  goal_change_too_many: { status: 422, params: ["limit"] },
  goal_change_locked: { status: 409, params: ["count"] },
  goal_change_own: { status: 403, params: [] },
  goal_change_twice: { status: 409, params: [] },
  goal_change_closed: { status: 409, params: ["state"] },
  goal_change_moved: { status: 409, params: [] },
  funnel_activity: { status: 422, params: ["kpi"] },
});
