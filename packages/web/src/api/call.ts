import type { AnswerOf, BodyInput, Contract } from "@dabiao/core/platform/contract.ts";
import { ErrorAnswer } from "@dabiao/core/platform/error-answer.ts";
import type { Issue, RefusalParams, RefusalPath } from "@dabiao/core/platform/refusal.ts";
import { type Addressed, addressOf, type Part } from "./address.ts";
import { previewedMember } from "./preview.ts";

/** The server said no: its code, what fills the sentence, where in the request the fault is, and the number for support. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: RefusalParams;
  readonly path: RefusalPath;
  readonly issues: readonly Issue[];
  readonly requestId: string;

  constructor(status: number, answer: ErrorAnswer, requestId: string) {
    super(answer.code);
    this.name = "ApiRefusal";
    this.status = status;
    this.code = answer.code;
    this.params = answer.params;
    this.path = answer.path;
    this.issues = answer.issues;
    this.requestId = requestId;
  }
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** The same key makes a repeated write happen once; give one wherever a write is tried again. */
  readonly idempotencyKey?: string;
}

export type Given<C extends Contract> = Addressed<C> & Part<"body", BodyInput<C>> & CallOptions;

/** `given` may be left out when the contract needs nothing. */
type Arguments<C extends Contract> = Record<never, never> extends Given<C> ? [given?: Given<C>] : [given: Given<C>];

/**
 * Calls an endpoint by its contract.
 *
 * @throws ApiRefusal when the server says no; any other error means that the server could not be reached
 */
export async function call<C extends Contract>(contract: C, ...[given]: Arguments<C>): Promise<AnswerOf<C>> {
  const { body, signal, idempotencyKey } = (given ?? {}) as { body?: unknown } & CallOptions;
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (idempotencyKey) headers["idempotency-key"] = idempotencyKey;
  const previewed = previewedMember();
  if (previewed) headers["x-preview-as"] = previewed;
  const response = await fetch(addressOf(contract, (given ?? {}) as Given<C>), {
    method: contract.method,
    headers,
    credentials: "same-origin",
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  });
  const text = await response.text();
  if (!response.ok) throw readRefusal(response.status, text, response.headers.get("x-request-id") ?? "");
  return (text === "" ? undefined : JSON.parse(text)) as AnswerOf<C>;
}

/** The refusal in an answer; an answer that is none of ours comes from a proxy, and the server was not reached. */
export function readRefusal(status: number, text: string, requestId: string): Error {
  const answer = ErrorAnswer.safeParse(parse(text));
  return answer.success ? new ApiRefusal(status, answer.data, requestId) : new Error(`HTTP ${status}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
