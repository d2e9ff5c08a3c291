import { declareRefusals } from "../platform/refusal.ts";

/** What can be wrong with a number that a person typed or a file holds. */
export const numbersRefusals = declareRefusals({
  number_empty: { status: 422, params: [] },
  number_shape: { status: 422, params: ["text"] },
  number_grouping: { status: 422, params: ["text"] },
  number_ambiguous: { status: 422, params: ["text", "first", "second"] },
  number_scientific: { status: 422, params: ["text"] },
  number_numeral: { status: 422, params: ["text"] },
  number_sign: { status: 422, params: ["text"] },
  number_currency: { status: 422, params: ["text"] },
  number_too_long: { status: 422, params: ["text"] },
});
