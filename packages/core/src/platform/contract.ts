import type { z } from "zod";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Who may call an endpoint before its own rules are asked:
 * `public` anyone, `account` a signed-in account without a workspace, `member` an actor of the workspace.
 */
export type Access = "public" | "account" | "member";

/** All endpoints live below this path. */
export const API_PREFIX = "/api/v1";

/**
 * One HTTP endpoint, declared once: the server registers it, the web's `call(contract, …)` types itself by it,
 * and openapi.json is made of it. Paths are written below `/api/v1` with `:name` parameters.
 */
export interface Contract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
  Allowed extends Access = Access,
> {
  /** A unique name, `room.verb` by custom: the operation id in openapi.json. */
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly access: Allowed;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Response;
  /** `json` by default; a stream is a file download or a live channel, an upload takes multipart: the handler has `request`. */
  readonly transport?: "json" | "stream" | "upload";
  /** Largest JSON body in bytes, where the usual 4 MiB is not enough. */
  readonly bodyLimit?: number;
}

export function contract<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
  const Allowed extends Access,
>(declaration: Contract<Params, Query, Body, Response, Allowed>): Contract<Params, Query, Body, Response, Allowed> {
  return declaration;
}

type Part<C extends Contract, K extends "params" | "query" | "body" | "response"> = Exclude<C[K], undefined>;

/** What a handler receives: parsed, with defaults filled in. */
export type ParamsOf<C extends Contract> = z.output<Part<C, "params">>;
export type QueryOf<C extends Contract> = z.output<Part<C, "query">>;
export type BodyOf<C extends Contract> = z.output<Part<C, "body">>;

/** What a handler gives back: a value the response schema takes. */
export type ResultOf<C extends Contract> = z.input<Part<C, "response">>;

/** What a caller sends, before defaults. */
export type ParamsInput<C extends Contract> = z.input<Part<C, "params">>;
export type QueryInput<C extends Contract> = z.input<Part<C, "query">>;
export type BodyInput<C extends Contract> = z.input<Part<C, "body">>;

/** What a caller gets. */
export type AnswerOf<C extends Contract> = z.output<Part<C, "response">>;
