import type { ErrorAnswer } from "@dabiao/core/platform/error-answer.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { refusalStatus } from "@dabiao/core/refusals.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { postgresRefusal } from "./postgres-refusal.ts";

/** Fastify's error handler: every answer that is not a result has the one shape `{code, params, path, issues}`. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error, request.routeOptions.bodyLimit);
  if (!refusal) logBug(error, request);
  return sendRefusal(refusal ?? new Refusal("internal", { requestId: request.id }), reply);
}

export function sendRefusal(refusal: Refusal, reply: FastifyReply): FastifyReply {
  if (refusal.code === "too_many_requests") reply.header("retry-after", String(refusal.params["seconds"]));
  return reply
    .code(refusalStatus(refusal.code))
    .type("application/json; charset=utf-8")
    .send(JSON.stringify(errorAnswer(refusal)));
}

export function errorAnswer(refusal: Refusal): ErrorAnswer {
  const { code, params, path, issues } = refusal;
  return { code, params, path, issues };
}

/** The refusal an error stands for; null for a bug. */
export function refusalOf(error: unknown, bodyLimit = 0): Refusal | null {
  if (error instanceof Refusal) return error;
  return fastifyRefusal(error, bodyLimit) ?? postgresRefusal(error);
}

/** What Fastify and its plugins refuse before a handler runs: sizes, media types, broken encodings. */
function fastifyRefusal(error: unknown, bodyLimit: number): Refusal | null {
  if (!(error instanceof Error)) return null;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  if (typeof statusCode !== "number" || statusCode < 400 || statusCode > 499) return null;
  if (statusCode === 413) return new Refusal("too_large", { limit: bodyLimit }, ["body"]);
  if (statusCode === 415) return new Refusal("unsupported_media", { type: "" }, ["body"]);
  if (statusCode === 404) return new Refusal("not_found", { what: "route" });
  return new Refusal("invalid_value", { reason: String(code ?? "malformed") });
}

/** Only what helps to mend it: values in `detail` or in the query string could be personal or secret. */
function logBug(error: unknown, request: FastifyRequest): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.stack : undefined;
  const route = `${request.method} ${request.routeOptions.url ?? "?"}`;
  request.log.error({ requestId: request.id, route, name, code, stack, cause }, message);
}
