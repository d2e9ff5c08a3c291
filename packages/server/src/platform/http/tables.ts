/** An answer kept under an idempotency key; without a status it is still being made. */
interface IdempotentAnswerTable {
  scope: string;
  key: string;
  fingerprint: string;
  status: number | null;
  body: string | null;
  at: Date;
}

declare module "../postgres/tables.ts" {
  interface PlatformTables {
    idempotent_answer: IdempotentAnswerTable;
  }
}
