import { loadDemo, removeDemo } from "@dabiao/core/solution/contract.ts";
import { call } from "../api/call.ts";
import { queryClient } from "../api/query-client.ts";

/** Makes the demo company and starts afresh inside it. */
export async function loadDemoCompany(): Promise<void> {
  await call(loadDemo);
  queryClient.clear();
}

/** Removes the demo company; the next page stands in one's own. */
export async function removeDemoCompany(): Promise<void> {
  await call(removeDemo);
  queryClient.clear();
}
