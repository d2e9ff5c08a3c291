import { declareRefusals } from "../platform/refusal.ts";
import { goalLifeRefusals } from "./life-refusals.ts";

export const goalsRefusals = declareRefusals({
  ...goalLifeRefusals,
  target_split_weight: { status: 422, params: ["index", "weight"] },
  target_split_unit: { status: 422, params: ["amount", "unit"] },
  target_split_bounds: { status: 422, params: ["amount", "least", "most"] },
  target_split_nobody: { status: 422, params: ["amount"] },
  target_history_short: { status: 422, params: ["given", "needed"] },
  target_step: { status: 422, params: ["amount", "step"] },
  target_period: { status: 422, params: ["period"] },
  target_locked: { status: 409, params: [] },
  target_all_locked: { status: 422, params: ["residue"] },
  target_counter: { status: 422, params: [] },
  target_split_period: { status: 422, params: ["period"] },
  target_not_additive: { status: 422, params: ["kpi"] },
});
