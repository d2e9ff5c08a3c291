import type { AbsenceKind, AbsenceState } from "@dabiao/core/goals/absence.ts";
import type { SubjectKind } from "@dabiao/core/goals/target.ts";

/** Rows of targets in real life. Days are `YYYY-MM-DD`, half-open; numbers are decimal text; JSON is text on the way in. */
export interface AbsenceRow {
  id: string;
  member_id: string;
  kind: AbsenceKind;
  from_day: string;
  to_day: string;
  note: string;
  state: AbsenceState;
  asked_by: string | null;
  asked_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  decision: string;
}

interface MemberRampRow {
  id: string;
  member_id: string;
  ramp_key: string | null;
  start_day: string;
  note: string;
  at: Date;
  by_member: string | null;
  ended_at: Date | null;
}

interface TargetSettledRow {
  id: string;
  kpi: string;
  period: string;
  member_id: string;
  share: string;
  at: Date;
}

export interface GoalChangeRow {
  id: string;
  kpi: string;
  body: unknown;
  reason: string;
  state: "submitted" | "posted" | "rejected" | "withdrawn";
  approvals: number;
  from_day: string;
  until_day: string;
  proposed_by: string | null;
  proposed_at: Date;
  closed_at: Date | null;
  posting_id: string | null;
  summary: unknown;
}

interface GoalChangeVerdictRow {
  change_id: string;
  member_id: string;
  approves: boolean;
  note: string;
  at: Date;
}

export interface GoalChangeLineRow {
  change_id: string;
  subject_kind: SubjectKind;
  subject_id: string;
  period: string;
  slice: string;
  before: string;
  after: string;
  counted_before: string | null;
  counted_after: string | null;
  seen_at: Date | null;
}

export interface GoalTransferRow {
  id: string;
  kpi: string;
  period: string;
  member_id: string;
  day: string;
  from_unit: string;
  to_unit: string;
  earlier: string;
  later: string;
  reason: string;
  at: Date;
  by_member: string | null;
}

export interface GoalVacancyRow {
  id: string;
  kpi: string;
  period: string;
  member_id: string;
  holder_id: string;
  amount: string;
  reason: string;
  at: Date;
  by_member: string | null;
  filled_at: Date | null;
  filled_by: string | null;
}

declare module "../../platform/postgres/tables.ts" {
  interface WorkspaceTables {
    absence: AbsenceRow;
    member_ramp: MemberRampRow;
    target_settled: TargetSettledRow;
    goal_change: GoalChangeRow;
    goal_change_verdict: GoalChangeVerdictRow;
    goal_change_line: GoalChangeLineRow;
    goal_transfer: GoalTransferRow;
    goal_vacancy: GoalVacancyRow;
  }
}
