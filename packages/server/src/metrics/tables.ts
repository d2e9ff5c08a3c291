export interface MetricSealRow {
  fingerprint: string;
  month: string;
  object: string;
  date_key: string;
  sealed_at: Date;
}

export interface MetricMonthRow {
  fingerprint: string;
  month: string;
  member_id: string;
  n: string | null;
  s: string | null;
  m: string | null;
}

declare module "../platform/postgres/tables.ts" {
  interface WorkspaceTables {
    metric_seal: MetricSealRow;
    metric_month: MetricMonthRow;
  }
}
