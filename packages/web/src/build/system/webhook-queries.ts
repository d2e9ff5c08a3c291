import { listWebhooks } from "@dabiao/core/platform/webhook-contract.ts";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../../api/call.ts";

export const webhooksQuery = queryOptions({
  queryKey: ["webhooks"],
  queryFn: ({ signal }) => call(listWebhooks, { signal }),
});
