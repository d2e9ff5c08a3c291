import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";

/** An act on targets in real life: what shows targets is read again, and the person hears that it worked. */
export function useLifeAct<Given, Done>(
  act: (given: Given) => Promise<Done>,
  said?: string,
): UseMutationResult<Done, Error, Given> {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      if (said) void message.success(said);
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ["goals"] });
      await client.invalidateQueries({ queryKey: ["kpi"] });
    },
  });
}
