import type { ChildRule } from "@dabiao/core/goals/child-rule.ts";
import { lockTarget, setTarget, splitTargets } from "@dabiao/core/goals/contract.ts";
import type { BufferOf, CounterEntry, SplitInto, SplitMethod } from "@dabiao/core/goals/target.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { call } from "../api/call.ts";
import type { DraftInHand } from "./draft/use-draft.ts";
import type { GoalPlace } from "./tree/goal-node.ts";

/** One change of a place, wherever it goes to: the draft in hand, or the plan itself. */
export type GoalChange =
  | {
      readonly kind: "set";
      readonly amount: string;
      readonly counter: CounterEntry;
      readonly reason: string;
      readonly from?: string;
    }
  | {
      readonly kind: "split";
      readonly into: z.input<typeof SplitInto>;
      readonly method: z.input<typeof SplitMethod>;
      readonly rule: ChildRule;
      readonly buffer?: z.infer<typeof BufferOf>;
      readonly reason: string;
    }
  | { readonly kind: "lock"; readonly locked: boolean };

export function spotOf({ row, column }: GoalPlace) {
  return { subject: row.subject, period: column.period, ...(row.slice ? { slice: row.slice } : {}) };
}

/** Changes a place of the tree: in the draft while there is one, else at once. */
export function useGoalWrite(kpi: string, inHand: DraftInHand) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ place, change }: { place: GoalPlace; change: GoalChange }) => {
      const spot = spotOf(place);
      if (inHand.draft) {
        await inHand.edit.mutateAsync([{ ...spot, ...change } as never]);
        return;
      }
      const body = { kpi, ...spot };
      if (change.kind === "set") {
        const { kind: _, ...setting } = change;
        await call(setTarget, { body: { ...body, ...setting, version: place.cell.version } });
      } else if (change.kind === "split") {
        const { kind: _, ...split } = change;
        await call(splitTargets, { body: { ...body, ...split } });
      } else await call(lockTarget, { body: { ...body, locked: change.locked } });
      await client.invalidateQueries({ queryKey: ["kpi"] });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["goals"] }),
  });
}
export type GoalWrite = ReturnType<typeof useGoalWrite>;
