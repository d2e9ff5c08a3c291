import { ApiRefusal } from "../../api/call.ts";

/** Whether publishing was refused for want of a reason: its issues are what the check found. */
export function needsReason(error: Error | null): error is ApiRefusal {
  return error instanceof ApiRefusal && error.code === "definition_needs_reason";
}
