import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PlainFault } from "../../plain-fault.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { type Identity, unprivilegedIdentity } from "./identity.ts";
import { initialise } from "./initialise.ts";
import { isAlive, readPidFile } from "./pid-file.ts";

export interface ClusterOptions {
  /** Holds `data` (PostgreSQL's own), `password` and `postgres.log`. */
  readonly directory: string;
  /** Where a copy of the binaries may be kept for a user who cannot reach node_modules. */
  readonly reachable: string;
  readonly settings: Readonly<Record<string, string>>;
  /** A free one when left out. */
  readonly port?: number;
}

export interface Cluster {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Settles when the server is gone, whoever ended it. */
  readonly ended: Promise<void>;
  /** Waits for running transactions to be cut and everything to be on disk. */
  stop(): Promise<void>;
  /** Tells it to stop and does not wait. */
  abandon(): void;
}

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;
const LARGEST_LOG = 10 * 1024 * 1024;

/**
 * Starts the embedded PostgreSQL of a directory, making the cluster when there is none. One left running
 * by a killed process is stopped first: its settings and port are then ours, and it recovers by itself.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const identity = unprivilegedIdentity();
  const binaries = findBinaries(identity, options.reachable);
  const data = join(options.directory, "data");
  const password = await initialise(options.directory, binaries, identity);
  refuseOtherMajor(data, binaries);
  await stopLeftover(data, options.directory);
  const port = options.port ?? (await freePort());
  const child = launch(binaries, options, port, identity);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await ready(child, data, options.directory);
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    pid: child.pid!,
    ended,
    stop: () => stopProcess(child.pid!),
    abandon: () => {
      if (isAlive(child.pid!)) process.kill(child.pid!, "SIGINT");
    },
  };
}

function refuseOtherMajor(data: string, binaries: Binaries): void {
  const found = Number.parseInt(readFileSync(join(data, "PG_VERSION"), "utf8"), 10);
  if (found === binaries.major) return;
  throw new PlainFault(
    `数据目录 ${data} 由 PostgreSQL ${found} 创建，而本版本内置 PostgreSQL ${binaries.major}，不能直接打开。请先用原来的版本执行 npm run dabiao -- backup，再在新的 DATA_DIR 中执行 restore。数据没有被改动。`,
    `The data directory ${data} was made by PostgreSQL ${found}, and this release carries PostgreSQL ${binaries.major}, which cannot open it. Run npm run dabiao -- backup with the earlier release, then restore into a new DATA_DIR. Nothing was changed.`,
  );
}

async function stopLeftover(data: string, directory: string): Promise<void> {
  const left = readPidFile(data);
  if (!left) return;
  if (left.isPostgres) await stopProcess(left.pid);
  else rmSync(join(data, "postmaster.pid"), { force: true });
  if (existsSync(join(data, "postmaster.pid")) && readPidFile(data)?.isPostgres) {
    throw new PlainFault(
      `上次留下的 PostgreSQL（进程 ${left.pid}）没有停下来。请结束该进程后重试；日志见 ${join(directory, "postgres.log")}。`,
      `The PostgreSQL left from last time (process ${left.pid}) does not stop. End that process and try again; its log is ${join(directory, "postgres.log")}.`,
    );
  }
}

/** In a process group of its own, so that Ctrl-C reaches the app first and open requests can finish. */
function launch(
  binaries: Binaries,
  options: ClusterOptions,
  port: number,
  identity: Identity | undefined,
): ChildProcess {
  const logFile = join(options.directory, "postgres.log");
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) renameSync(logFile, `${logFile}.old`);
  const log = openSync(logFile, "a", 0o600);
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(binaries.postgres, ["-D", join(options.directory, "data"), ...flags], {
    ...identity,
    cwd: options.directory,
    detached: true,
    stdio: ["ignore", log, log],
    env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" },
  });
  closeSync(log);
  child.unref();
  return child;
}

async function ready(child: ChildProcess, data: string, directory: string): Promise<void> {
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && !failure && child.exitCode === null && child.signalCode === null) {
    if (readPidFile(data)?.status === "ready") return;
    await sleep(15);
  }
  const log = join(directory, "postgres.log");
  const last = readFileSync(log, "utf8").trimEnd().split("\n").slice(-5).join("\n");
  throw new PlainFault(
    `内置 PostgreSQL 没有启动。日志 ${log} 的最后几行：\n${failure?.message ?? last}`,
    `The embedded PostgreSQL did not start. The last lines of ${log} are shown above.`,
  );
}

/** A fast shutdown: PostgreSQL cuts the sessions, writes everything down and leaves. */
async function stopProcess(pid: number): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (isAlive(pid)) process.kill(pid, signal);
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    while (Date.now() < deadline) {
      if (!isAlive(pid)) return;
      await sleep(15);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
