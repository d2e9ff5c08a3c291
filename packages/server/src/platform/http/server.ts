import { randomUUID } from "node:crypto";
import { actorName } from "@dabiao/core/people/actor.ts";
import type { Contract } from "@dabiao/core/platform/contract.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import compress from "@fastify/compress";
import multipart from "@fastify/multipart";
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from "fastify";
import type { Db } from "../postgres/db.ts";
import { answerError } from "./answer-error.ts";
import type { Authenticator, Identity } from "./authenticator.ts";
import { acceptJson } from "./json-body.ts";
import { refuseForeignOrigin } from "./origin.ts";
import { RateLimit } from "./rate-limit.ts";
import { setSecurityHeaders } from "./security-headers.ts";

const BODY_LIMIT = 4 * 1024 * 1024;
const UPLOAD_LIMIT = 1024 * 1024 * 1024;

export interface HttpOptions {
  readonly db: Db;
  readonly authenticator: Authenticator;
  readonly clock?: () => Date;
  /** Requests a minute from one member or key, and from one address that is nobody; 0 counts nothing. */
  readonly rate: { readonly member: number; readonly address: number };
  /** Origins that count as this site beside the request's own host, such as the public address behind a proxy. */
  readonly origins?: readonly string[];
  /** Whether `X-Forwarded-*` is believed: only behind a proxy of one's own. */
  readonly trustProxy?: FastifyServerOptions["trustProxy"];
  readonly logger?: FastifyServerOptions["loggerInstance"];
  /** Holds every answer against its contract: development and tests. */
  readonly checkAnswers?: boolean;
  /** Answers GET requests outside the API, for the pages. */
  readonly page?: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>;
}

declare module "fastify" {
  interface FastifyInstance {
    /** Every contract registered so far: what openapi.json and the fuzz test are made from. */
    readonly contracts: Contract[];
    readonly http: {
      readonly db: Db;
      readonly clock: () => Date;
      readonly checkAnswers: boolean;
      identify(request: FastifyRequest): Promise<Identity | null>;
    };
  }
  interface FastifyRequest {
    identity: Identity | null;
  }
}

/** The HTTP server without routes: rooms add theirs with `register`. */
export async function createServer(options: HttpOptions): Promise<FastifyInstance> {
  const clock = options.clock ?? (() => new Date());
  const app = Fastify({
    ...(options.logger ? { loggerInstance: options.logger } : {}),
    // A child per request costs more than the few lines ever written; what is logged names its request itself.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy ?? false,
    genReqId: () => randomUUID(),
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  });
  app.decorate("contracts", []);
  app.decorate("http", {
    db: options.db,
    clock,
    checkAnswers: options.checkAnswers ?? false,
    identify: identification(options, clock),
  });
  app.decorateRequest("identity", null);
  acceptJson(app);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) => notFound(options, request, reply));
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    setSecurityHeaders(request, reply);
    refuseForeignOrigin(request, options.origins ?? []);
    done();
  });
  await app.register(compress, { threshold: 2048, encodings: ["br", "gzip"], brotliOptions: { params: { 1: 4 } } });
  await app.register(multipart, { limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 20, parts: 21 } });
  return app;
}

function identification(
  options: HttpOptions,
  clock: () => Date,
): (request: FastifyRequest) => Promise<Identity | null> {
  const { member, address } = options.rate;
  const members = member > 0 ? new RateLimit(member, () => clock().getTime()) : null;
  const addresses = address > 0 ? new RateLimit(address, () => clock().getTime()) : null;
  return async (request) => {
    const identity = await options.authenticator.authenticate(request);
    if (!identity) addresses?.take(request.ip);
    else
      members?.take(
        identity.actor ? `${identity.workspace?.id}/${actorName(identity.actor)}` : `account:${identity.account?.id}`,
      );
    return identity;
  };
}

function notFound(options: HttpOptions, request: FastifyRequest, reply: FastifyReply) {
  const isPage = request.method === "GET" && !request.url.startsWith("/api/");
  if (isPage && options.page) return options.page(request, reply);
  throw new Refusal("not_found", { what: "route" });
}
