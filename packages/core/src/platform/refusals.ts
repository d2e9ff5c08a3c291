import { declareRefusals } from "./refusal.ts";

/** Refusals that any room may give. */
export const platformRefusals = declareRefusals({
  not_found: { status: 404, params: ["what"] },
  forbidden: { status: 403, params: ["what"] },
  foreign_origin: { status: 403, params: ["origin"] },
  signed_out: { status: 401, params: [] },
  no_workspace: { status: 403, params: [] },
  bad_request: { status: 400, params: [] },
  invalid_value: { status: 400, params: ["reason"] },
  bad_json: { status: 400, params: ["reason"] },
  bad_cursor: { status: 400, params: [] },
  unsupported_media: { status: 415, params: ["type"] },
  conflict: { status: 409, params: ["what"] },
  idempotency_mismatch: { status: 409, params: ["key"] },
  idempotency_running: { status: 409, params: ["key"] },
  idempotency_unanswered: { status: 409, params: ["key"] },
  still_referenced: { status: 409, params: ["what"] },
  too_large: { status: 413, params: ["limit"] },
  too_many_requests: { status: 429, params: ["seconds"] },
  timed_out: { status: 503, params: [] },
  busy: { status: 503, params: ["what"] },
  webhook_target: { status: 422, params: ["host"] },
  webhook_limit: { status: 422, params: ["most"] },
  internal: { status: 500, params: ["requestId"] },
});
