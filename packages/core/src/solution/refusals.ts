import { declareRefusals } from "../platform/refusal.ts";

export const solutionRefusals = declareRefusals({
  demo_exists: { status: 409, params: [] },
});
