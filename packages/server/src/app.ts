import type { FastifyInstance } from "fastify";
import { openPages } from "./pages.ts";
import type { Config } from "./platform/config/config.ts";
import type { Authenticator } from "./platform/http/authenticator.ts";
import { forgetAnswersTask } from "./platform/http/forget-answers.ts";
import { createServer, type HttpOptions } from "./platform/http/server.ts";
import type { Task } from "./platform/jobs/task.ts";
import { openLive } from "./platform/live/live.ts";
import { liveRoutes } from "./platform/live/routes.ts";
import type { Log } from "./platform/log/log.ts";
import type { Db } from "./platform/postgres/db.ts";
import { webhookTasks } from "./platform/webhooks/deliver-webhook.ts";

export interface AppOptions {
  readonly db: Db;
  readonly config: Config;
  readonly log: Log;
  readonly clock: () => Date;
  /** Other settings of the HTTP server, such as the rates. */
  readonly httpOptions?: Partial<HttpOptions>;
}

export interface App {
  readonly http: FastifyInstance;
  readonly tasks: readonly Task[];
  close(): Promise<void>;
}

/** Requests a minute from an address that is nobody: an office signing in at nine shares one. */
const ADDRESS_RATE = 1_200;

/** Puts the rooms together, lowest floor first: the one place that knows them all. */
export async function buildApp({ db, config, log, clock, httpOptions }: AppOptions): Promise<App> {
  const live = await openLive({ db, clock, onError: (error) => log.warn({ err: error }, "live update lost") });
  const http = await createServer({
    db,
    clock,
    logger: log,
    authenticator: nobody,
    trustProxy: config.trustProxy,
    origins: config.publicUrl ? [new URL(config.publicUrl).origin] : [],
    page: openPages(),
    rate: { member: config.rateLimit, address: ADDRESS_RATE },
    ...httpOptions,
  });
  liveRoutes(http, live);
  return {
    http,
    tasks: [forgetAnswersTask, ...webhookTasks({ allowPrivate: config.webhookPrivateTargets })],
    async close() {
      await http.close();
      await live.close();
    },
  };
}

const nobody: Authenticator = { authenticate: async () => null };
