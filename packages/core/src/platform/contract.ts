import type { z } from "zod";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Who may call an endpoint before its own rules are asked:
 * `public` anyone, `account` a signed-in account without a workspace, `member` an actor of the workspace.
 */
export type Access = "public" | "account" | "member";

/**
 * One HTTP endpoint, declared once: the server registers it, the web's `call(contract, …)` types itself by it,
 * and openapi.json is made of it. Paths are written below `/api/v1` with `:name` parameters.
 */
export interface Contract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly access: Access;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Response;
  /** `json` by default; a stream is a file download, an upload or a live channel that the server handles itself. */
  readonly transport?: "json" | "stream" | "upload";
}

export function contract<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(declaration: Contract<Params, Query, Body, Response>): Contract<Params, Query, Body, Response> {
  return declaration;
}
