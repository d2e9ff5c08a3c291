import type { CycleState, SheetState } from "@dabiao/core/appraisal/cycle.ts";
import type { Stage } from "@dabiao/core/appraisal/plan.ts";

/** Rows of the appraisal tables. Numbers and days are text, jsonb is written as text and read as a value. */
interface CycleTable {
  id: string;
  plan_key: string;
  label: string;
  period: string;
  calendar: string;
  from_day: string;
  to_day: string;
  state: CycleState;
  plan: string;
  created_at: Date;
  created_by: string | null;
  frozen_at: Date | null;
}

interface SheetTable {
  id: string;
  cycle_id: string;
  member_id: string;
  state: SheetState;
  state_at: Date;
  due_on: string | null;
  exempt: string | null;
  goal_imposed: boolean;
  late: boolean;
  parts_by_hand: boolean;
  total: string | null;
  grade: string | null;
  coefficient: string | null;
  source: "review" | "calibration" | "reconsideration" | null;
  missing: number;
  flags: string[];
  self_summary: string | null;
  comment: string | null;
  interview: string | null;
  snapshot: string | null;
  hash: string | null;
  version: number;
}

interface ProposalTable {
  id: string;
  sheet_id: string;
  part_id: string;
  kind: "actual" | "score" | "waive" | "bonus" | "penalty" | "veto";
  item: string;
  value: string | null;
  reason: string;
  by_member: string;
  at: Date;
  state: "proposed" | "approved" | "refused";
  decided_by: string | null;
  decided_at: Date | null;
  note: string | null;
}

interface TaskTable {
  id: string;
  cycle_id: string;
  sheet_id: string;
  stage: Exclude<Stage, "calibration">;
  role: string;
  assignee_id: string | null;
  opened_at: Date;
  due_on: string | null;
  done_at: Date | null;
  skipped_at: Date | null;
  escalated_at: Date | null;
  reminders: number;
  reminded_on: string | null;
}

interface SignatureTable {
  id: string;
  sheet_id: string;
  kind: "goal" | "goalImposed" | "interviewManager" | "interviewMember" | "result";
  by_member: string;
  at: Date;
  hash: string;
  reason: string | null;
}

interface AppealTable {
  id: string;
  sheet_id: string;
  at: Date;
  state: "submitted" | "inReview" | "needInfo" | "upheld" | "adjusted";
  reason: string;
  handler_id: string | null;
  answer: string | null;
  decided_at: Date | null;
}

interface EventTable {
  id: string;
  cycle_id: string;
  sheet_id: string | null;
  at: Date;
  by_member: string | null;
  kind: string;
  detail: string;
}

declare module "../platform/postgres/tables.ts" {
  interface WorkspaceTables {
    appraisal_cycle: CycleTable;
    appraisal_sheet: SheetTable;
    appraisal_proposal: ProposalTable;
    appraisal_task: TaskTable;
    appraisal_signature: SignatureTable;
    appraisal_appeal: AppealTable;
    appraisal_event: EventTable;
  }
}
