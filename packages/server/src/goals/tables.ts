import type { Axis } from "@dabiao/core/goals/child-rule.ts";
import type { CommitState } from "@dabiao/core/goals/commitment.ts";
import type { PostingKind, SubjectKind } from "@dabiao/core/goals/target.ts";

interface TargetFrameRow {
  id: string;
  digest: string;
  names: string[];
}

interface TargetBookRow {
  kpi: string;
  last_number: string;
  last_at: Date;
}

export interface TargetPostingRow {
  id: string;
  at: Date;
  by_member: string | null;
  kpi: string;
  kind: PostingKind;
  reason: string;
  /** JSON text on the way in. */
  inputs: unknown;
  number: string;
  from_day: string | null;
  plan_period: string | null;
  plan_version: number | null;
}

export type Account = "target" | `to_${Axis}` | `buffer_${Axis}` | "plan";

interface TargetLineRow {
  posting_id: string;
  seq: number;
  at: Date;
  kpi: string;
  subject_kind: SubjectKind;
  subject_id: string;
  slice: string;
  account: Account;
  frame_id: string;
  amounts: (string | null)[];
}

interface TargetSplitRow {
  posting_id: string;
  seq: number;
  at: Date;
  number: string;
  kpi: string;
  axis: Axis;
  slice: string;
  subjects_id: string;
  periods_id: string;
  children_id: string;
  rule: "exact" | "over" | "under" | "independent";
  k: string;
  method: unknown;
}

interface TargetLockRow {
  id: string;
  kpi: string;
  subject_kind: SubjectKind;
  subject_id: string;
  slice: string;
  period: string;
  locked_at: Date;
  locked_by: string | null;
  unlocked_at: Date | null;
  unlocked_by: string | null;
}

export interface TargetPlanLockRow {
  id: string;
  kpi: string;
  period: string;
  reason: string;
  locked_at: Date;
  locked_by: string | null;
  unlocked_at: Date | null;
  unlocked_by: string | null;
}

export interface TargetDraftRow {
  id: string;
  kpi: string;
  period: string;
  version: number;
  revision: number;
  started_at: Date;
  started_by: string | null;
  ended_at: Date | null;
  ended_by: string | null;
  posting_id: string | null;
}

interface TargetDraftEditRow {
  id: string;
  draft_id: string;
  revision: number;
  seq: number;
  at: Date;
  member_id: string | null;
  nodes: string[];
  edit: unknown;
}

export interface TargetCommitRow {
  id: string;
  kpi: string;
  subject_kind: SubjectKind;
  subject_id: string;
  period: string;
  state: CommitState;
  amount: string | null;
  best_case: string | null;
  counter: string | null;
  suggested: string | null;
  evidence: string[];
  version: number;
  at: Date;
}

interface TargetCommitStepRow {
  id: string;
  commit_id: string;
  at: Date;
  member_id: string | null;
  act: string;
  amount: string | null;
  reason: string;
}

export interface TargetSharedRow {
  id: string;
  version: number;
  kpi: string;
  period: string;
  name: string;
  kind: "shared" | "overlay";
  amount: string;
  owner_ids: string[];
  percents: string[];
  parts: string[];
  reason: string;
  at: Date;
  by_member: string | null;
  ended_at: Date | null;
}

declare module "../platform/postgres/tables.ts" {
  interface WorkspaceTables {
    target_frame: TargetFrameRow;
    target_book: TargetBookRow;
    target_posting: TargetPostingRow;
    target_line: TargetLineRow;
    target_split: TargetSplitRow;
    target_lock: TargetLockRow;
    target_plan_lock: TargetPlanLockRow;
    target_draft: TargetDraftRow;
    target_draft_edit: TargetDraftEditRow;
    target_commit: TargetCommitRow;
    target_commit_step: TargetCommitStepRow;
    target_shared: TargetSharedRow;
  }
}
