import { AsyncLocalStorage } from "node:async_hooks";
import type { Trx } from "./db.ts";

/** What is written in the same transaction as the work it belongs to. */
export type CommitMark = (trx: Pick<Trx, "platform" | "now">) => Promise<void>;

const marks = new AsyncLocalStorage<CommitMark>();

/** Does the work so that every transaction it commits carries the mark: both are kept, or neither. */
export function withCommitMark<Result>(mark: CommitMark, work: () => Promise<Result>): Promise<Result> {
  return marks.run(mark, work);
}

/** The mark that the running work carries. */
export function commitMark(): CommitMark | undefined {
  return marks.getStore();
}
