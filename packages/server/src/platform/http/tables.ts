/** An answer kept under an idempotency key; without a status it is still being made. */
interface IdempotentAnswerTable {
  scope: string;
  key: string;
  fingerprint: string;
  status: number | null;
  body: string | null;
  at: Date;
  /** When the work was committed; the answer follows, unless the process dies in between. */
  done_at: Date | null;
}

declare module "../postgres/tables.ts" {
  interface PlatformTables {
    idempotent_answer: IdempotentAnswerTable;
  }
}
