import { Refusal } from "@dabiao/core/platform/refusal.ts";

/** The parts of an error of `pg` that are read; on Citus most are absent. */
interface PostgresError extends Error {
  readonly code: string;
  readonly constraint?: string;
}

/** How deep an error may be wrapped: Kysely and the sign-in library put the driver's error into theirs as the cause. */
const DEEPEST_CAUSE = 3;
/** What `pg` says of a connection that was cut, without a code. */
const CUT_OFF = /^(Connection terminated|Client has encountered a connection error|Client was closed)/;

/**
 * The refusal behind an error of PostgreSQL: the backstop for what a rule did not catch before the write.
 * Null for errors that are bugs of ours, such as a missing table or wrong SQL.
 *
 * @source scale.md rules 18, 20 and 21
 */
export function postgresRefusal(error: unknown, depth = 0): Refusal | null {
  if (!(error instanceof Error)) return null;
  if (isPostgresError(error)) return refusalOfCode(error);
  if (CUT_OFF.test(error.message)) return new Refusal("busy", { what: "database" });
  return depth < DEEPEST_CAUSE ? postgresRefusal(error.cause, depth + 1) : null;
}

function refusalOfCode(error: PostgresError): Refusal | null {
  switch (error.code) {
    case "23505":
    case "23P01":
      return new Refusal("conflict", { what: constraintOf(error) });
    case "23503":
      return new Refusal("still_referenced", { what: constraintOf(error) });
    case "23502":
    case "23514":
      return new Refusal("invalid_value", { reason: constraintOf(error) });
    case "57014":
      return new Refusal("timed_out");
    case "XX000":
      return error.message.includes("could not commit transaction") ? new Refusal("busy", { what: "database" }) : null;
    default:
      return byClass(error.code);
  }
}

/** 22 bad data, 08 connection, 40 rolled back, 53 out of resources, 55P03 lock not free, 57P shutting down. */
function byClass(code: string): Refusal | null {
  if (code.startsWith("22")) return new Refusal("invalid_value", { reason: "unstorable" });
  if (/^(08|40|53|57P|55P03|ECONN)/.test(code)) return new Refusal("busy", { what: "database" });
  return null;
}

function isPostgresError(error: Error): error is PostgresError {
  if (!("code" in error) || typeof error.code !== "string") return false;
  return "severity" in error || error.code === "ECONNREFUSED" || error.code === "ECONNRESET";
}

/** The constraint's name as the app gave it: from the field, else from the message, without Citus's shard number. */
function constraintOf(error: PostgresError): string {
  const name = error.constraint ?? /constraint "([^"]+)"/.exec(error.message)?.[1] ?? "";
  return name.replace(/_\d{6,}$/, "");
}
