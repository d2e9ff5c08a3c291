import type { Actor } from "@dabiao/core/people/actor.ts";
import {
  type Access,
  API_PREFIX,
  type BodyOf,
  type Contract,
  type ParamsOf,
  type QueryOf,
  type ResultOf,
} from "@dabiao/core/platform/contract.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Workspace } from "../postgres/db.ts";
import type { Account, Identity } from "./authenticator.ts";
import { keyUse, onceOnly } from "./idempotency.ts";
import type { KeyUse } from "./idempotency-store.ts";
import { jsonFault } from "./json-body.ts";
import { JsonText } from "./json-text.ts";
import { parsePart } from "./parse-request.ts";

/** Who is known to call, by the contract's access. */
type Caller<Allowed extends Access> = Allowed extends "member"
  ? { readonly workspace: Workspace; readonly actor: Actor; readonly account: Account | null }
  : Allowed extends "account"
    ? { readonly workspace: Workspace | null; readonly actor: Actor | null; readonly account: Account }
    : { readonly workspace: Workspace | null; readonly actor: Actor | null; readonly account: Account | null };

/** A request as a handler sees it: parsed by the contract's schemas, its caller known. */
export type Call<C extends Contract> = Caller<C["access"]> & {
  readonly params: ParamsOf<C>;
  readonly query: QueryOf<C>;
  readonly body: BodyOf<C>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** Does what the contract says and returns its result; a `stream` returns a stream, bytes, or nothing once it took the socket. */
export type Handler<C extends Contract> = (call: Call<C>) => Promise<ResultOf<C> | JsonText> | ResultOf<C> | JsonText;

const JSON_TYPE = "application/json; charset=utf-8";

/** Serves a contract: who may call, what is parsed, what is answered. */
export function register<C extends Contract>(app: FastifyInstance, contract: C, handler: Handler<C>): void {
  app.contracts.push(contract);
  app.route({
    method: contract.method,
    url: API_PREFIX + contract.path,
    ...(contract.bodyLimit ? { bodyLimit: contract.bodyLimit } : {}),
    onRequest: async (request) => {
      request.identity = await app.http.identify(request);
      demand(contract.access, request.identity);
    },
    handler: async (request, reply) => {
      const call = toCall(contract, request, reply);
      if (contract.transport === "stream") return handler(call);
      const use =
        contract.method === "GET" || contract.transport === "upload" ? null : keyUse(request, request.identity);
      if (use) return answerOnce(app, use, reply, async () => resultText(app, contract, await handler(call)));
      return send(reply, resultText(app, contract, await handler(call)));
    },
  });
}

function demand(access: Access, identity: Identity | null): void {
  if (access === "public") return;
  if (!identity) throw new Refusal("signed_out");
  if (access === "account" && !identity.account) throw new Refusal("forbidden", { what: "account" });
  if (access === "member" && !(identity.actor && identity.workspace)) throw new Refusal("no_workspace");
}

function toCall<C extends Contract>(contract: C, request: FastifyRequest, reply: FastifyReply): Call<C> {
  const fault = jsonFault(request.query, "query") ?? jsonFault(request.params, "params");
  if (fault) throw fault;
  const { identity } = request;
  const call = {
    params: contract.params && parsePart(contract.params, "params", request.params),
    query: contract.query && parsePart(contract.query, "query", request.query),
    body: contract.body && contract.transport !== "upload" ? parsePart(contract.body, "body", request.body) : undefined,
    workspace: identity?.workspace ?? null,
    actor: identity?.actor ?? null,
    account: identity?.account ?? null,
    request,
    reply,
  };
  return call as unknown as Call<C>;
}

/** The answer's text. In development and tests it is held against the contract; in production it is trusted. */
function resultText<C extends Contract>(app: FastifyInstance, contract: C, result: ResultOf<C> | JsonText): string {
  const text = result instanceof JsonText ? result.text : result === undefined ? "" : JSON.stringify(result);
  if (app.http.checkAnswers) {
    const checked = contract.response.safeParse(text === "" ? undefined : JSON.parse(text));
    if (!checked.success) throw new Error(`${contract.name} answers outside its contract`, { cause: checked.error });
  }
  return text;
}

async function answerOnce(app: FastifyInstance, use: KeyUse, reply: FastifyReply, work: () => Promise<string>) {
  const answer = await onceOnly(app.http.db, use, app.http.clock, async () => {
    const body = await work();
    return { status: body === "" ? 204 : 200, body };
  });
  return send(reply.code(answer.status), answer.body);
}

function send(reply: FastifyReply, text: string): FastifyReply {
  if (text === "") return reply.code(204).send();
  return reply.type(JSON_TYPE).send(text);
}
