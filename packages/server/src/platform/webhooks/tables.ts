export interface WebhookTable {
  id: string;
  name: string;
  url: string;
  secret: string;
  objects: string[];
  ops: string[];
  with_values: boolean;
  active: boolean;
  failures: number;
  created_by: string | null;
  created_at: Date;
}

export interface WebhookDeliveryTable {
  id: string;
  webhook_id: string;
  at: Date;
  body: string;
  state: "waiting" | "delivered" | "failed";
  attempts: number;
  status: number | null;
  fault: string | null;
  duration_ms: number | null;
  last_at: Date | null;
  replay_of: string | null;
}

declare module "../postgres/tables.ts" {
  interface WorkspaceTables {
    webhook: WebhookTable;
    webhook_delivery: WebhookDeliveryTable;
  }
}
