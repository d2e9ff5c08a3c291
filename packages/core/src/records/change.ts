/** What happened to a record. `restore` takes it back out of the recycle bin; `purge` ends it for good. */
export type ChangeOp = "create" | "update" | "delete" | "restore" | "purge";

/**
 * A row of the change log, the one spine: timeline, audit, live updates, webhooks, points and clocks read it.
 * `before` and `after` hold only the fields that changed (all of them on create), as stored.
 */
export interface Change {
  readonly id: string;
  readonly at: Date;
  readonly memberId: string | null;
  readonly object: string;
  readonly recordId: string;
  readonly op: ChangeOp;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  /** The surface the write came through. */
  readonly source: "ui" | "api" | "import" | "automation" | "system";
  /** What caused it: a batch id of an import, a request id, an automation run. */
  readonly cause: string;
}
