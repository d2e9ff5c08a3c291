import type { Actor } from "@dabiao/core/people/actor.ts";
import type { FastifyInstance } from "fastify";
import { scorecardCheck } from "./appraisal/card-check.ts";
import { chaseAppraisalsTask } from "./appraisal/daily-task.ts";
import { appraisalRoutes } from "./appraisal/routes.ts";
import { describedObjects } from "./composition/described-objects.ts";
import { openPeople } from "./composition/open-people.ts";
import { readTargets } from "./composition/target-reader.ts";
import { workspaceFileRemover } from "./composition/workspace-files.ts";
import { goalAgreementRoutes } from "./goals/agreement-routes.ts";
import { boardRoutes } from "./goals/board-routes.ts";
import { kpiUsage } from "./goals/kpi-usage.ts";
import { goalLifeRoutes } from "./goals/life/routes.ts";
import { goalPlanRoutes } from "./goals/plan-routes.ts";
import { goalRoutes } from "./goals/routes.ts";
import { importRoutes } from "./imports/routes.ts";
import { importTasks } from "./imports/tasks.ts";
import { kpiPublishCheck } from "./metrics/lint/publish-check.ts";
import { lintRoutes } from "./metrics/lint/routes.ts";
import { manualRoutes } from "./metrics/manual/routes.ts";
import { manualFiguresTask } from "./metrics/manual/task.ts";
import { metricRoutes } from "./metrics/routes.ts";
import { metricUpkeepTask, sealConsumer } from "./metrics/upkeep-task.ts";
import { modelRoutes } from "./model/routes.ts";
import { schemaOpsTasks, workBehind } from "./model/schema-ops-task.ts";
import { watchWorlds } from "./model/world-watch-store.ts";
import { openPages } from "./pages.ts";
import { accessFor } from "./people/access-for.ts";
import { peopleRoutes } from "./people/routes.ts";
import { openAuthenticator } from "./people/sign-in/authenticator.ts";
import { forgetExpiredTask } from "./people/sign-in/forget-expired.ts";
import type { Config } from "./platform/config/config.ts";
import { forgetAnswersTask } from "./platform/http/forget-answers.ts";
import { createServer, type HttpOptions } from "./platform/http/server.ts";
import type { Task } from "./platform/jobs/task.ts";
import { openLive } from "./platform/live/live.ts";
import { liveRoutes } from "./platform/live/routes.ts";
import type { Log } from "./platform/log/log.ts";
import { openApiRoutes } from "./platform/openapi/routes.ts";
import type { Db, Workspace } from "./platform/postgres/db.ts";
import { VERSION } from "./platform/version.ts";
import { type WebhookOptions, webhookTasks } from "./platform/webhooks/deliver-webhook.ts";
import { webhookRoutes } from "./platform/webhooks/routes.ts";
import { webhookConsumer } from "./platform/webhooks/webhook-consumer.ts";
import { companionRoutes } from "./records/companion-routes.ts";
import { openDispatcher } from "./records/dispatcher.ts";
import { liveChanges } from "./records/live-changes.ts";
import { recordLiveFilter } from "./records/live-filter.ts";
import { recordRoutes } from "./records/routes.ts";
import { solutionRoutes } from "./solution/routes.ts";

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
  const live = await openLive({
    db,
    clock,
    filter: recordLiveFilter,
    onError: (error) => log.warn({ err: error }, "live update lost"),
  });
  const dispatcher = openDispatcher({
    db,
    consumers: [sealConsumer, { name: "webhooks", consume: webhookConsumer }],
    onDispatched: (workspaceId, changes) => live.publish(workspaceId, ...liveChanges(changes)),
    onError: (error) => log.warn({ err: error }, "changes wait for another try"),
  });
  const stopWatching = await watchWorlds(db);
  const people = await openPeople({ db, publicUrl: config.publicUrl, clock });
  const accessOf = accessFor(people);
  const webhooks: WebhookOptions = { allowPrivate: config.webhookPrivateTargets };
  const http = await createServer({
    db,
    clock,
    logger: log,
    authenticator: openAuthenticator(people),
    trustProxy: config.trustProxy,
    origins: config.publicUrl ? [new URL(config.publicUrl).origin] : [],
    page: openPages(),
    rate: { member: config.rateLimit, address: ADDRESS_RATE },
    ...httpOptions,
  });
  const demandWebhooks = async (workspace: Workspace, actor: Actor) =>
    (await accessOf({ workspace, actor })).access.demand("webhooks.manage");

  liveRoutes(http, live);
  webhookRoutes(http, { ...webhooks, demand: demandWebhooks });
  peopleRoutes(http, people);
  modelRoutes(http, { accessOf, behind: workBehind, checks: [kpiPublishCheck(kpiUsage, clock), scorecardCheck] });
  recordRoutes(http);
  companionRoutes(http, config.dataDir);
  metricRoutes(http, people);
  manualRoutes(http, people);
  lintRoutes(http, { ...people, usage: kpiUsage });
  goalRoutes(http, people);
  goalLifeRoutes(http, people);
  goalPlanRoutes(http, people);
  goalAgreementRoutes(http, people);
  boardRoutes(http, people);
  appraisalRoutes(http, { ...people, readTargets });
  importRoutes(http, { dataDir: config.dataDir, clock });
  solutionRoutes(http, { ...people, removeFiles: workspaceFileRemover(config.dataDir) });
  // Last, because it describes what was registered before it.
  openApiRoutes(http, describedObjects, VERSION);

  return {
    http,
    tasks: [
      forgetAnswersTask,
      forgetExpiredTask,
      ...schemaOpsTasks,
      metricUpkeepTask,
      chaseAppraisalsTask,
      manualFiguresTask,
      ...webhookTasks(webhooks),
      ...importTasks(config.dataDir),
    ],
    async close() {
      await http.close();
      await dispatcher.close();
      await live.close();
      await stopWatching();
    },
  };
}
