import { QueryClient } from "@tanstack/react-query";
import { ApiRefusal } from "./call.ts";

/** Server data lives here only. A refusal is an answer and is not asked again; a lost connection is tried twice more. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: (failures, error) => !(error instanceof ApiRefusal) && failures < 2,
    },
    mutations: { retry: false },
  },
});
