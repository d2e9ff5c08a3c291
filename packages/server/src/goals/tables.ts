import type { Grain } from "@dabiao/core/calendar/grain.ts";
import type { SubjectKind } from "@dabiao/core/goals/target.ts";

export interface TargetPostingRow {
  id: string;
  at: Date;
  by_member: string | null;
  kpi: string;
  kind: "set" | "split" | "shift" | "plan";
  reason: string;
  /** JSON text on the way in. */
  inputs: unknown;
}

export interface TargetEntryRow {
  id: string;
  posting_id: string;
  at: Date;
  kpi: string;
  subject_kind: SubjectKind;
  subject_id: string;
  period: string;
  grain: Grain;
  account: "target" | "to_people" | "to_periods" | "plan";
  amount: string;
}

export interface TargetNodeRow {
  kpi: string;
  subject_kind: SubjectKind;
  subject_id: string;
  period: string;
  version: number;
  locked_at: Date | null;
  locked_by: string | null;
}

declare module "../platform/postgres/tables.ts" {
  interface WorkspaceTables {
    target_posting: TargetPostingRow;
    target_entry: TargetEntryRow;
    target_node: TargetNodeRow;
  }
}
