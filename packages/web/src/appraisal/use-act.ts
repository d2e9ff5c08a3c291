import type { AnswerOf, Contract } from "@dabiao/core/platform/contract.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { call, type Given } from "../api/call.ts";
import { useErrorWords } from "../build/definition/issue-words.ts";
import { APPRAISAL } from "./queries.ts";

/** A write of the appraisal: says that it is done or why not, and everything of appraisals is read again. */
export function useAct<C extends Contract>(contract: C, done: string, after?: (answer: AnswerOf<C>) => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const words = useErrorWords();
  return useMutation({
    mutationFn: (given: Given<C>): Promise<AnswerOf<C>> => call(contract, ...([given] as never)),
    onSuccess: async (answer) => {
      void message.success(done);
      after?.(answer);
      await client.invalidateQueries({ queryKey: APPRAISAL });
    },
    onError: (error) => void message.error(words(error)),
  });
}
