import { declareRefusals } from "../platform/refusal.ts";

/** What can be wrong with a formula, each at its place in the text. */
export const formulaRefusals = declareRefusals({
  formula_empty: { status: 422, params: [] },
  formula_syntax: { status: 422, params: ["found"] },
  formula_unclosed: { status: 422, params: ["found"] },
  formula_incomplete: { status: 422, params: [] },
  formula_character: { status: 422, params: [] },
  formula_number: { status: 422, params: [] },
  formula_bare_name: { status: 422, params: ["name"] },
  formula_too_large: { status: 422, params: ["what", "limit"] },
  formula_unknown_field: { status: 422, params: ["name"] },
  formula_unknown_function: { status: 422, params: ["name"] },
  formula_clock: { status: 422, params: ["name"] },
  formula_argument_count: { status: 422, params: ["name", "expected", "found"] },
  formula_argument_type: { status: 422, params: ["name", "expected", "found"] },
  formula_constant: { status: 422, params: ["name", "allowed"] },
  formula_type_mixed: { status: 422, params: ["name", "expected", "found"] },
  formula_option: { status: 422, params: ["option", "options"] },
  formula_result_type: { status: 422, params: ["expected", "found"] },
});
