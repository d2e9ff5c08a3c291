import { declareRefusals } from "./platform/refusal.ts";

/** Refusals that any room may give. */
export const platformRefusals = declareRefusals({
  not_found: { status: 404, params: ["what"] },
  forbidden: { status: 403, params: ["what"] },
  signed_out: { status: 401, params: [] },
  bad_request: { status: 400, params: [] },
  invalid_value: { status: 400, params: ["reason"] },
  conflict: { status: 409, params: ["what"] },
  too_large: { status: 413, params: ["limit"] },
  too_many_requests: { status: 429, params: ["seconds"] },
  busy: { status: 503, params: ["what"] },
});
