import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildApp } from "./app.ts";
import { backUpBeforeMigrating } from "./platform/backup/before-migrating.ts";
import type { Config } from "./platform/config/config.ts";
import { startWorker } from "./platform/jobs/worker.ts";
import { createLog } from "./platform/log/log.ts";
import { PlainFault } from "./platform/plain-fault.ts";
import { openDb } from "./platform/postgres/db.ts";
import { dropUnfounded } from "./platform/postgres/found-workspace.ts";
import { migrate } from "./platform/postgres/migrate.ts";
import { openDatabase } from "./platform/postgres/open-database.ts";
import { announce, claimDataDir, leaveDataDir } from "./platform/postgres/running.ts";
import { issueSetupToken, isUnclaimed } from "./platform/setup-token-store.ts";

export interface RunningServer {
  /** What to open in a browser; with the one-time set-up token while nobody has claimed the installation. */
  readonly address: string;
  /** Answers what is being asked, finishes running jobs, stops the embedded database. */
  stop(): Promise<void>;
  /** The process ends now: leaves the database to end by itself. */
  abandon(): void;
}

const clock = () => new Date();

/** Everything from the settings to a listening socket. What was opened is closed again when a later step fails. */
export async function startServer(config: Config): Promise<RunningServer> {
  const log = createLog(config.logLevel);
  const opened = new Opened();
  try {
    mkdirSync(join(config.dataDir, "attachments"), { recursive: true });
    if (!config.databaseUrl) {
      claimDataDir(config.dataDir, "server");
      opened.add(async () => leaveDataDir(config.dataDir));
    }
    const database = await openDatabase(config);
    opened.add(() => database.stop());
    const db = openDb({ url: database.url, connections: config.databaseConnections, clock });
    opened.add(() => db.close());
    await backUpBeforeMigrating(db, database.url, config.dataDir, clock());
    const { failed } = await migrate(db, clock());
    for (const workspace of failed) log.error(workspace, "a workspace could not be migrated and is in maintenance");
    await dropUnfounded(db);
    const app = await buildApp({ db, config, log, clock });
    opened.add(() => app.close());
    const address = await listen(app.http, config);
    const worker = await startWorker(app.tasks, { db, log, clock });
    opened.add(() => worker.stop());
    if (database.embedded) {
      announce(config.dataDir, { pid: process.pid, kind: "server", databaseUrl: database.url, address });
    }
    const setup = (await isUnclaimed(db)) ? `?setup=${await issueSetupToken(db, clock())}` : "";
    return { address: `${address}${setup}`, stop: () => opened.close(), abandon: () => database.abandon() };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

type Http = Awaited<ReturnType<typeof buildApp>>["http"];

async function listen(http: Http, config: Config): Promise<string> {
  try {
    await http.listen({ host: config.host, port: config.port });
  } catch (error) {
    throw cannotListen(error as NodeJS.ErrnoException, config);
  }
  if (config.publicUrl) return config.publicUrl.replace(/\/*$/, "/");
  const bound = http.server.address();
  const everywhere = config.host === "0.0.0.0" || config.host === "::";
  const host = everywhere ? "localhost" : config.host.includes(":") ? `[${config.host}]` : config.host;
  return `http://${host}:${typeof bound === "object" && bound ? bound.port : config.port}/`;
}

function cannotListen(error: NodeJS.ErrnoException, { host, port }: Config): PlainFault {
  const [zh, en] =
    error.code === "EADDRINUSE"
      ? ["端口已被占用，请用 PORT 指定别的端口", "the port is taken; name another with PORT"]
      : error.code === "EACCES"
        ? [
            "没有使用该端口的权限，请用 PORT 指定 1024 以上的端口",
            "the port is not permitted; name one above 1024 with PORT",
          ]
        : [`${error.message}，请检查 HOST`, `${error.message}; check HOST`];
  return new PlainFault(`无法在 ${host}:${port} 提供服务：${zh}。`, `Cannot serve at ${host}:${port}: ${en}.`, 1);
}

/** What is open, closed in reverse order; one that fails to close does not keep the others open. */
class Opened {
  readonly #closers: (() => Promise<void>)[] = [];

  add(closer: () => Promise<void>): void {
    this.#closers.push(closer);
  }

  async close(): Promise<void> {
    for (let closer = this.#closers.pop(); closer; closer = this.#closers.pop()) {
      await closer().catch((error: unknown) => console.error(error));
    }
  }
}
