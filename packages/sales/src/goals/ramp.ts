import { RampBody } from "@dabiao/core/goals/ramp.ts";
import { type Definition, text } from "../define.ts";

/** A13: a newcomer owes 30, 60 and 90 % of a full target in the first three months. */
export const newcomerRamp: Definition<RampBody> = {
  kind: "ramp",
  key: "newcomer",
  body: RampBody.parse({
    label: text("新人三个月爬坡", "Three months to full targets"),
    description: text(
      "第 1 至 3 个月目标按 30%、60%、90% 计，之后自动恢复",
      "30, 60 and 90 % in months one to three, whole after that",
    ),
    steps: ["0.3", "0.6", "0.9"],
    roles: ["newcomer"],
  }),
};
