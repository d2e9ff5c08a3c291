export interface ManualFigureRow {
  id: string;
  metric: string;
  member_id: string;
  period: string;
  from_day: string;
  to_day: string;
  day: string;
  value: string | null;
  note: string;
  evidence: string;
  state: "entered" | "confirmed" | "returned" | "replaced";
  entered_by: string | null;
  entered_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  reason: string;
  ended_at: Date | null;
}

interface ManualReminderRow {
  metric: string;
  period: string;
  member_id: string;
  stage: "enter" | "confirm" | "escalate";
  at: Date;
}

declare module "../../platform/postgres/tables.ts" {
  interface WorkspaceTables {
    manual_figure: ManualFigureRow;
    manual_reminder: ManualReminderRow;
  }
}
