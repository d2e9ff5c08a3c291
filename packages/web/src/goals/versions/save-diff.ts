import type { PlanDiffQuery } from "@dabiao/core/goals/goal-draft.ts";
import { planDiffFile } from "@dabiao/core/goals/plan-contract.ts";
import { addressOf } from "../../api/address.ts";
import { readRefusal } from "../../api/call.ts";
import { download } from "../../kpi/board-csv.ts";

/**
 * Saves the differences of two versions as a CSV file.
 *
 * @throws ApiRefusal when the server says no
 */
export async function saveDiff(body: PlanDiffQuery): Promise<void> {
  const response = await fetch(addressOf(planDiffFile, {}), {
    method: planDiffFile.method,
    headers: { "content-type": "application/json" },
    credentials: "same-origin",
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw readRefusal(response.status, text, response.headers.get("x-request-id") ?? "");
  download(`${body.kpi}-${body.period}.csv`, text);
}
